import type { ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { requestErrors } from '@creator-connect/contracts';
import { call, type Browser } from './support/browser';
import { GatewayFixture, type Owner } from './support/gateway-fixture';
import { decodeIdentity } from './support/identity';

const asPage = { headers: { accept: 'text/html,*/*;q=0.8', 'accept-language': 'de-AT,de;q=0.9,en;q=0.8' } };

describe('the edge', () => {
  let gateway: GatewayFixture;
  let owner: Owner;
  let browser: Browser;
  const webDir = mkdtempSync(join(tmpdir(), 'gateway-web-'));

  beforeAll(async () => {
    mkdirSync(join(webDir, 'assets'));
    writeFileSync(join(webDir, 'index.html'), '<html><meta name="csp-nonce" content="__CSP_NONCE__"></html>');
    writeFileSync(join(webDir, 'assets', 'app-1a2b3c.js'), 'export {};');
    gateway = await GatewayFixture.start({ WEB_DIR: webDir, UPSTREAM_TIMEOUT_SECONDS: '2' });
    owner = await gateway.install();
    browser = await gateway.signedIn(owner);
  });
  afterEach(() => {
    gateway.services.answer = undefined;
  });
  afterAll(async () => {
    await gateway.stop();
    rmSync(webDir, { recursive: true });
  });

  describe('forwarding', () => {
    it('says who asks in its own words, and lets nobody say it for it', async () => {
      await browser.get('/v1/influencers?limit=1', {
        'x-connect-identity': 'forged',
        'x-connect-org': crypto.randomUUID(),
        'x-forwarded-for': '203.0.113.9',
        'x-forwarded-host': 'evil.example',
        forwarded: 'for=203.0.113.9',
        'x-real-ip': '203.0.113.9',
      });
      const request = gateway.services.forwarded().at(-1)!;
      expect(request).toMatchObject({ service: 'accounts', url: '/v1/influencers?limit=1' });
      expect(await decodeIdentity(gateway, 'accounts', request)).toMatchObject({
        kind: 'member',
        sub: owner.userId,
        org: owner.organisationId,
        role: 'owner',
      });
      expect(request.headers['x-forwarded-for']).toBe('127.0.0.1');
      const names = Object.keys(request.headers);
      for (const name of ['x-connect-org', 'x-forwarded-host', 'forwarded', 'x-real-ip', 'cookie', 'authorization'])
        expect(names).not.toContain(name);
    });

    it('signs for the one service only', async () => {
      await browser.get('/v1/posts');
      const request = gateway.services.forwarded().at(-1)!;
      expect(request.service).toBe('collector');
      await expect(decodeIdentity(gateway, 'collector', request)).resolves.toBeDefined();
      await expect(decodeIdentity(gateway, 'accounts', request)).rejects.toMatchObject({ kind: 'unauthorized' });
    });

    it.each([
      ['/webhooks/instagram/deauthorize', 'application/x-www-form-urlencoded'],
      ['/webhooks/instagram/changes', 'application/json'],
      ['/webhooks/tiktok', 'application/json'],
      ['/webhooks/youtube', 'application/secevent+jwt'],
    ])("passes a webhook's bytes untouched to %s as %s and asks it for nothing", async (path, contentType) => {
      const body = Buffer.concat([Buffer.from('signed_request=  a.b \r\n'), randomBytes(200)]);
      const answer = await call(gateway.base, 'POST', path, {
        headers: { 'content-type': contentType, 'x-hub-signature-256': 'sha256=x' },
        body,
      });
      expect(answer.status).toBe(200);
      const request = gateway.services.forwarded().at(-1)!;
      expect(request.body.equals(body)).toBe(true);
      expect(request.headers).toMatchObject({ 'content-type': contentType, 'x-hub-signature-256': 'sha256=x' });
      expect(request.headers['x-connect-identity']).toBeUndefined();
    });

    it('passes redirects and cookies of a service, and its own cookies only', async () => {
      gateway.services.answer = (_, response) => {
        response.writeHead(303, {
          location: '/connect/transactions/1',
          'set-cookie': ['__Host-oauth-1=; Max-Age=0', 'b=2'],
        });
        response.end();
      };
      const answer = await browser.get('/oauth/instagram/callback?code=c&state=s', {
        cookie: `${browser.cookieHeader}; __Host-oauth-1=bound; theme=dark`,
      });
      expect([answer.status, answer.headers['location']]).toEqual([303, '/connect/transactions/1']);
      expect(answer.setCookies).toEqual(['__Host-oauth-1=; Max-Age=0', 'b=2']);
      expect(gateway.services.forwarded().at(-1)!.headers['cookie']).toBe('__Host-oauth-1=bound');
    });

    it('brings a callback without a session to its service, without an identity', async () => {
      const answer = await call(gateway.base, 'GET', '/oauth/tiktok/callback?state=s');
      expect(answer.status).toBe(200);
      expect(gateway.services.forwarded().at(-1)!.headers['x-connect-identity']).toBeUndefined();
    });

    it('streams a large answer and keeps one correlation id', async () => {
      const large = randomBytes(3_000_000).toString('base64');
      gateway.services.answer = (_, response) => response.end(large);
      const answer = await browser.get('/v1/posts', { 'x-correlation-id': 'my-own-correlation' });
      expect(answer.text === large).toBe(true);
      expect(answer.headers['x-correlation-id']).toBe('my-own-correlation');
      expect(gateway.services.forwarded().at(-1)!.headers['x-correlation-id']).toBe('my-own-correlation');
    });

    it('says that a service does not answer, or not in time', async () => {
      gateway.services.answer = (_, response) => response.destroy();
      const gone = await browser.get('/v1/posts');
      expect([gone.status, gone.body['code']]).toEqual([503, 'request.unavailable']);
      gateway.services.answer = () => undefined;
      const slow = await browser.post('/v1/influencers', {});
      expect([slow.status, slow.body['code']]).toEqual([503, 'request.unavailable']);
      expect(slow.headers['content-type']).toContain('application/problem+json');
    });

    it('breaks off where a service breaks off in mid-answer', async () => {
      gateway.services.answer = (_, response) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('half');
        setTimeout(() => response.destroy(), 20);
      };
      await expect(browser.get('/v1/posts')).rejects.toThrow();
    });

    it('refuses a body that is nested a hundred thousand deep (HT-03)', async () => {
      const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
      for (const [path, body] of [
        ['/v1/sessions', `{"email":${deep},"password":"x"}`],
        ['/v1/sessions', deep],
        ['/v1/password-resets', `{"email":${deep}}`],
        ['/v1/link-session/proof', deep],
      ] as const) {
        const headers = {
          'content-type': 'application/json',
          origin: gateway.publicUrl,
          'sec-fetch-site': 'same-origin',
        };
        const { status, text } = await call(gateway.base, 'POST', path, { headers, body });
        expect([path, status >= 400 && status < 500, text.includes('stack')]).toEqual([path, true, false]);
      }
    });

    it('cuts off five hundred bodies that trickle, and answers others meanwhile (WH-01, HT-06)', async () => {
      const { port } = new URL(gateway.base);
      const head = `POST /webhooks/tiktok HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{`;
      const slow = Array.from({ length: 500 }, () => connect(Number(port), '127.0.0.1'));
      let open = slow.length;
      for (const socket of slow) {
        socket.on('error', () => undefined).on('close', () => (open -= 1));
        socket.on('connect', () => socket.write(head)).resume();
      }
      const trickle = setInterval(() => slow.forEach((socket) => socket.writable && socket.write(' ')), 1_000);
      try {
        while (open > 0) {
          expect((await browser.get('/v1/sessions/current')).status).toBe(200);
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      } finally {
        clearInterval(trickle);
        for (const socket of slow) socket.destroy();
      }
    }, 180_000);

    it('limits bodies to 256 KB, announced or not', async () => {
      const body = JSON.stringify({ text: 'x'.repeat(256 * 1024) });
      const announced = await call(gateway.base, 'POST', '/webhooks/tiktok', { body });
      expect(announced.body['code']).toBe('request.too_large');
      const chunked = await rawRequest(
        gateway.base,
        `POST /webhooks/tiktok HTTP/1.1\r\nHost: 127.0.0.1:${new URL(gateway.base).port}\r\nTransfer-Encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`,
      );
      expect(chunked).toContain('request.too_large');
    });
  });

  it.each([
    '/internal/users/1/memberships',
    '/v1/influencers/../../internal/users/1',
    '/v1/influencers/..%2f..%2finternal%2fusers',
    '/v1/influencers/%2e%2e/internal',
    '//internal/users',
    '/v1/influencers//internal',
    '/metrics',
    '/health',
    '/health/details',
    '/v1/unknown',
    '/.env',
  ])('does not know %s', async (path) => {
    const seen = gateway.services.forwarded().length;
    const answer = await rawRequest(
      gateway.base,
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${new URL(gateway.base).port}\r\nCookie: ${browser.cookieHeader}\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
    expect(answer).toContain(requestErrors.notFound.code);
    expect(gateway.services.forwarded()).toHaveLength(seen);
  });

  it('tells a load balancer whether it is ready, and no more', async () => {
    expect((await call(gateway.base, 'GET', '/health/ready')).text).toBe('{"status":"ready"}');
    expect((await call(gateway.base, 'GET', '/health/live')).text).toBe('{"status":"live"}');
  });

  it('answers to its own names only', async () => {
    for (const host of ['evil.example', 'localhost.evil.example', `evil.example:${new URL(gateway.base).port}`, '']) {
      const answer = await call(gateway.base, 'GET', '/v1/link-session', { headers: { host } });
      expect([host, answer.status]).toEqual([host, 400]);
    }
    const forwarded = await call(gateway.base, 'GET', '/a/x', { headers: { 'x-forwarded-host': 'evil.example' } });
    expect(forwarded.headers['location']).toBe('/connect');
  });

  it('guards the browser on every answer, errors and pages included', async () => {
    const answers = [
      await browser.get('/v1/influencers'),
      await browser.get('/v1/sessions/current'),
      await browser.get('/v1/unknown'),
      await call(gateway.base, 'GET', '/v1/sessions/current'),
      await call(gateway.base, 'POST', '/v1/sessions', { body: '{' }),
      await call(gateway.base, 'GET', '/a/x'),
      await call(gateway.base, 'GET', '/docs/errors'),
      await call(gateway.base, 'GET', '/docs/style.css'),
      await call(gateway.base, 'GET', '/'),
      await call(gateway.base, 'GET', '/connect'),
      await call(gateway.base, 'GET', '/assets/app-1a2b3c.js'),
      await call(gateway.base, 'GET', '/assets/none.js'),
      await call(gateway.base, 'GET', '/v1/link-session', { headers: { host: 'evil.example' } }),
      await call(gateway.base, 'GET', '/health/live'),
      await call(gateway.base, 'GET', '/sign-in/%zz'),
      await call(gateway.base, 'GET', '/sign-in/%zz', asPage),
      await call(gateway.base, 'GET', '/docs/none', asPage),
    ];
    for (const { headers } of answers) {
      const csp = String(headers['content-security-policy']);
      for (const rule of [`frame-ancestors 'none'`, `object-src 'none'`, `base-uri 'none'`])
        expect(csp).toContain(rule);
      expect(csp).not.toMatch(/unsafe-(inline|eval)/);
      expect(headers).toMatchObject({
        'strict-transport-security': expect.stringMatching(/^max-age=(\d{8,}); includeSubDomains$/),
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'referrer-policy': expect.stringMatching(/^(same-origin|no-referrer)$/),
        'x-correlation-id': expect.any(String),
      });
      expect(headers['server']).toBeUndefined();
    }
  });

  it('serves the web app: hashed files for ever, its page for every address, a nonce for each answer', async () => {
    const file = await call(gateway.base, 'GET', '/assets/app-1a2b3c.js');
    expect([file.text, file.headers['cache-control']]).toEqual(['export {};', 'public, max-age=31536000, immutable']);
    const nonces = new Set<string>();
    for (const path of [
      '/',
      '/sign-in',
      '/connect',
      '/connect/transactions/1',
      '/dashboard',
      '/admin/influencers',
      '/apply/north',
    ]) {
      const answer = await call(gateway.base, 'GET', path);
      const nonce = /content="([\w-]+)"/.exec(answer.text)?.[1] ?? '';
      expect([path, answer.status, answer.headers['cache-control']]).toEqual([path, 200, 'no-store']);
      expect(answer.headers['content-security-policy']).toContain(`'nonce-${nonce}'`);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(7);
    const missing = await call(gateway.base, 'GET', '/assets/none.js');
    expect([missing.status, missing.body['code']]).toEqual([404, 'request.not_found']);
    expect((await call(gateway.base, 'GET', '/assets/..%2f..%2fetc%2fpasswd')).status).toBe(404);
  });

  it('answers an address that leads nowhere with a page to people, and a problem document to programs', async () => {
    const page = await call(gateway.base, 'GET', '/nowhere', { headers: { accept: 'text/html,*/*' } });
    expect([page.status, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(page.headers['content-security-policy']).toContain("'nonce-");
    const problem = await call(gateway.base, 'GET', '/nowhere');
    expect([problem.status, problem.body['code']]).toEqual([404, 'request.not_found']);
  });

  it.each([
    ['/docs/none', 404, 'Diese Seite lässt sich nicht öffnen'],
    ['/sign-in/%zz', 404, 'Diese Seite lässt sich nicht öffnen'],
    ['/webhooks/ses', 400, 'Diese Seite lässt sich nicht öffnen'],
  ])('shows people a page instead of a problem document: %s', async (path, status, title) => {
    const page = await call(gateway.base, 'GET', path, asPage);
    expect([page.status, page.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8']);
    expect(page.text).toContain(`<h1>${title}</h1>`);
    expect(page.text).toContain(`href="${gateway.publicUrl}/"`);
    const problem = await call(gateway.base, 'GET', path);
    expect([problem.status, problem.body['status']]).toEqual([status, status]);
  });

  it('shows people a page under the name of somebody else, and its own address on it', async () => {
    const headers = { ...asPage.headers, host: 'evil.example' };
    const page = await call(gateway.base, 'GET', '/sign-in', { headers });
    expect(page.status).toBe(400);
    expect(page.text).toContain(`href="${gateway.publicUrl}/"`);
    expect(page.text).not.toContain('evil.example');
  });

  it('shows whom a platform sends back a page when their service does not answer', async () => {
    const path = '/oauth/tiktok/callback?code=c&state=s';
    for (const answer of [
      (_: unknown, response: ServerResponse) => void response.destroy(),
      (_: unknown, response: ServerResponse) =>
        void response
          .writeHead(503, { 'content-type': 'application/problem+json; charset=utf-8', 'retry-after': '40' })
          .end('{"code":"request.unavailable"}'),
    ]) {
      gateway.services.answer = answer;
      const page = await call(gateway.base, 'GET', path, asPage);
      expect([page.status, page.headers['content-type']]).toEqual([503, 'text/html; charset=utf-8']);
      expect(page.headers['content-security-policy']).toMatch(/style-src 'self' 'nonce-[\w-]+'/);
      expect(page.text).toContain('<h1>Diese Seite ist gerade nicht da</h1>');
      expect(page.text).toContain(String(page.headers['x-correlation-id']));
      expect(page.text).not.toContain('code=');
      const program = await call(gateway.base, 'GET', path);
      expect([program.status, program.body['code']]).toEqual([503, 'request.unavailable']);
    }
    const api = await browser.get('/v1/posts', asPage.headers);
    expect([api.status, api.body['code']]).toEqual([503, 'request.unavailable']);
  });

  it('shows whom a platform sends back in vain the way to where they began', async () => {
    gateway.services.answer = (_, response) =>
      void response
        .writeHead(403, { 'content-type': 'application/problem+json; charset=utf-8' })
        .end('{"code":"oauth.other_browser","title":"<script>"}');
    const back = async (visitor: Browser) => {
      const page = await visitor.get('/oauth/tiktok/callback?code=c&state=<script>', asPage.headers);
      expect([page.status, page.headers['content-type']]).toEqual([403, 'text/html; charset=utf-8']);
      expect(page.headers['referrer-policy']).toBe('no-referrer');
      expect(page.text).toContain('<h1>Es wurde nichts verbunden</h1>');
      expect(page.text).not.toContain('script');
      return /class="button" href="([^"]+)"/.exec(page.text)?.[1];
    };
    expect(await back(gateway.browser())).toBe(`${gateway.publicUrl}/connect`);
    expect(await back(await gateway.applicant())).toBe(`${gateway.publicUrl}/apply`);
    expect(await back(browser)).toBe(`${gateway.publicUrl}/`);
  });

  it('serves a web app that was built anew beside it', async () => {
    const index = join(webDir, 'index.html');
    const before = readFileSync(index, 'utf8');
    writeFileSync(index, '<html>built anew</html>');
    expect((await call(gateway.base, 'GET', '/')).text).toBe('<html>built anew</html>');
    writeFileSync(index, before);
  });

  it('describes all public addresses in one document, from every service', async () => {
    const { body } = await call(gateway.base, 'GET', '/docs/openapi.json');
    const paths = Object.keys(body['paths'] as object);
    expect(paths).toEqual(
      expect.arrayContaining([
        '/v1/sessions',
        '/v1/events',
        '/v1/influencers',
        '/v1/connect-transactions',
        '/v1/ttcm-invites',
        '/v1/posts',
        '/v1/messages',
      ]),
    );
    expect(paths.filter((path) => path.startsWith('/internal'))).toEqual([]);
    const page = await call(gateway.base, 'GET', '/docs');
    expect(page.text).toContain('&lt;b&gt;accounts&lt;/b&gt;');
    expect(page.text).not.toContain('<script');
    const errors = await call(gateway.base, 'GET', '/docs/errors');
    expect(errors.text).toContain(`id="${requestErrors.notFound.code}"`);
  });

  it('speaks no other method', async () => {
    for (const method of ['OPTIONS', 'PUT'] as const) {
      const answer = await call(gateway.base, method, '/v1/sessions');
      expect(answer.body['code']).toBe('request.method_not_allowed');
    }
    const trace = await rawRequest(
      gateway.base,
      `TRACE /v1/sessions HTTP/1.1\r\nHost: 127.0.0.1:${new URL(gateway.base).port}\r\nConnection: close\r\n\r\n`,
    );
    expect(trace).toMatch(/^HTTP\/1\.1 400 /);
  });
});

/** For what a well-behaved client would not send. */
function rawRequest(base: string, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(base).port), '127.0.0.1', () => socket.write(text));
    let answer = '';
    const finish = () => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1_000, finish);
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('end', finish);
    socket.on('error', (error) => (answer === '' ? reject(error) : finish()));
  });
}
