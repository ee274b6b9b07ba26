import { type ApiVoice } from '../box/api-door';
import { queryField } from '../box/parameters';
import { badToken, GoogleApiError, quotaExceeded, rateLimited } from './api-error';
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
      if (fault.kind === 'error') {
        const status = fault.status ?? usualStatus(fault.code);
        return new GoogleApiError(status, fault.code, fault.message ?? 'Played by the sandbox.', 'youtube').answer();
      }
      return badToken().answer();
    },
    word: (error) => (error instanceof GoogleApiError ? error.answer() : undefined),
    malformed: (message) => new GoogleApiError(400, 'badRequest', message).answer(),
  };
}

/** The status that comes with a reason (platforms.md 3.6). */
function usualStatus(reason: string): number {
  if (reason.endsWith('NotFound')) return 404;
  if (reason === 'authError' || reason === 'youtubeSignupRequired') return 401;
  return reason.startsWith('invalid') || reason === 'badRequest' ? 400 : 403;
}
