import type { Collection, SocialAccount } from '../api/types';
import { isDelayed } from './collection-progress';

/** What a card says; derived, because an account itself knows three states only. */
export type CardState = 'REAUTH' | 'EXPIRES_SOON' | 'NON_AUTH' | 'REVOKED' | 'DELAYED' | 'PAUSED' | 'AUTHENTICATED';

const soonMs = 14 * 86_400_000;
const urgency: Record<CardState, number> = {
  REAUTH: 0,
  EXPIRES_SOON: 1,
  NON_AUTH: 2,
  REVOKED: 3,
  // It mends itself.
  DELAYED: 4,
  PAUSED: 5,
  AUTHENTICATED: 6,
};

type Facts = Pick<SocialAccount, 'authState' | 'cause' | 'validUntil' | 'pausedAt'>;

/** Without a collection, or before it is known, nothing is delayed. */
export function cardStateOf(
  { authState, cause, validUntil, pausedAt }: Facts,
  now: Date,
  collection?: Collection | null,
): CardState {
  // Whoever paused it has nothing to do, whatever became of the permission meanwhile.
  if (pausedAt !== null) return 'PAUSED';
  if (authState === 'REAUTH') return 'REAUTH';
  if (authState === 'NON_AUTH') return cause.startsWith('revoked_') ? 'REVOKED' : 'NON_AUTH';
  const ends = validUntil === null ? Infinity : Date.parse(validUntil);
  // Somebody has to act on an end, and nobody on a delay.
  if (ends - now.getTime() <= soonMs) return 'EXPIRES_SOON';
  return collection && isDelayed(collection) ? 'DELAYED' : 'AUTHENTICATED';
}

/** Accounts that need somebody come first, then what is late; among equals the order of the server stays. */
export function byUrgency<T extends SocialAccount>(
  accounts: readonly T[],
  now: Date,
  collections: ReadonlyMap<string, Collection | null>,
): T[] {
  const urgencyOf = (account: T) => urgency[cardStateOf(account, now, collections.get(account.id))];
  return accounts.toSorted((a, b) => urgencyOf(a) - urgencyOf(b));
}

/** One card as it is shown. */
export interface ShownCard {
  id: string;
  handle: string;
  state: CardState;
}

type SeenStates = ReadonlyMap<string, CardState>;

/**
 * What is seen now, and which cards changed in the eyes of somebody who saw the page before: one that was not shown yet is
 * no change. Nothing where all is as it was.
 */
export function changesOf(
  seen: SeenStates,
  cards: readonly ShownCard[],
): { seen: SeenStates; changed: ShownCard[] } | undefined {
  const fresh = cards.filter(({ id, state }) => seen.get(id) !== state);
  if (fresh.length === 0) return undefined;
  return {
    seen: new Map([...seen, ...fresh.map(({ id, state }) => [id, state] as const)]),
    changed: fresh.filter(({ id }) => seen.has(id)),
  };
}
