import { oauthErrors } from '@creator-connect/contracts';
import type { PlatformError } from '@creator-connect/platforms';
import type { Failure } from '../domain/connect-transaction';

/** What a platform's failure means to the person who is connecting. */
export function failureOfPlatform(error: PlatformError): Failure {
  switch (error.failure.kind) {
    case 'transient':
    case 'throttled':
    case 'unknown':
      return { code: oauthErrors.platformUnavailable.code };
    case 'scope_lost':
      return { code: oauthErrors.scopesMissing.code, missingScopes: error.failure.scopes };
    case 'grant_dead':
      return {
        code: error.deathCause === 'consent_refused' ? oauthErrors.refused.code : oauthErrors.exchangeFailed.code,
      };
    default:
      return { code: oauthErrors.exchangeFailed.code };
  }
}
