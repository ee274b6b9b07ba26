import { call, type Browser } from './support/browser';
import { GatewayFixture, type Owner } from './support/gateway-fixture';

describe('cross-site request forgery', () => {
  let gateway: GatewayFixture;
  let owner: Owner;
  let browser: Browser;
  let token: string;

  beforeAll(async () => {
    gateway = await GatewayFixture.start();
    owner = await gateway.install();
    browser = await gateway.signedIn(owner);
    token = browser.csrfToken;
  });
  afterAll(() => gateway.stop());

  const send = (headers: Record<string, string>, body: string, path = '/v1/influencers') =>
    call(gateway.base, 'POST', path, { headers: { cookie: browser.cookieHeader, ...headers }, body });
  const own = () => ({ origin: gateway.publicUrl, 'x-csrf-token': token });

  it('lets our own page through', async () => {
    const answer = await send({ ...own(), 'content-type': 'application/json' }, '{}');
    expect(answer.status).toBe(200);
  });

  it.each([
    ['application/x-www-form-urlencoded', 'name=x'],
    ['text/plain', '{"name":"x"}'],
    ['multipart/form-data; boundary=b', '--b--'],
    ['application/json', '{}'],
  ])('refuses a form of another site with %s', async (type, body) => {
    for (const path of ['/v1/influencers', '/v1/sessions', '/v1/link-session', '/v1/api-keys', '/v1/applications']) {
      const headers = {
        'content-type': type,
        origin: 'http://attacker.localhost:4406',
        'sec-fetch-site': 'cross-site',
      };
      const answer = await send(headers, body, path);
      expect([path, answer.status, answer.body['code']]).toEqual([path, 403, 'gateway.csrf']);
    }
  });

  it.each(['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=b', 'application/xml'])(
    'takes no %s even from our own page',
    async (type) => {
      const answer = await send({ ...own(), 'content-type': type }, 'x');
      expect(answer.body['code']).toBe('request.unsupported_media_type');
    },
  );

  it.each([
    ['neither origin nor fetch metadata', () => ({ 'x-csrf-token': token })],
    ['an opaque origin', () => ({ origin: 'null', 'x-csrf-token': token })],
    ['a sibling host', () => ({ ...own(), 'sec-fetch-site': 'same-site' })],
    ['an address typed in', () => ({ ...own(), 'sec-fetch-site': 'none' })],
    ['no token', () => ({ origin: gateway.publicUrl })],
    ['a made-up token', () => ({ origin: gateway.publicUrl, 'x-csrf-token': 'x'.repeat(43) })],
  ])('refuses a request with %s', async (_, headers) => {
    const seen = gateway.services.forwarded().length;
    const answer = await send({ 'content-type': 'application/json', ...headers() }, '{}');
    expect([answer.status, answer.body['code']]).toEqual([403, 'gateway.csrf']);
    expect(gateway.services.forwarded()).toHaveLength(seen);
  });

  it('lets a mail program post to the address of a reminder, and tells its owner nothing of who is signed in', async () => {
    const token = 'u'.repeat(43);
    for (const [type, body] of [
      ['multipart/form-data; boundary=b', '--b--'],
      ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    ] as const) {
      const answer = await send(
        { 'content-type': type, 'sec-fetch-site': 'cross-site' },
        body,
        `/unsubscribe/${token}`,
      );
      expect(answer.status).toBe(200);
      const seen = gateway.services.forwarded().at(-1)!;
      expect(seen).toMatchObject({ service: 'notifications', method: 'POST', url: `/unsubscribe/${token}` });
      expect([seen.headers['content-type'], seen.body.toString()]).toEqual([type, body]);
      expect([seen.headers.cookie, seen.headers['x-connect-identity']]).toEqual([undefined, undefined]);
    }
  });

  it("refuses another session's token", async () => {
    const other = await gateway.signedIn(owner);
    const headers = { ...own(), 'content-type': 'application/json', 'x-csrf-token': other.csrfToken };
    expect((await send(headers, '{}')).status).toBe(403);
  });

  it('refuses a session planted by a sibling host: its token is not known to the page', async () => {
    const victim = gateway.browser();
    victim.cookies.set('__Host-session', browser.cookies.get('__Host-session')!);
    expect((await victim.post('/v1/influencers', {})).status).toBe(403);
  });

  it('asks sign-out and sign-in for it too', async () => {
    const headers = { cookie: browser.cookieHeader, origin: 'http://attacker.localhost:4406' };
    expect((await call(gateway.base, 'DELETE', '/v1/sessions/current', { headers })).status).toBe(403);
    const body = JSON.stringify({ email: owner.email, password: owner.password });
    const signIn = await call(gateway.base, 'POST', '/v1/sessions', {
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect([signIn.status, signIn.body['code']]).toEqual([403, 'gateway.csrf']);
  });

  it('never lets another origin read an answer', async () => {
    for (const origin of ['https://evil.example', 'null', `${gateway.publicUrl}.evil.example`, gateway.publicUrl]) {
      const answer = await call(gateway.base, 'GET', '/v1/influencers', {
        headers: { origin, cookie: browser.cookieHeader },
      });
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
      const preflight = await call(gateway.base, 'OPTIONS', '/v1/influencers', {
        headers: { origin, 'access-control-request-method': 'POST' },
      });
      expect(preflight.status).toBe(400);
      expect(Object.keys(preflight.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
    }
  });
});
