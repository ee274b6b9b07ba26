import { requestHeaders, responseHeaders } from './forward-headers';

const facts = { correlationId: 'c-1', address: '192.0.2.1', identity: 'signed', cookies: [] };

describe('forwarded headers', () => {
  it('takes nothing from a client that only the gateway may say', () => {
    const headers = requestHeaders(
      {
        'x-connect-identity': 'forged',
        'x-connect-organisation': 'other',
        'x-forwarded-for': '203.0.113.9',
        'x-forwarded-host': 'evil.example',
        forwarded: 'for=203.0.113.9',
        'x-correlation-id': 'client',
        traceparent: '00-1-1-01',
        authorization: 'Bearer secret',
        cookie: '__Host-session=secret; theme=dark',
        'content-type': 'application/json',
        'idempotency-key': 'k',
      },
      facts,
    );
    expect(headers).toEqual({
      'content-type': 'application/json',
      'idempotency-key': 'k',
      'x-connect-identity': 'signed',
      'x-correlation-id': 'c-1',
      'x-forwarded-for': '192.0.2.1',
    });
  });

  it('strips what belongs to one connection, also when Connection names it', () => {
    const headers = requestHeaders(
      { connection: 'keep-alive, X-Hop', 'x-hop': '1', te: 'trailers', upgrade: 'websocket', accept: '*/*' },
      facts,
    );
    expect(Object.keys(headers).sort()).toEqual([
      'accept',
      'x-connect-identity',
      'x-correlation-id',
      'x-forwarded-for',
    ]);
  });

  it("passes a service's own cookies on and back", () => {
    const headers = requestHeaders(
      { cookie: '__Host-session=s; __Host-oauth-1=o' },
      { ...facts, cookies: ['__Host-oauth-'] },
    );
    expect(headers['cookie']).toBe('__Host-oauth-1=o');
    expect(responseHeaders({ 'set-cookie': ['a=1', 'b=2'], location: '/connect' }, {})).toEqual({
      'set-cookie': ['a=1', 'b=2'],
      location: '/connect',
    });
  });

  it('lets a service tighten caching and referrers, and change no other guard', () => {
    const guards = {
      'content-security-policy': "default-src 'self'",
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
    };
    const headers = responseHeaders(
      {
        'content-security-policy': 'none',
        'referrer-policy': 'no-referrer',
        'access-control-allow-origin': '*',
        'x-powered-by': 'x',
        'x-connect-secret': 'x',
        'transfer-encoding': 'chunked',
        'content-type': 'application/json',
      },
      guards,
    );
    expect(headers).toEqual({ ...guards, 'referrer-policy': 'no-referrer', 'content-type': 'application/json' });
  });
});
