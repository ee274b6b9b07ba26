import type { AuthState, Platform } from '@creator-connect/contracts';

export interface KnownAccount {
  id: string;
  platform: Platform;
  handle: string;
  authState: AuthState;
  /** Its owner wants nothing collected for now, so nobody asks them for anything. */
  pausedAt: Date | null;
}

export interface AskedAccount {
  platform: Platform;
  handle?: string | undefined;
}

export interface NewItem {
  platform: Platform;
  socialAccountId: string | null;
  expectedHandle: string | null;
}

/**
 * What a request asks for: every known account that needs its owner, and each requested one that none of them answers.
 * "Instagram" alone means the Instagram account that needs its owner, where there is one; with the handle of a live
 * account it asks for nothing.
 */
export function itemsOf(known: readonly KnownAccount[], asked: readonly AskedAccount[]): NewItem[] {
  const needing = known.filter(({ authState, pausedAt }) => authState !== 'AUTHENTICATED' && pausedAt === null);
  const open = needing.map(itemOf);
  const answered = ({ platform, handle }: AskedAccount) =>
    handle === undefined
      ? needing.some((account) => account.platform === platform)
      : known.some((account) => account.platform === platform && sameHandle(account.handle, handle));
  const fresh = asked
    .filter((account) => !answered(account))
    .map(({ platform, handle }) => ({ platform, socialAccountId: null, expectedHandle: handle ?? null }));
  return [...open, ...fresh];
}

/** What a mail about the coming end of a grant asks for: the accounts that still live on it, or on an older one. */
export function itemsToRenew(
  known: readonly (KnownAccount & { grantVersion: number })[],
  endingGrantVersion: number,
): NewItem[] {
  return known
    .filter(
      ({ authState, grantVersion, pausedAt }) =>
        authState === 'AUTHENTICATED' && pausedAt === null && grantVersion <= endingGrantVersion,
    )
    .map(itemOf);
}

const itemOf = ({ id, platform }: KnownAccount): NewItem => ({ platform, socialAccountId: id, expectedHandle: null });

/** Handles are shown and typed with and without @, in any case. They never prove an identity. */
export function sameHandle(left: string, right: string): boolean {
  return plainHandle(left) === plainHandle(right);
}

export function plainHandle(handle: string): string {
  return handle.trim().replace(/^@/, '').toLowerCase();
}
