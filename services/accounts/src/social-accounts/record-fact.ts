import { Injectable } from '@nestjs/common';
import { AccountAdded, AccountState, AccountStateChanged, type EndCause } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import type { Tx } from '@creator-connect/persistence';
import { dataSourceOf, type AccountStatus, type Decision } from './domain/account-status';
import type { SocialAccount } from './domain/social-account';
import { HistoryRepository } from './persistence/history.repository';
import { SocialAccountRepository } from './persistence/social-account.repository';

export interface Fact {
  accountId: string;
  /** Of the event that told it. */
  eventId: string;
  cause: string;
  actor: 'person' | 'admin' | 'platform' | 'system';
  rule?: string;
  at: string;
  decide(now: AccountStatus): Decision;
  /** What else the fact tells about the account. */
  details?: Partial<Pick<SocialAccount, 'authorizedAt' | 'grantEndsAt' | 'missingScopes'>>;
}

/**
 * Applies a fact to an account: the locked row, its history and, if others see a difference, the events, all in the
 * message's transaction. Returns the account as it is now, or undefined when it is not (any more) here.
 */
@Injectable()
export class RecordFact {
  constructor(
    private readonly accounts: SocialAccountRepository,
    private readonly history: HistoryRepository,
    private readonly outbox: Outbox,
  ) {}

  async record(tx: Tx, fact: Fact): Promise<SocialAccount | undefined> {
    const before = await this.accounts.lock(tx, fact.accountId);
    if (!before) return undefined;
    const decision = fact.decide(before);
    const { cause, actor, eventId, at } = fact;
    const entry = { actor, eventId, rule: fact.rule ?? null, at };
    if (decision.outcome === 'ignored') {
      await this.history.add(tx, before, before, { ...entry, outcome: 'ignored', cause: decision.reason });
      return before;
    }
    const next = { ...before, ...decision.next, ...fact.details };
    const changed = decision.outcome === 'changed';
    const after: SocialAccount = {
      ...next,
      reserved: false,
      tracked: dataSourceOf(next) !== null,
      ...(changed ? { cause, causeAt: new Date(at) } : {}),
    };
    const first = before.reserved;
    const events = (first ? 1 : 0) + (changed ? 2 : 0);
    const version = await this.accounts.save(tx, after, Math.max(events, 1));
    await this.history.add(tx, before, after, { ...entry, outcome: first ? 'added' : decision.outcome, cause });
    await this.#publish(tx, before, after, { first, changed, actor, version: version - Math.max(events, 1) + 1 });
    return after;
  }

  async #publish(
    tx: Tx,
    before: SocialAccount,
    after: SocialAccount,
    { first, changed, actor, version }: { first: boolean; changed: boolean; actor: Fact['actor']; version: number },
  ): Promise<void> {
    const { platform, platformAccountId, marketplace, authState, tracked, cause } = after;
    const ids = { organisationId: after.organisationId, influencerId: after.influencerId, accountId: after.id };
    const at = after.causeAt.toISOString();
    let next = version;
    if (first && platformAccountId) {
      const data = { ...ids, platform, platformAccountId, authState: before.authState, marketplace, addedAt: at };
      await this.outbox.add(tx, AccountAdded, data, { aggregateVersion: next++ });
    }
    if (!changed) return;
    await this.outbox.add(
      tx,
      AccountStateChanged,
      {
        ...ids,
        platform,
        from: before.authState,
        to: authState,
        marketplace,
        tracked,
        source: dataSourceOf(after),
        cause,
        actor,
        at,
      },
      { aggregateVersion: next++ },
    );
    if (!platformAccountId) return;
    const state = { ...ids, platform, platformAccountId, authState, marketplace, tracked, cause, at };
    await this.outbox.add(tx, AccountState, state, { aggregateVersion: next });
  }
}

/** What the person should read as the cause when a grant was taken back. */
export const revokedCause = (cause: EndCause) => (cause === 'revoked_by_organisation' ? cause : 'revoked_by_person');
