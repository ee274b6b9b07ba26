import type { IncomingHttpHeaders } from 'node:http';
import { onlyCookies } from '../edge/cookies';

/** RFC 9110 §7.6.1: these concern one connection, not the message. */
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Credentials end here, and what only the gateway may say to a service can't be said by a client. */
const endsHere = new Set([
  'host',
  'content-length',
  'expect',
  'cookie',
  'authorization',
  'x-csrf-token',
  'x-correlation-id',
  'forwarded',
  'x-real-ip',
  'traceparent',
  'tracestate',
  'baggage',
]);
const endsHerePrefixes = ['x-connect-', 'x-forwarded-', 'x-internal-'];

export interface ForwardedFacts {
  correlationId: string;
  address: string;
  identity: string | undefined;
  /** Prefixes of the cookies that are the service's own. */
  cookies: readonly string[];
}

export function requestHeaders(
  incoming: IncomingHttpHeaders,
  facts: ForwardedFacts,
): Record<string, string | string[]> {
  const named = connectionNames(incoming.connection);
  const headers: Record<string, string | string[]> = {};
  for (const name in incoming) {
    const value = incoming[name];
    if (value === undefined || hopByHop.has(name) || endsHere.has(name) || named?.includes(name)) continue;
    if (endsHerePrefixes.some((prefix) => name.startsWith(prefix))) continue;
    headers[name] = value;
  }
  const cookie = onlyCookies(incoming.cookie, facts.cookies);
  if (cookie) headers['cookie'] = cookie;
  if (facts.identity) headers['x-connect-identity'] = facts.identity;
  headers['x-correlation-id'] = facts.correlationId;
  headers['x-forwarded-for'] = facts.address;
  return headers;
}

/** A service may set these; everything else that guards the browser is the gateway's. */
const ownChoice = new Set(['cache-control', 'referrer-policy']);

export function responseHeaders(
  answered: IncomingHttpHeaders,
  guards: Readonly<Record<string, string>>,
): Record<string, string | string[]> {
  const named = connectionNames(answered.connection);
  const headers: Record<string, string | string[]> = { ...guards };
  for (const name in answered) {
    const value = answered[name];
    if (value === undefined || hopByHop.has(name) || named?.includes(name)) continue;
    if (name in guards && !ownChoice.has(name)) continue;
    if (
      name.startsWith('x-connect-') ||
      name.startsWith('access-control-') ||
      name === 'server' ||
      name === 'x-powered-by'
    )
      continue;
    headers[name] = value;
  }
  return headers;
}

function connectionNames(connection: string | string[] | undefined): string[] | undefined {
  if (connection === undefined || connection === 'keep-alive' || connection === 'close') return undefined;
  return String(connection)
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
}
