import type { Platform } from '@creator-connect/contracts';
import { Envelope, Secret } from '@creator-connect/security';
import { Injectable } from '@nestjs/common';

/** What telling the platform needs after our own copies are destroyed. */
export interface RevocationCopy {
  token: Secret;
  /** null: it has no end of its own, or the platform named none. */
  tokenExpiresAt: Date | null;
  /** Renews a token that ended while the platform could not be told. */
  refreshToken: Secret | null;
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

  seal(place: Place, copy: RevocationCopy): { copyKey: string; copy: string } {
    const key = this.envelope.newDataKey();
    const text = JSON.stringify({
      ...copy,
      token: copy.token.reveal(),
      refreshToken: copy.refreshToken?.reveal() ?? null,
    });
    return { copyKey: this.envelope.wrap(key), copy: this.envelope.seal(key, text, contextOf(place)) };
  }

  open(place: Place, copyKey: string, copy: string): RevocationCopy {
    const text = this.envelope.open(this.envelope.unwrap(copyKey), copy, contextOf(place));
    const { token, tokenExpiresAt, refreshToken, personId } = JSON.parse(text) as Encoded;
    return {
      token: Secret.of(token),
      tokenExpiresAt: tokenExpiresAt === null ? null : new Date(tokenExpiresAt),
      refreshToken: refreshToken === null ? null : Secret.of(refreshToken),
      personId,
    };
  }
}

interface Encoded {
  token: string;
  tokenExpiresAt: string | null;
  refreshToken: string | null;
  personId: string;
}

const contextOf = ({ id, organisationId, influencerId, platform }: Place) => ({
  organisation: organisationId,
  influencer: influencerId,
  platform,
  connection: id,
  field: 'revocation',
});
