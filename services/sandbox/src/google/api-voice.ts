import { type ApiVoice } from '../box/api-door';
import { queryField } from '../box/parameters';
import { badToken, GoogleApiError, playedError, quotaExceeded, rateLimited } from './api-error';
import type { Google } from './google';
import { bearerOf } from './oauth-api/token-info';

/** How the YouTube APIs word the failures that can be scripted. */
export function googleApiVoice({ grants }: Google): ApiVoice {
  return {
    platform: 'google',
    tokenOf: (request) => bearerOf(request) ?? queryField(request, 'access_token'),
    personaOf: (text) => grants.personaOf(text),
    fail(_request, fault) {
      if (fault.kind === 'status') {
        return new GoogleApiError(fault.status, 'backendError', 'Backend Error').answer();
      }
      if (fault.kind === 'throttle') {
        return (fault.reason === 'quotaExceeded' ? quotaExceeded() : rateLimited(fault.reason)).answer();
      }
      if (fault.kind === 'error') return playedError(fault).answer();
      return badToken().answer();
    },
    word: (error) => (error instanceof GoogleApiError ? error.answer() : undefined),
    malformed: (message) => new GoogleApiError(400, 'badRequest', message).answer(),
  };
}
