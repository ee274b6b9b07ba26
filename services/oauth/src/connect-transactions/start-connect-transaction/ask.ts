import { type EndCause, type Platform, oauthErrors } from '@creator-connect/contracts';
import { causeByCode, causes } from '../../doctor/causes';
import type { ConnectTransaction } from '../domain/connect-transaction';

/** How the platform's page is to ask. */
export interface Ask {
  /** Meta's `auth_type`; at other platforms any value means "always show the page". */
  authType?: 'rerequest' | 'reauthorize';
  /** Just these; everything when absent. */
  scopes?: readonly string[];
}

export type LastAttempt = Pick<ConnectTransaction, 'status' | 'failure' | 'lostSiblingIds'>;

/**
 * A platform does not ask again by itself for what a person once declined or left out, nor renews data access that has
 * ended; it must be told to.
 */
export function askFor(platform: Platform, endCause: EndCause | null, last: LastAttempt | null): Ask {
  if (endCause === 'data_access_expired') return { authType: 'reauthorize' };
  if (last?.failure?.code === oauthErrors.scopesMissing.code) {
    const { missingScopes } = last.failure;
    // Only Meta keeps what was granted before; elsewhere a new grant holds no more than was asked for with it.
    if (platform !== 'instagram' || !missingScopes) return { authType: 'rerequest' };
    return { authType: 'rerequest', scopes: missingScopes };
  }
  return endCause === 'permission_lost' || leftSomethingOut(last) ? { authType: 'rerequest' } : {};
}

/** Pages or accounts: a person who is known already would be waved through with the same choice. */
function leftSomethingOut(last: LastAttempt | null): boolean {
  if (!last) return false;
  const cause = last.failure && causeByCode(last.failure.code);
  const mustAsk = cause !== null && causes[cause].remedy === 'ask_again' && cause !== 'consent_refused';
  return mustAsk || last.status === 'SETUP_UNFINISHED' || last.lostSiblingIds.length > 0;
}
