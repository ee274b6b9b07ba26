import { newId } from '@creator-connect/contracts';
import { countAlarm } from '@creator-connect/observability';
import type { AccessToken } from '@creator-connect/platforms';
import { Secret } from '@creator-connect/security';
import { Injectable, Logger } from '@nestjs/common';
import { PlatformHashes } from '../../grants/vault/platform-hashes';
import { RevocationCopies } from '../../revocation/revocation-copies';
import { RevocationsRepository } from '../../revocation/revocations.repository';
import type { ConnectTransaction, Failure } from '../domain/connect-transaction';
import { FailTransaction } from '../fail-transaction';

/** A grant that allows more than reading is never held: nothing is stored, the platform is told, somebody is alarmed (OC-09). */
@Injectable()
export class RefuseSurplus {
  private readonly logger = new Logger(RefuseSurplus.name);

  constructor(
    private readonly failing: FailTransaction,
    private readonly copies: RevocationCopies,
    private readonly revocations: RevocationsRepository,
    private readonly hashes: PlatformHashes,
  ) {}

  async refuse(
    transaction: ConnectTransaction,
    failure: Failure,
    { personId, token }: { personId: string; token: AccessToken },
  ): Promise<void> {
    const { organisationId, influencerId, platform, appRegistration } = transaction;
    countAlarm('scopes_surplus');
    this.logger.error({ alarm: 'scopes_surplus', platform, organisationId }, 'a platform granted more than was asked');
    const place = { id: newId(), organisationId, influencerId, platform };
    await this.failing.fail(transaction, failure, async (tx) => {
      await this.revocations.add(tx, {
        ...place,
        socialAccountId: null,
        reason: 'scopes_surplus',
        outcome: 'pending',
        personHash: this.hashes.person(platform, appRegistration, personId),
        ...this.copies.seal(place, {
          token: Secret.of(token.reveal()),
          tokenExpiresAt: null,
          refreshToken: null,
          personId,
        }),
      });
    });
  }
}
