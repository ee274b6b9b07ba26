import { AuthExpired, AuthRevoked, newId } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import { sqlCount, type Tx } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { RefreshSchedule } from '../refresh/refresh-schedule';
import { RevocationsRepository } from '../revocation/revocations.repository';
import { VerificationsRepository } from '../verification/verifications.repository';
import type { Grant, GrantEnd } from './domain/grant';
import type { GrantDeath } from './grant-death';
import { ConsentsRepository } from './persistence/consents.repository';
import { GrantsRepository } from './persistence/grants.repository';

export interface GrantEnding extends GrantDeath, GrantEnd {
  /** Who took it back, where somebody did. */
  by: 'person' | 'organisation' | 'platform';
  /** Sealed, for telling the platform; absent when the platform has ended the consent by itself. */
  copy?: { revocationId: string; copyKey: string; copy: string };
}

/**
 * The one way a grant ends, in the caller's transaction and with its event. Taken back, its tokens are destroyed, and a
 * receipt says when, and whether the platform has to be told.
 * Expired, they stay sealed and are handed to nobody: a Page that is linked again, a role that is given back, is found
 * by asking the platform again with them.
 */
@Injectable()
export class EndGrant {
  constructor(
    private readonly grants: GrantsRepository,
    private readonly consents: ConsentsRepository,
    private readonly revocations: RevocationsRepository,
    private readonly schedule: RefreshSchedule,
    private readonly verifications: VerificationsRepository,
    private readonly outbox: Outbox,
  ) {}

  /** The grant is locked and was live, or expired and is now taken back. */
  async end(tx: Tx, grant: Grant, ending: GrantEnding): Promise<Grant> {
    const { kind, cause, rule, answer, observedAt } = ending;
    const ended: Grant = {
      ...grant,
      state: kind,
      eventVersion: grant.eventVersion + 1,
      end: { cause, rule, answer, observedAt },
      // The hashes stay: only the same account can come back under this id, and its person may ask for more to be deleted.
      ...(kind === 'revoked' && { sealedIds: null }),
    };
    await this.schedule.cancel(tx, grant.id);
    await this.grants.save(tx, ended);
    if (kind === 'expired') await this.verifications.cancel(tx, grant.id);
    if (kind === 'revoked') {
      await this.grants.deleteTokens(tx, grant.id);
      await sqlCount(tx, 'DELETE FROM verifications WHERE id = $1', [grant.id]);
      await this.consents.withdraw(tx, grant.socialAccountId, observedAt);
      await this.leaveReceipt(tx, grant, ending);
    }
    await this.publish(tx, ended, ending);
    return ended;
  }

  private async leaveReceipt(tx: Tx, grant: Grant, { cause, copy }: GrantEnding): Promise<void> {
    const { organisationId, influencerId, socialAccountId, platform, personHash } = grant;
    await this.revocations.add(tx, {
      id: copy?.revocationId ?? newId(),
      organisationId,
      influencerId,
      socialAccountId,
      platform,
      reason: cause,
      outcome: copy ? 'pending' : 'not_needed',
      personHash: copy ? personHash : null,
      copyKey: copy?.copyKey ?? null,
      copy: copy?.copy ?? null,
    });
  }

  private async publish(tx: Tx, grant: Grant, { kind, cause, rule, observedAt, by }: GrantEnding): Promise<void> {
    const ids = {
      organisationId: grant.organisationId,
      influencerId: grant.influencerId,
      accountId: grant.socialAccountId,
      platform: grant.platform,
      cause,
      grantVersion: grant.version,
    };
    const options = { aggregateVersion: grant.eventVersion };
    const at = observedAt.toISOString();
    if (kind === 'revoked') await this.outbox.add(tx, AuthRevoked, { ...ids, by, revokedAt: at }, options);
    else await this.outbox.add(tx, AuthExpired, { ...ids, rule, observedAt: at }, options);
  }
}
