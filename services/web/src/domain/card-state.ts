import type { SocialAccount } from '../api/types';

/** What a card says; derived, because an account itself knows three states only. */
export type CardState = 'REAUTH' | 'EXPIRES_SOON' | 'NON_AUTH' | 'REVOKED' | 'PAUSED' | 'AUTHENTICATED';

const soonMs = 14 * 86_400_000;
const urgency: Record<CardState, number> = {
  REAUTH: 0,
  EXPIRES_SOON: 1,
  NON_AUTH: 2,
  REVOKED: 3,
  PAUSED: 4,
  AUTHENTICATED: 5,
};

export function cardStateOf(
  { authState, cause, validUntil, pausedAt }: Pick<SocialAccount, 'authState' | 'cause' | 'validUntil' | 'pausedAt'>,
  now: Date,
): CardState {
  // Whoever paused it has nothing to do, whatever became of the permission meanwhile.
  if (pausedAt !== null) return 'PAUSED';
  if (authState === 'REAUTH') return 'REAUTH';
  if (authState === 'NON_AUTH') return cause.startsWith('revoked_') ? 'REVOKED' : 'NON_AUTH';
  const ends = validUntil === null ? Infinity : Date.parse(validUntil);
  return ends - now.getTime() <= soonMs ? 'EXPIRES_SOON' : 'AUTHENTICATED';
}

/** Accounts that need somebody come first; among equals the order of the server stays. */
export function byUrgency<T extends SocialAccount>(accounts: readonly T[], now: Date): T[] {
  return accounts.toSorted((a, b) => urgency[cardStateOf(a, now)] - urgency[cardStateOf(b, now)]);
}

/** Accounts whose state differs from what was shown before; one that was not shown yet is no change. */
export function changedAccounts<T extends SocialAccount>(before: readonly T[], after: readonly T[]): T[] {
  const known = new Map(before.map((account) => [account.id, account]));
  return after.filter((account) => {
    const previous = known.get(account.id);
    return (
      previous !== undefined &&
      (previous.authState !== account.authState || (previous.pausedAt === null) !== (account.pausedAt === null))
    );
  });
}
