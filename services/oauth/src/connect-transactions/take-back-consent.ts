import { newId } from '@creator-connect/contracts';
import type { Tx } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { PlatformHashes } from '../grants/vault/platform-hashes';
import { RevocationCopies, type RevocationCopy } from '../revocation/revocation-copies';
import { RevocationsRepository } from '../revocation/revocations.repository';
import type { ConnectTransaction } from './domain/connect-transaction';

/** A consent that no account will rest on is taken back at the platform, unless another one does (architecture decision 10). */
@Injectable()
export class TakeBackConsent {
  constructor(
    private readonly copies: RevocationCopies,
    private readonly revocations: RevocationsRepository,
    private readonly hashes: PlatformHashes,
  ) {}

  async takeBack(
    tx: Tx,
    { organisationId, influencerId, platform, appRegistration }: ConnectTransaction,
    reason: 'scopes_surplus' | 'discarded',
    consent: RevocationCopy,
  ): Promise<void> {
    const place = { id: newId(), organisationId, influencerId, platform };
    const personHash = this.hashes.person(platform, appRegistration, consent.personId);
    const receipt = { ...place, socialAccountId: null, reason, outcome: 'pending', personHash } as const;
    await this.revocations.add(tx, [{ ...receipt, ...this.copies.seal(place, consent) }]);
  }
}
