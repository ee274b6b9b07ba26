import type { FailedAnswer } from '../box/api-door';

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
