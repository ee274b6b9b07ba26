import type { FailedAnswer } from '../../box/api-door';
import type { FaultDetail } from '../../box/faults';
import { randomAlphanumeric } from '../../box/secrets';

export interface GraphErrorDetail {
  subcode?: number;
  type?: 'OAuthException' | 'GraphMethodException';
  userTitle?: string;
  userMessage?: string;
  transient?: boolean;
  status?: number;
  headers?: Record<string, string>;
}

/** An answer in Meta's envelope (platforms.md 1.12). Most failures are HTTP 400; the code decides, not the status. [ERR, K] */
export class GraphError extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly detail: GraphErrorDetail = {},
  ) {
    super(message);
  }

  answer(): FailedAnswer {
    const { subcode, type = 'OAuthException', userTitle, userMessage, transient, status = 400, headers } = this.detail;
    const challenge = { 'www-authenticate': `OAuth "Facebook Platform" "invalid_token" "${this.message}"` };
    return {
      status,
      error: subcode === undefined ? String(this.code) : `${this.code}/${subcode}`,
      headers: { ...(this.code === 190 ? challenge : {}), ...headers },
      body: {
        error: {
          message: this.message,
          type,
          code: this.code,
          ...(subcode === undefined ? {} : { error_subcode: subcode }),
          ...(transient === undefined ? {} : { is_transient: transient }),
          ...(userTitle === undefined ? {} : { error_user_title: userTitle }),
          ...(userMessage === undefined ? {} : { error_user_msg: userMessage }),
          fbtrace_id: `A${randomAlphanumeric(22)}`,
        },
      },
    };
  }
}

export const badParameter = (message: string): GraphError => new GraphError(100, `(#100) ${message}`);

export const metricRemoved = (metric: string, of: 'media' | 'user'): GraphError =>
  badParameter(
    `Starting from version v22.0 and above, the ${metric} metric is no longer supported for the queried ${of}.`,
  );

export const metricNotHere = (metric: string): GraphError =>
  badParameter(`The Media Insights API does not support the ${metric} metric for this media product type.`);

/** The same answer for "does not exist" and "you may not see it". [ERR] */
export const missingObject = (id: string, method = 'get'): GraphError =>
  new GraphError(
    100,
    `Unsupported ${method} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation`,
    { subcode: 33, type: 'GraphMethodException' },
  );

export const missingPermission = (): GraphError =>
  new GraphError(10, '(#10) Application does not have permission for this action');

const TOKEN_MESSAGES: Record<number, string> = {
  458: 'Error validating access token: The user has not authorized application.',
  459: 'Error validating access token: You cannot access the app till you log in to www.facebook.com and follow the instructions given.',
  460: 'Error validating access token: The session has been invalidated because the user changed their password or Facebook has changed the session for security reasons.',
  463: 'Error validating access token: Session has expired.',
  464: 'Error validating access token: Sessions for the user are not allowed because the user is not a confirmed user.',
  467: 'Error validating access token: The session is invalid because the user logged out.',
  492: 'Error validating access token: The user must be an administrator, editor, or moderator of the page in order to impersonate it.',
};

export const tokenMessage = (subcode: number | undefined): string =>
  TOKEN_MESSAGES[subcode ?? 0] ?? 'Invalid OAuth access token - Cannot parse access token';

export const tokenInvalid = (subcode?: number): GraphError =>
  new GraphError(190, tokenMessage(subcode), subcode === undefined ? {} : { subcode });

const THROTTLES: Record<number, string> = {
  4: '(#4) Application request limit reached',
  17: '(#17) User request limit reached',
  32: '(#32) Page request limit reached',
  341: '(#341) Feed action request limit reached',
  368: 'The action attempted has been deemed abusive or is otherwise disallowed',
  613: '(#613) Calls to this api have exceeded the rate limit.',
  80001: '(#80001) There have been too many calls to this Page account. Wait a bit and try again.',
  80002: '(#80002) There have been too many calls to this Instagram account. Wait a bit and try again.',
};

export const throttled = (code: number, headers: Record<string, string>): GraphError =>
  new GraphError(code, THROTTLES[code] ?? `(#${code}) Request limit reached`, { headers, transient: true });

export const outage = (status: number): GraphError =>
  new GraphError(2, 'An unexpected error has occurred. Please retry your request later.', { status, transient: true });

/** Any code of Meta's list, as a test asks for it (platforms.md 1.12). */
export function playedError({ code, subcode, status, message }: FaultDetail<'error'>): GraphError {
  const number = Number(code);
  if (!Number.isInteger(number)) return badParameter(`A scripted failure named the code ${code}`);
  const transient = number === 1 || number === 2;
  return new GraphError(number, message ?? `(#${code}) An error has occurred.`, {
    ...(subcode === undefined ? {} : { subcode }),
    ...(status === undefined ? {} : { status }),
    transient,
  });
}
