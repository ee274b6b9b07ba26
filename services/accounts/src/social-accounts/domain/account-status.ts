import {
  trackingSource,
  type AuthState,
  type DataSource,
  type MarketplaceState,
  type Platform,
} from '@creator-connect/contracts';

/** Everything that decides the state of a social account. */
export interface AccountStatus {
  platform: Platform;
  authState: AuthState;
  /** TikTok only; null elsewhere. */
  marketplace: MarketplaceState | null;
  /** When the marketplace said so; an older answer that arrives later changes nothing. */
  marketplaceAt: Date | null;
  /** The owner took the grant back. Nothing is tracked until they authenticate again. */
  revoked: boolean;
  /** Since when the owner wants nothing collected, though the grant may live; null: collect. */
  pausedAt: Date | null;
  /** The grant that `authState` speaks of. oauth counts it up with every new grant of the account; 0 = never. */
  grantVersion: number;
}

export type GrantFact =
  | { kind: 'authorized'; grantVersion: number }
  | { kind: 'expired'; grantVersion: number }
  | { kind: 'revoked'; grantVersion: number };

export interface MarketplaceFact {
  kind: 'invite_sent' | 'invite_accepted' | 'invite_ended' | 'status';
  to: MarketplaceState;
  at: Date;
}

/**
 * `changed`: others must be told. `confirmed`: worth noting, but what others see stays the same. `ignored`: the fact is
 * older than what is known already, or does not apply; it is kept in the history with the reason.
 */
export type Decision =
  | { outcome: 'changed' | 'confirmed'; next: AccountStatus }
  | {
      outcome: 'ignored';
      reason: 'stale_grant' | 'revoked_already' | 'stale_marketplace' | 'not_tiktok' | 'no_effect';
    };

export interface PauseFact {
  paused: boolean;
  at: Date;
}

/** What a fact about the grant does to the account (product.md, "States of a social account"). */
export function afterGrantFact(now: AccountStatus, fact: GrantFact): Decision {
  if (fact.grantVersion < now.grantVersion) return { outcome: 'ignored', reason: 'stale_grant' };
  const next = { ...now, grantVersion: fact.grantVersion };
  switch (fact.kind) {
    case 'authorized':
      // The same grant can't come to life twice: a later fact about it (an end) has been seen already.
      if (fact.grantVersion === now.grantVersion) return { outcome: 'ignored', reason: 'stale_grant' };
      return decide(now, { ...next, authState: 'AUTHENTICATED', revoked: false });
    case 'expired':
      // Proof that the person took it back outweighs any other sign of a dead grant.
      if (now.revoked && fact.grantVersion === now.grantVersion)
        return { outcome: 'ignored', reason: 'revoked_already' };
      return decide(now, { ...next, authState: 'REAUTH', revoked: false });
    case 'revoked':
      return decide(now, { ...next, authState: 'NON_AUTH', revoked: true });
  }
}

/** What an answer of the TikTok Creator Marketplace does to the account. */
export function afterMarketplaceFact(now: AccountStatus, fact: MarketplaceFact): Decision {
  if (now.platform !== 'tiktok') return { outcome: 'ignored', reason: 'not_tiktok' };
  if (now.marketplaceAt && fact.at < now.marketplaceAt) return { outcome: 'ignored', reason: 'stale_marketplace' };
  // An invitation that is sent or ends says nothing about an account that has joined.
  if (fact.kind === 'invite_sent' && now.marketplace === 'TTCM') return { outcome: 'ignored', reason: 'no_effect' };
  if (fact.kind === 'invite_ended' && now.marketplace !== 'INVITED') return { outcome: 'ignored', reason: 'no_effect' };
  return decide(now, { ...now, marketplace: fact.to, marketplaceAt: fact.at });
}

/** What the owner's wish does to the account: its authorization stays what it is. A second wish of the kind is none. */
export function afterPauseFact(now: AccountStatus, { paused, at }: PauseFact): Decision {
  if (paused === (now.pausedAt !== null)) return { outcome: 'ignored', reason: 'no_effect' };
  return decide(now, { ...now, pausedAt: paused ? at : null });
}

export function dataSourceOf(status: AccountStatus): DataSource | null {
  return trackingSource({ ...status, paused: status.pausedAt !== null });
}

function decide(now: AccountStatus, next: AccountStatus): Decision {
  const same =
    now.authState === next.authState &&
    now.marketplace === next.marketplace &&
    now.revoked === next.revoked &&
    now.pausedAt === next.pausedAt &&
    dataSourceOf(now) === dataSourceOf(next);
  return { outcome: same ? 'confirmed' : 'changed', next };
}
