import type { FailedAnswer } from '../../box/api-door';
import type { FaultDetail } from '../../box/faults';

const STATUS = {
  access_token_invalid: 401,
  scope_not_authorized: 401,
  scope_permission_missed: 400,
  invalid_params: 400,
  rate_limit_exceeded: 429,
  internal_error: 500,
} as const;

export type OpenApiCode = keyof typeof STATUS;

/** A failure of a data call (platforms.md 4.4). [TTD] */
export class OpenApiError extends Error {
  constructor(
    readonly code: OpenApiCode,
    message: string,
    private readonly status: number = STATUS[code],
  ) {
    super(message);
  }

  answer(logId: string): FailedAnswer {
    return {
      status: this.status,
      error: this.code,
      body: { data: {}, error: { code: this.code, message: this.message, log_id: logId } },
    };
  }
}

const OAUTH_CODES = [
  'access_denied',
  'invalid_client',
  'invalid_grant',
  'invalid_request',
  'invalid_scope',
  'unauthorized_client',
  'unsupported_grant_type',
  'unsupported_response_type',
  'server_error',
  'temporarily_unavailable',
] as const;

export type OAuthCode = (typeof OAUTH_CODES)[number];

/** A failure of the token endpoint, which speaks another dialect. Its HTTP status is not documented: a setting. [TTD, inf] */
export class OAuthError extends Error {
  constructor(
    readonly code: OAuthCode,
    message: string,
    readonly status?: number,
  ) {
    super(message);
  }

  answer(logId: string, usualStatus: number): FailedAnswer {
    return {
      status: this.status ?? usualStatus,
      error: this.code,
      body: { error: this.code, error_description: this.message, log_id: logId },
    };
  }
}

export const tokenIsInvalid = (): OpenApiError =>
  new OpenApiError('access_token_invalid', 'The access token is invalid or not found in the request.');

/** A failure that a test asks for by its code, in the dialect of the endpoint it is played on. */
export function playedError(
  { code, status, message = 'Something is wrong.' }: FaultDetail<'error'>,
  onOAuth: boolean,
): OAuthError | OpenApiError {
  if (onOAuth) return new OAuthError(OAUTH_CODES.find((one) => one === code) ?? 'server_error', message, status);
  const known = Object.keys(STATUS).find((one): one is OpenApiCode => one === code) ?? 'internal_error';
  return new OpenApiError(known, message, status ?? STATUS[known]);
}
