import type { CapturedCall } from './loopback-platform';

/** One request as it stood on the wire; headers that every call has are checked once, elsewhere. */
export interface WireLine {
  readonly request: string;
  readonly query?: Record<string, string>;
  readonly authorization?: string;
  readonly accessToken?: string;
  readonly apiKey?: string;
  readonly form?: Record<string, string>;
  readonly json?: unknown;
}

export function wireLine(call: CapturedCall): WireLine {
  const {
    host,
    authorization,
    'access-token': accessToken,
    'x-goog-api-key': apiKey,
    'content-type': type,
  } = call.headers;
  const isForm = type === 'application/x-www-form-urlencoded';
  return {
    request: `${call.method} ${String(host)}${call.path}`,
    ...(Object.keys(call.query).length > 0 && { query: call.query }),
    ...(authorization !== undefined && { authorization: String(authorization) }),
    ...(accessToken !== undefined && { accessToken: String(accessToken) }),
    ...(apiKey !== undefined && { apiKey: String(apiKey) }),
    ...(isForm && { form: Object.fromEntries(new URLSearchParams(call.body)) }),
    ...(type === 'application/json' && { json: JSON.parse(call.body) as unknown }),
  };
}
