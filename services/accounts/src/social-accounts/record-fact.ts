import { Injectable } from '@nestjs/common';
import {
  AccountAdded,
  AccountState,
  AccountStateChanged,
  type AuthState,
  type EndCause,
  VendorDataPurgeRequested,
} from '@creator-connect/contracts';
import { Outbox, RejectedEvent } from '@creator-connect/messaging';
import type { Tx } from '@creator-connect/persistence';
import { MergeRepository } from '../influencers/merge-influencers/persistence/merge.repository';
import { InfluencerRepository } from '../influencers/persistence/influencer.repository';
import { ReportRepository } from '../reports/persistence/report.repository';
import { dataSourceOf, type AccountStatus, type Decision } from './domain/account-status';
import type { SocialAccount } from './domain/social-account';
import { HistoryRepository } from './persistence/history.repository';
import { RemovedAccounts } from './persistence/removed-accounts';
import { SocialAccountRepository } from './persistence/social-account.repository';

export interface Fact {
  accountId: string;
  influencerId: string;
  /** Of the event that told it; null when a service told it directly. */
  eventId: string | null;
  cause: string;
  actor: 'person' | 'admin' | 'platform' | 'system';
  rule?: string;
  at: string;
  /** It says nothing about the authorization, so what led to that stays the cause of the account's state. */
  aside?: true;
  decide(now: AccountStatus): Decision;
  /** What else the fact tells about the account. */
  details?: Partial<Pick<SocialAccount, 'authorizedAt' | 'grantEndsAt' | 'missingScopes'>>;
}

interface Telling {
  first: boolean;
  changed: boolean;
  actor: Fact['actor'];
  cause: string;
  at: string;
  version: number;
}

export interface Recorded {
  account: SocialAccount;
  outcome: Decision['outcome'];
}

/**
 * Applies a fact to an account: the locked row, its history and, if others see a difference, the events, all in the
 * message's transaction. A fact about an account that this organisation's influencer does not have is never believed
 * (security EV-05): it is parked for a human. An applicant's account stays invisible, and nobody is told of it, until its
 * owner is taken into the roster.
 */
@Injectable()
export class RecordFact {
  constructor(
    private readonly accounts: SocialAccountRepository,
    private readonly history: HistoryRepository,
    private readonly removed: RemovedAccounts,
    private readonly influencers: InfluencerRepository,
    private readonly reports: ReportRepository,
    private readonly merges: MergeRepository,
    private readonly outbox: Outbox,
  ) {}

  /** Undefined for an account that was removed: what is told of it now comes too late to mean anything. */
  async record(tx: Tx, fact: Fact): Promise<Recorded | undefined> {
    const before = await this.accounts.lock(tx, fact.accountId);
    if (!before) return this.#ofNobody(tx, fact.accountId);
    // Others may still speak of the entry that its owner’s became part of.
    if (
      before.influencerId !== fact.influencerId &&
      before.influencerId !== (await this.merges.keptOf(tx, fact.influencerId))
    )
      throw new RejectedEvent('The account is another influencer’s');
    const decision = fact.decide(before);
    const { cause, actor, eventId, at } = fact;
    const entry = { actor, eventId, rule: fact.rule ?? null, at };
    if (decision.outcome === 'ignored') {
      await this.history.add(tx, before, before, { ...entry, outcome: 'ignored', cause: decision.reason });
      return { account: before, outcome: 'ignored' };
    }
    const next = { ...before, ...decision.next, ...fact.details };
    const changed = decision.outcome === 'changed';
    const hidden = await this.influencers.isApplicant(tx, before.influencerId);
    const after: SocialAccount = {
      ...next,
      reserved: hidden,
      tracked: !hidden && dataSourceOf(next) !== null,
      ...(changed && !fact.aside ? { cause, causeAt: new Date(at) } : {}),
    };
    const first = before.reserved && !hidden;
    const joined = changed && before.marketplace !== 'TTCM' && after.marketplace === 'TTCM';
    const events = hidden ? 0 : (first ? 1 : 0) + (changed ? 2 : 0) + (joined ? 1 : 0);
    const version = await this.accounts.save(tx, after, Math.max(events, 1));
    await this.history.add(tx, before, after, { ...entry, outcome: first ? 'added' : decision.outcome, cause });
    if (hidden) return { account: after, outcome: decision.outcome };
    const told = changed ? { cause, at } : causeOf(after);
    const from = version - Math.max(events, 1) + 1;
    await this.#publish(tx, before, after, { first, changed, actor, ...told, version: from });
    return { account: after, outcome: decision.outcome };
  }

  /** The owner of a locked, authenticated account was taken into the roster: now everybody is told of it. */
  async released(tx: Tx, held: SocialAccount, by: { actor: Fact['actor']; at: string }): Promise<void> {
    const before: SocialAccount = { ...held, authState: 'NON_AUTH' };
    const after = { ...held, reserved: false, tracked: dataSourceOf(held) !== null };
    const version = await this.accounts.save(tx, after, 3);
    const entry = { cause: 'application_approved', eventId: null, rule: null, ...by };
    await this.history.add(tx, before, after, { ...entry, outcome: 'added' });
    await this.#publish(tx, before, after, {
      first: true,
      changed: true,
      actor: 'person',
      ...causeOf(after),
      version: version - 2,
    });
  }

  /** The entry of its owner became part of another one. The state of a locked account stays what it is. */
  async moved(
    tx: Tx,
    before: SocialAccount,
    influencerId: string,
    { actor, at }: Pick<Fact, 'actor' | 'at'>,
  ): Promise<void> {
    const after = { ...before, influencerId };
    const version = await this.accounts.move(tx, before.id, influencerId);
    if (before.reserved) return;
    const entry = { outcome: 'confirmed', cause: 'merged', actor, eventId: null, rule: null, at } as const;
    await this.history.add(tx, before, after, entry);
    await this.#publishState(tx, after, version);
  }

  async #ofNobody(tx: Tx, accountId: string): Promise<undefined> {
    if (await this.removed.has(tx, accountId)) return undefined;
    throw new RejectedEvent('The organisation has no such account');
  }

  /** The platform's own id of a locked account that was known by its handle only: now others can be told of it. */
  async identified(tx: Tx, before: SocialAccount, platformAccountId: string): Promise<SocialAccount> {
    await this.accounts.identify(tx, before.id, platformAccountId);
    const after = { ...before, platformAccountId };
    const version = await this.accounts.save(tx, after, 2);
    await this.#announce(tx, after, before.authState, version - 1);
    await this.#publishState(tx, after, version);
    return { ...after, version };
  }

  async #publish(
    tx: Tx,
    before: SocialAccount,
    after: SocialAccount,
    { first, changed, actor, cause, at, version }: Telling,
  ): Promise<void> {
    let next = version;
    if (first) await this.#announce(tx, after, before.authState, next++);
    if (!changed) return;
    const { platform, marketplace, tracked, pausedAt } = after;
    const source = dataSourceOf(after);
    const paused = pausedAt !== null;
    const states = { from: before.authState, to: after.authState, marketplace, tracked, paused, source };
    const data = { ...idsOf(after), platform, ...states, cause, actor, at };
    await this.outbox.add(tx, AccountStateChanged, data, { aggregateVersion: next++ });
    // TikTok’s policy: what vendors told of a marketplace account has to go.
    if (before.marketplace !== 'TTCM' && marketplace === 'TTCM') {
      const contacts = await this.reports.forgetContacts(tx, after);
      await this.outbox.add(
        tx,
        VendorDataPurgeRequested,
        { ...idsOf(after), contacts, requestedAt: at },
        { aggregateVersion: next++ },
      );
    }
    await this.#publishState(tx, after, next);
  }

  /** An account is announced by the platform's id; one that TikTok only names by its handle waits until it is told. */
  async #announce(tx: Tx, account: SocialAccount, authState: AuthState, aggregateVersion: number): Promise<void> {
    const { platform, platformAccountId, marketplace } = account;
    if (platformAccountId === null) return;
    const addedAt = account.causeAt.toISOString();
    const data = { ...idsOf(account), platform, platformAccountId, authState, marketplace, addedAt };
    await this.outbox.add(tx, AccountAdded, data, { aggregateVersion });
  }

  async #publishState(tx: Tx, account: SocialAccount, aggregateVersion: number): Promise<void> {
    const { platform, platformAccountId, authState, marketplace, tracked } = account;
    if (platformAccountId === null) return;
    const states = { authState, marketplace, tracked, paused: account.pausedAt !== null };
    const data = { ...idsOf(account), platform, platformAccountId, ...states, ...causeOf(account) };
    await this.outbox.add(tx, AccountState, data, { aggregateVersion });
  }
}

const idsOf = ({ organisationId, influencerId, id }: SocialAccount) => ({
  organisationId,
  influencerId,
  accountId: id,
});

const causeOf = ({ cause, causeAt }: SocialAccount) => ({ cause, at: causeAt.toISOString() });

/** What the person should read as the cause when a grant was taken back. */
export const revokedCause = (cause: EndCause) => (cause === 'revoked_by_organisation' ? cause : 'revoked_by_person');
