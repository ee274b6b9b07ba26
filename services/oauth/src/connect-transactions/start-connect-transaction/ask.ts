import { type EndCause, oauthErrors } from '@creator-connect/contracts';

/** Meta's `auth_type`; at TikTok any value means "always show the page". */
export type Ask = 'rerequest' | 'reauthorize' | undefined;

/**
 * A platform does not ask again by itself for what a person once declined or left out, nor renews data access that has
 * ended; it must be told to.
 */
export function askFor(endCause: EndCause | null, lastFailureCode: string | null): Ask {
  if (endCause === 'data_access_expired') return 'reauthorize';
  if (lastFailureCode === oauthErrors.scopesMissing.code || endCause === 'permission_lost') return 'rerequest';
  return undefined;
}
