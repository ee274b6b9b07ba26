import { AuthExpired, AuthRevoked, newId } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import type { Tx } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { RefreshSchedule } from '../refresh/refresh-schedule';
import {
  type NewRevocation,
  type RevocationOutcome,
  RevocationsRepository,
} from '../revocation/revocations.repository';
import { VerificationsRepository } from '../verification/verifications.repository';
import type { Grant, GrantEnd } from './domain/grant';
import type { GrantDeath } from './grant-death';
import { ConsentsRepository } from './persistence/consents.repository';
import { GrantsRepository } from './persistence/grants.repository';

/** Sealed, for telling the platform. */
export interface SealedCopy {
  revocationId: string;
  copyKey: string;
  copy: string;
}

export interface GrantEnding extends GrantDeath, GrantEnd {
  /** Who took it back, where somebody did. */
  by: 'person' | 'organisation' | 'platform';
}

/** A grant that is taken back; without a copy when the platform has ended the consent by itself, or can not be told. */
export interface TakenBack {
  grant: Grant;
  copy: SealedCopy | null;
  /** What becomes of telling the platform. */
  outcome: RevocationOutcome;
}

export interface TakingBack extends GrantEnd {
  by: GrantEnding['by'];
  /** Of the order that it is part of, where many are taken back at once. */
  orderId?: string | undefined;
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

  /** As the platform says. The grant is locked and was live, or expired and is now taken back. */
  async end(tx: Tx, grant: Grant, ending: GrantEnding): Promise<Grant> {
    if (ending.kind === 'revoked') {
      const [revoked] = await this.takeBack(tx, [{ grant, copy: null, outcome: 'not_needed' }], ending);
      return revoked!;
    }
    const expired = endedOf(grant, 'expired', ending);
    await this.schedule.cancel(tx, [grant.id]);
    await this.grants.save(tx, expired);
    await this.verifications.cancel(tx, grant.id);
    const { rule, observedAt } = ending;
    const data = { ...factsOf(expired, ending), rule, observedAt: observedAt.toISOString() };
    await this.outbox.add(tx, AuthExpired, data, { aggregateVersion: expired.eventVersion });
    return expired;
  }

  /** Locked grants of one organisation, however many: each table is changed by one statement. */
  async takeBack(tx: Tx, taken: readonly TakenBack[], ending: TakingBack): Promise<Grant[]> {
    const revoked = taken.map(({ grant }) => endedOf(grant, 'revoked', ending));
    const ids = revoked.map(({ id }) => id);
    await this.schedule.cancel(tx, ids);
    await this.grants.saveAll(tx, revoked);
    await this.grants.deleteTokens(tx, ids);
    await this.verifications.forget(tx, ids);
    const accountIds = revoked.map(({ socialAccountId }) => socialAccountId);
    await this.consents.withdraw(tx, accountIds, ending.observedAt);
    await this.revocations.add(
      tx,
      taken.map((one) => receiptOf(one, ending)),
    );
    const { by, orderId } = ending;
    const told = { by, revokedAt: ending.observedAt.toISOString(), ...(orderId && { orderId }) };
    await this.outbox.addMany(
      tx,
      AuthRevoked,
      revoked.map((grant) => ({ data: { ...factsOf(grant, ending), ...told }, aggregateVersion: grant.eventVersion })),
    );
    return revoked;
  }
}

function endedOf(grant: Grant, state: 'expired' | 'revoked', { cause, rule, answer, observedAt }: GrantEnd): Grant {
  return {
    ...grant,
    state,
    eventVersion: grant.eventVersion + 1,
    end: { cause, rule, answer, observedAt },
    // The hashes stay: only the same account can come back under this id, and its person may ask for more to be deleted.
    ...(state === 'revoked' && { sealedIds: null }),
  };
}

function receiptOf({ grant, copy, outcome }: TakenBack, { cause, orderId }: TakingBack): NewRevocation {
  const { organisationId, influencerId, socialAccountId, platform, personHash } = grant;
  return {
    id: copy?.revocationId ?? newId(),
    organisationId,
    influencerId,
    socialAccountId,
    platform,
    reason: cause,
    outcome,
    personHash: copy ? personHash : null,
    copyKey: copy?.copyKey ?? null,
    copy: copy?.copy ?? null,
    orderId,
  };
}

const factsOf = (grant: Grant, { cause }: GrantEnd) => ({
  organisationId: grant.organisationId,
  influencerId: grant.influencerId,
  accountId: grant.socialAccountId,
  platform: grant.platform,
  cause,
  grantVersion: grant.version,
});
