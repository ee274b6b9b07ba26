import type { Platform } from '@creator-connect/contracts';
import { Envelope, Secret } from '@creator-connect/security';
import { Injectable } from '@nestjs/common';

/** What telling the platform needs after our own copies are destroyed. */
export interface RevocationCopy {
  token: Secret;
  personId: string;
}

interface Place {
  id: string;
  organisationId: string;
  influencerId: string;
  platform: Platform;
}

/**
 * A separately held, short-lived copy (security OC-13). It has a data key of its own, so that it outlives the
 * influencer's key when that is shredded, and dies with the row's two columns.
 */
@Injectable()
export class RevocationCopies {
  constructor(private readonly envelope: Envelope) {}

  seal(place: Place, { token, personId }: RevocationCopy): { copyKey: string; copy: string } {
    const key = this.envelope.newDataKey();
    const text = JSON.stringify({ token: token.reveal(), personId });
    return { copyKey: this.envelope.wrap(key), copy: this.envelope.seal(key, text, contextOf(place)) };
  }

  open(place: Place, copyKey: string, copy: string): RevocationCopy {
    const text = this.envelope.open(this.envelope.unwrap(copyKey), copy, contextOf(place));
    const { token, personId } = JSON.parse(text) as { token: string; personId: string };
    return { token: Secret.of(token), personId };
  }
}

const contextOf = ({ id, organisationId, influencerId, platform }: Place) => ({
  organisation: organisationId,
  influencer: influencerId,
  platform,
  connection: id,
  field: 'revocation',
});
