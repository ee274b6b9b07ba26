import type { FreshConsent } from '../handle-callback/judge-grant';

export interface ConnectedAccount {
  isAccount(platformAccountId: string): boolean;
  pageId: string | null;
}

/** Whether a consent still reaches an account that was connected by an earlier one of the same person. */
export function isCovered(
  { missingScopes, tickedAccounts, tickedPages }: FreshConsent,
  { isAccount, pageId }: ConnectedAccount,
): boolean {
  if (missingScopes.length > 0) return false;
  if (tickedAccounts && !tickedAccounts.some(isAccount)) return false;
  return tickedPages === null || pageId === null || tickedPages.includes(pageId);
}
