import { type ErrorDefinition, oauthErrors } from '@creator-connect/contracts';

export interface CauseEntry {
  /** Its stable code, its text and its one next step. */
  error: ErrorDefinition;
  /** What the next step needs: another look with the token we hold, or the platform's dialog once more. */
  remedy: 'check_again' | 'ask_again';
}

/** Why no account could be connected. Closed: an attempt that failed for one of these has only one. */
export const causes = {
  no_page: { error: oauthErrors.noPage, remedy: 'check_again' },
  page_without_instagram: { error: oauthErrors.pageWithoutInstagram, remedy: 'check_again' },
  page_not_ticked: { error: oauthErrors.pageNotTicked, remedy: 'ask_again' },
  instagram_not_ticked: { error: oauthErrors.instagramNotTicked, remedy: 'ask_again' },
  permissions_not_ticked: { error: oauthErrors.scopesMissing, remedy: 'ask_again' },
  personal_account: { error: oauthErrors.personalAccount, remedy: 'check_again' },
  expected_not_offered: { error: oauthErrors.otherAccount, remedy: 'ask_again' },
  placeholder_page: { error: oauthErrors.placeholderPage, remedy: 'ask_again' },
  page_in_portfolio: { error: oauthErrors.pageInPortfolio, remedy: 'check_again' },
  on_another_page: { error: oauthErrors.onAnotherPage, remedy: 'ask_again' },
  page_access_missing: { error: oauthErrors.pageRoleInsufficient, remedy: 'check_again' },
  no_channel: { error: oauthErrors.noChannel, remedy: 'ask_again' },
  consent_refused: { error: oauthErrors.refused, remedy: 'ask_again' },
} as const satisfies Record<string, CauseEntry>;

export type Cause = keyof typeof causes;

export function causeByCode(code: string): Cause | null {
  const found = Object.entries(causes).find(([, { error }]) => error.code === code);
  return found ? (found[0] as Cause) : null;
}
