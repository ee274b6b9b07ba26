import type { FailedAnswer } from '../box/api-door';
import type { FaultDetail } from '../box/faults';
import { YOUTUBE_READONLY } from './scopes';

const STATUS_WORD: Record<number, string> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  503: 'UNAVAILABLE',
};

interface More {
  /** Where the fault lies: `location` and `locationType` of the answer. */
  location?: readonly [name: string, type: 'header' | 'parameter'];
  details?: object;
  headers?: Record<string, string>;
}

/** A failure of the YouTube APIs: the reason decides, not the status (platforms.md 3.6). [K unless tagged there] */
export class GoogleApiError extends Error {
  constructor(
    readonly status: number,
    readonly reason: string,
    message: string,
    private readonly domain = 'global',
    private readonly more: More = {},
  ) {
    super(message);
  }

  answer(): FailedAnswer {
    const { location, details, headers } = this.more;
    const where = location && { location: location[0], locationType: location[1] };
    const word = STATUS_WORD[this.status];
    return {
      status: this.status,
      error: this.reason,
      ...(headers ? { headers } : {}),
      body: {
        error: {
          code: this.status,
          message: this.message,
          errors: [{ message: this.message, domain: this.domain, reason: this.reason, ...where }],
          ...(word === undefined ? {} : { status: word }),
          ...(details ? { details: [details] } : {}),
        },
      },
    };
  }
}

const REALM = 'Bearer realm="https://accounts.google.com/"';

export const badToken = (): GoogleApiError =>
  new GoogleApiError(
    401,
    'authError',
    'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
    'global',
    { location: ['Authorization', 'header'], headers: { 'www-authenticate': `${REALM}, error="invalid_token"` } },
  );

export const loginRequired = (): GoogleApiError =>
  new GoogleApiError(401, 'required', 'Login Required.', 'global', {
    location: ['Authorization', 'header'],
    headers: { 'www-authenticate': REALM },
  });

export const scopeMissing = (service: string, needed: string): GoogleApiError =>
  new GoogleApiError(403, 'insufficientPermissions', 'Request had insufficient authentication scopes.', 'global', {
    details: {
      '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
      reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
      domain: 'googleapis.com',
      metadata: { service },
    },
    headers: { 'www-authenticate': `${REALM}, error="insufficient_scope", scope="${needed}"` },
  });

/** The day's units are used up; back at midnight in California. [CODE] */
export const quotaExceeded = (): GoogleApiError =>
  new GoogleApiError(
    403,
    'quotaExceeded',
    'The request cannot be completed because you have exceeded your quota.',
    'youtube.quota',
  );

export const rateLimited = (reason = 'rateLimitExceeded'): GoogleApiError =>
  new GoogleApiError(403, reason, 'Rate Limit Exceeded', 'usageLimits');

/** What comes with more than a reason; the domain of some others. */
const WORDED: Record<string, () => GoogleApiError> = {
  authError: badToken,
  insufficientPermissions: () => scopeMissing('youtube.googleapis.com', YOUTUBE_READONLY),
  quotaExceeded,
  rateLimitExceeded: () => rateLimited(),
  userRateLimitExceeded: () => rateLimited('userRateLimitExceeded'),
};

/** Any reason of Google's lists, as a test asks for it (platforms.md 3.6). */
export function playedError({ code, status, message }: FaultDetail<'error'>): GoogleApiError {
  const worded = WORDED[code]?.();
  if (worded && status === undefined && message === undefined) return worded;
  const domain = code === 'youtubeSignupRequired' ? 'youtube.header' : 'youtube';
  return new GoogleApiError(status ?? usualStatus(code), code, message ?? 'Played by the sandbox.', domain);
}

/** The status that comes with a reason. */
function usualStatus(reason: string): number {
  if (reason === 'backendError') return 503;
  if (reason.endsWith('NotFound')) return 404;
  if (reason === 'authError' || reason === 'youtubeSignupRequired') return 401;
  return reason.startsWith('invalid') || reason === 'badRequest' ? 400 : 403;
}

export const badParameter = (reason: string, message: string, parameter: string): GoogleApiError =>
  new GoogleApiError(400, reason, message, 'youtube.parameter', { location: [parameter, 'parameter'] });

export const notFound = (reason: string, what: string, parameter: string): GoogleApiError =>
  new GoogleApiError(
    404,
    reason,
    `The ${what} identified with the request's ${parameter} parameter cannot be found.`,
    'youtube.common',
    {
      location: [parameter, 'parameter'],
    },
  );
