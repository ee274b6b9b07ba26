import { type EndCause, type Platform, oauthErrors } from '@creator-connect/contracts';
import { causeByCode, causes } from '../../doctor/causes';
import type { ConnectTransaction, Failure } from '../domain/connect-transaction';

/** How the platform's page is to ask. */
export interface Ask {
  /** Meta's `auth_type`; at other platforms any value means "always show the page". */
  authType?: 'rerequest' | 'reauthorize';
  /** Just these; everything when absent. */
  scopes?: readonly string[];
  /** Who left these out: HMAC of the person at the platform. */
  narrowedFor?: Buffer;
}

export type LastAttempt = Pick<ConnectTransaction, 'status' | 'failure' | 'lostSiblingIds' | 'narrowedFor'>;

/**
 * A platform does not ask again by itself for what a person once declined or left out, nor renews data access that has
 * ended; it must be told to.
 */
export function askFor(platform: Platform, endCause: EndCause | null, last: LastAttempt | null): Ask {
  if (endCause === 'data_access_expired') return { authType: 'reauthorize' };
  if (last?.failure?.code === oauthErrors.scopesMissing.code) {
    return { authType: 'rerequest', ...narrowed(platform, last, last.failure) };
  }
  return endCause === 'permission_lost' || leftSomethingOut(last) ? { authType: 'rerequest' } : {};
}

/**
 * Only Meta keeps what was granted before; elsewhere a new grant holds no more than was asked for with it. And only who was
 * asked for everything is known to have left out no more: another profile that was signed in meanwhile was not.
 */
function narrowed(platform: Platform, { narrowedFor }: LastAttempt, failure: Failure): Omit<Ask, 'authType'> {
  const { missingScopes: scopes, missingFrom } = failure;
  if (platform !== 'instagram' || !scopes || !missingFrom) return {};
  const person = Buffer.from(missingFrom, 'hex');
  return narrowedFor && !narrowedFor.equals(person) ? {} : { scopes, narrowedFor: person };
}

/** Pages or accounts: a person who is known already would be waved through with the same choice. */
function leftSomethingOut(last: LastAttempt | null): boolean {
  if (!last) return false;
  const cause = last.failure && causeByCode(last.failure.code);
  const mustAsk = cause !== null && causes[cause].remedy === 'ask_again' && cause !== 'consent_refused';
  return mustAsk || last.status === 'SETUP_UNFINISHED' || last.lostSiblingIds.length > 0;
}
