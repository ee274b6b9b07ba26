import { defineError } from './app-error';

export const oauthErrors = {
  stateInvalid: defineError(
    'oauth.state_invalid',
    'invalid_input',
    'This attempt to connect is unknown, too old or was used already.',
    'Go back to the page you came from and press Connect again.',
  ),
  otherBrowser: defineError(
    'oauth.other_browser',
    'forbidden',
    'This attempt to connect was started in another browser or by another person.',
    'Start again in this browser.',
  ),
  refused: defineError(
    'oauth.consent_refused',
    'conflict',
    'You did not give your consent, so nothing was connected.',
    'Try again whenever you like.',
  ),
  scopesMissing: defineError(
    'oauth.scopes_missing',
    'conflict',
    'Some permissions that are needed were not granted.',
    'Ask again and tick the permissions listed.',
  ),
  scopesSurplus: defineError(
    'oauth.scopes_surplus',
    'conflict',
    'The platform granted more than we ask for, so nothing was stored.',
    'Tell the operator: the app registration at the platform asks for too much.',
  ),
  foreignToken: defineError(
    'oauth.foreign_token',
    'conflict',
    'The platform answered with a token that was not issued to this installation.',
    'Try again. If it happens again, tell the operator.',
  ),
  exchangeFailed: defineError(
    'oauth.exchange_failed',
    'conflict',
    'The platform did not complete the connection.',
    'Try again in a moment.',
  ),
  platformUnavailable: defineError(
    'oauth.platform_unavailable',
    'unavailable',
    'The platform does not answer properly right now.',
    'Nothing was changed. Try again in a few minutes.',
  ),
  notConfigured: defineError(
    'oauth.platform_not_configured',
    'unavailable',
    'This installation has no app registration at this platform.',
    'Ask the operator to configure the platform (docs/platforms).',
  ),
  noPage: defineError(
    'oauth.instagram_no_page',
    'conflict',
    'There is no Facebook Page among what you shared.',
    'Create a Page, link your Instagram account to it, then try again and tick the Page.',
  ),
  pageWithoutInstagram: defineError(
    'oauth.instagram_page_without_account',
    'conflict',
    'None of the shared Pages has an Instagram professional account linked to it.',
    'Switch Instagram to a professional account and link it to your Page, then check again.',
  ),
  candidateUnknown: defineError(
    'oauth.candidate_unknown',
    'invalid_input',
    'This account is not among those the platform offered.',
    'Choose one of the listed accounts.',
  ),
  transactionFinished: defineError(
    'oauth.transaction_finished',
    'conflict',
    'This attempt to connect is finished.',
    'Start again if you want to connect another account.',
  ),
  otherAccount: defineError(
    'oauth.other_account',
    'conflict',
    'Another account than the expected one came back; nothing was stored.',
    'Log out at the platform, log in to the expected account, and try again.',
  ),
  noAuthorization: defineError(
    'oauth.no_authorization',
    'not_found',
    'This account has no live authorization.',
    'Ask the influencer to authenticate it.',
  ),
  refreshInProgress: defineError(
    'oauth.refresh_in_progress',
    'unavailable',
    'The token of this account is being renewed.',
    'Try again in a few seconds.',
  ),
  vaultFailure: defineError(
    'oauth.vault_failure',
    'bug',
    'A stored token could not be opened.',
    'The operator must check the key ring; the alarm names the key id.',
  ),
};
