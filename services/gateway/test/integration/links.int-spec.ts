import { randomBytes } from 'node:crypto';
import { call, type Answer, type Browser } from './support/browser';
import { eventually, GatewayFixture, linkHashOf, type Owner } from './support/gateway-fixture';
import { decodeIdentity } from './support/identity';

const minute = 60_000;

describe('authorization links', () => {
  let gateway: GatewayFixture;
  let owner: Owner;

  beforeAll(async () => {
    gateway = await GatewayFixture.start({ LIMIT_CODES_PER_REQUEST: '3' });
    owner = await gateway.install();
  });
  afterAll(() => gateway.stop());

  const open = async (token: string, browser = gateway.browser()): Promise<Browser> => {
    await browser.get(`/a/${token}`);
    return browser;
  };
  const begun = async (token: string): Promise<Browser> => {
    const browser = await open(token);
    await browser.get('/v1/link-session');
    expect((await browser.post('/v1/link-session')).status).toBe(201);
    return browser;
  };
  const codeFor = (influencerId: string) =>
    eventually(() => gateway.services.mails.findLast((mail) => mail['influencerId'] === influencerId)?.['code']);
  const wrong = (code: string, by: number) => String((Number(code) + by) % 1_000_000).padStart(6, '0');

  describe('opening', () => {
    it('takes the token out of the address bar and asks nobody about it', async () => {
      const { token } = gateway.link();
      const seen = gateway.services.seen.length;
      for (const method of ['GET', 'HEAD'] as const) {
        const answer = await call(gateway.base, method, `/a/${token}`);
        expect([answer.status, answer.headers['location'], answer.text]).toEqual([303, '/connect', '']);
        expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
        expect(answer.setCookies).toEqual([
          `__Host-link=${token}; Max-Age=1800; Path=/; Secure; HttpOnly; SameSite=Lax`,
        ]);
      }
      expect(gateway.services.seen).toHaveLength(seen);
    });

    it('is unharmed by a scanner that opens it a hundred times and looks at the page', async () => {
      const { token, link } = gateway.link();
      for (let i = 0; i < 100; i += 1) {
        const scanner = gateway.browser();
        const purpose = i % 2 === 0 ? { 'sec-purpose': 'prefetch' } : {};
        if (i % 3 === 0) await call(gateway.base, 'HEAD', `/a/${token}`);
        else await scanner.get(`/a/${token}`, purpose);
        if (i % 5 === 0) await scanner.get('/v1/link-session', purpose);
      }
      expect(gateway.services.mails.filter((mail) => mail['influencerId'] === link.influencerId)).toEqual([]);
      expect(
        await gateway.database.query(`SELECT 1 FROM gateway.sessions WHERE request_id = $1`, [
          link.authorizationRequestId,
        ]),
      ).toEqual([]);
      expect(gateway.services.openings).not.toContain(linkHashOf(token));
      await begun(token);
      expect(gateway.services.openings.filter((hash) => hash === linkHashOf(token))).toHaveLength(1);
    });

    it('gives nothing by itself: a planted link cookie opens no service and needs the page to begin', async () => {
      const { token } = gateway.link({ needsProof: false });
      const victim = await open(token);
      expect((await victim.get('/v1/social-accounts')).status).toBe(401);
      expect((await victim.post('/v1/connect-transactions', { platform: 'instagram' })).status).toBe(401);
      expect((await victim.post('/v1/link-session')).body['code']).toBe('gateway.csrf');
    });
  });

  describe('a link that can not be used', () => {
    /** A withdrawal is felt once the gateway asks about the link again. */
    const isForgotten = (token: string) =>
      eventually(async () => ((await (await open(token)).get('/v1/link-session')).status === 404 ? true : undefined));
    const withoutClock = ({ status, headers, text, setCookies }: Answer) => {
      const { date: _date, 'x-correlation-id': id, ...rest } = headers;
      return JSON.stringify({ status, rest, idLength: String(id).length, text, setCookies });
    };

    it('answers the same bytes for unknown, withdrawn and malformed ones and for none at all', async () => {
      const { token } = gateway.link();
      await begun(token);
      gateway.services.links.delete(linkHashOf(token));
      await isForgotten(token);
      const answers = new Set<string>();
      for (let i = 0; i < 50; i += 1) {
        for (const candidate of [token, `${'x'.repeat(40)}${String(i).padStart(3, '0')}`, 'short', undefined]) {
          const visitor = candidate === undefined ? gateway.browser() : await open(candidate);
          answers.add(withoutClock(await visitor.get('/v1/link-session')));
        }
      }
      expect(answers.size).toBe(1);
      expect([...answers][0]).toContain('gateway.link_unusable');
      expect([...answers][0]).not.toContain('North Agency');
    });

    it('tells nothing by two hundred answers of each kind, nor by the time they take (AL-06)', async () => {
      const { token } = gateway.link();
      await begun(token);
      gateway.services.links.delete(linkHashOf(token));
      await isForgotten(token);
      const kinds = { withdrawn: () => token, unknown: () => randomBytes(32).toString('base64url') };
      const answers = new Set<string>();
      const times: Record<string, number[]> = { withdrawn: [], unknown: [] };
      const asked: Record<string, Set<number>> = { withdrawn: new Set(), unknown: new Set() };
      for (let round = 0; round < 200; round += 1) {
        for (const [kind, tokenOf] of Object.entries(kinds)) {
          const before = gateway.services.seen.length;
          const visitor = await open(tokenOf());
          const began = performance.now();
          const answer = await visitor.get('/v1/link-session');
          times[kind]!.push(performance.now() - began);
          asked[kind]!.add(gateway.services.seen.length - before);
          answers.add(withoutClock(answer));
        }
      }
      expect(answers.size).toBe(1);
      // The same questions to accounts, the second time from the cache or not.
      expect(Math.max(...asked['withdrawn']!)).toBeLessThanOrEqual(Math.max(...asked['unknown']!));
      // In turns, so that whatever else keeps the machine busy is the same for both.
      const [withdrawn, unknown] = [times['withdrawn']!, times['unknown']!].map(
        (all) => all.toSorted((a, b) => a - b)[100]!,
      );
      expect(Math.max(withdrawn!, unknown!) / Math.min(withdrawn!, unknown!)).toBeLessThan(1.5);
    });

    it('stops a session that was begun, with the withdrawal', async () => {
      const { token } = gateway.link({ needsProof: false });
      const browser = await begun(token);
      const start = () => browser.post('/v1/connect-transactions', { platform: 'instagram' });
      expect((await start()).status).toBe(200);
      gateway.services.links.delete(linkHashOf(token));
      const answer = await eventually(async () => {
        const tried = await start();
        return tried.status === 200 ? undefined : tried;
      });
      expect([answer.status, answer.body['code']]).toEqual([404, 'gateway.link_unusable']);
    });

    it('offers a way on that answers the same whether or not a request is open', async () => {
      const answer = await gateway.browser().post('/v1/link-renewals', { email: 'Somebody@Example.com' });
      expect([answer.status, answer.text]).toEqual([202, '']);
      await eventually(() => gateway.services.renewals.find((email) => email === 'somebody@example.com'));
    });
  });

  describe('beginning', () => {
    it('tells who asks for what, and stands for the person from then on', async () => {
      const { token, link } = gateway.link({ needsProof: false });
      const browser = await open(token);
      const view = await browser.get('/v1/link-session');
      expect(view.body).toMatchObject({
        organisationName: 'North Agency',
        items: link.items,
        needsProof: false,
        proven: false,
        begun: false,
        authorizationRequestId: null,
      });
      const before = browser.csrfToken;
      const answer = await browser.post('/v1/link-session');
      expect([answer.status, answer.body['begun']]).toEqual([201, true]);
      expect(answer.body['authorizationRequestId']).toBe(link.authorizationRequestId);
      expect(browser.csrfToken).not.toBe(before);
      await browser.post('/v1/connect-transactions', { platform: 'instagram' });
      const request = gateway.services.forwarded().at(-1)!;
      expect(await decodeIdentity(gateway, 'oauth', request)).toMatchObject({
        kind: 'link',
        org: link.organisationId,
        influencer: link.influencerId,
        request: link.authorizationRequestId,
        proven: false,
      });
    });

    it('leaves another link that is opened later to be begun anew', async () => {
      const first = gateway.link({ needsProof: false });
      const second = gateway.link({ needsProof: false, organisationName: 'South Agency' });
      const browser = await begun(first.token);
      await open(second.token, browser);
      const view = await browser.get('/v1/link-session');
      expect(view.body).toMatchObject({ organisationName: 'South Agency', begun: false });
      await browser.post('/v1/link-session');
      expect((await browser.get('/v1/link-session')).body).toMatchObject({
        organisationName: 'South Agency',
        begun: true,
      });
    });

    it('tells a signed-in member whom the link is for, and starts nothing', async () => {
      const { token, link } = gateway.link({ organisationId: owner.organisationId });
      const member = await open(token, await gateway.signedIn(owner));
      for (const answer of [await member.get('/v1/link-session'), await member.post('/v1/link-session')])
        expect([answer.status, answer.body['code']]).toEqual([403, 'gateway.link_for_somebody_else']);
      expect(gateway.services.mails.filter((mail) => mail['influencerId'] === link.influencerId)).toEqual([]);
    });

    it('asks no code of the invited person who is signed in, and refuses another one', async () => {
      const profile = { organisationId: crypto.randomUUID(), influencerId: crypto.randomUUID() };
      const { token, link } = gateway.link(profile);
      const invited = await open(token, await gateway.influencer('invited@example.com', profile));
      const before = invited.cookies.get('__Host-session');
      expect((await invited.get('/v1/link-session')).body).toMatchObject({ needsProof: true, proven: true });
      expect((await invited.post('/v1/link-session')).body).toMatchObject({ begun: true, proven: true });
      expect(invited.cookies.get('__Host-session')).not.toBe(before);
      expect(gateway.services.mails.filter((mail) => mail['influencerId'] === link.influencerId)).toEqual([]);
      await invited.post('/v1/connect-transactions', { platform: 'instagram' });
      expect(await decodeIdentity(gateway, 'oauth', gateway.services.forwarded().at(-1)!)).toMatchObject({
        kind: 'influencer',
        request: link.authorizationRequestId,
        proven: true,
      });

      const other = { organisationId: profile.organisationId, influencerId: crypto.randomUUID() };
      const stranger = await open(token, await gateway.influencer('stranger@example.com', other));
      expect((await stranger.get('/v1/link-session')).body['code']).toBe('gateway.link_for_somebody_else');
    });
  });

  describe('proving to be the invited person', () => {
    it('takes the mailed code, once, and gives the session a new id', async () => {
      const { token, link } = gateway.link();
      const browser = await begun(token);
      const blocked = await browser.post('/v1/connect-transactions', { platform: 'instagram' });
      expect([blocked.status, blocked.body['code']]).toEqual([403, 'gateway.proof_needed']);
      const code = await codeFor(link.influencerId);
      expect(code).toMatch(/^\d{6}$/);
      const unproven = browser.cookies.get('__Host-session')!;
      const answer = await browser.post('/v1/link-session/proof', { code });
      expect([answer.status, answer.body['proven']]).toEqual([200, true]);
      expect(browser.cookies.get('__Host-session')).not.toBe(unproven);
      expect((await browser.post('/v1/connect-transactions', { platform: 'instagram' })).status).toBe(200);
      const identity = await decodeIdentity(gateway, 'oauth', gateway.services.forwarded().at(-1)!);
      expect(identity).toMatchObject({ kind: 'link', proven: true });
      expect((await browser.post('/v1/link-session/proof', { code })).body['code']).toBe('gateway.code_wrong');
      const old = gateway.browser();
      old.cookies.set('__Host-session', unproven);
      expect((await old.get('/v1/social-accounts')).status).toBe(401);
    });

    it('works in the browser that asked for the code only, and is stored nowhere in clear', async () => {
      const { token, link } = gateway.link();
      await begun(token);
      const code = await codeFor(link.influencerId);
      const forwarded = await begun(token);
      expect((await forwarded.post('/v1/link-session/proof', { code })).body['code']).toBe('gateway.code_wrong');
      // Even under the hash of the right code: what makes it right is the browser's own secret.
      await gateway.database.query(
        `UPDATE gateway.challenges SET code_hash = (
           SELECT c.code_hash FROM gateway.challenges c JOIN gateway.sessions s ON s.id = c.session_id
           WHERE s.request_id = $1 ORDER BY c.created_at LIMIT 1)`,
        [link.authorizationRequestId],
      );
      expect((await forwarded.post('/v1/link-session/proof', { code })).body['code']).toBe('gateway.code_wrong');
      expect(
        await gateway.database.query('SELECT 1 FROM gateway.challenges WHERE octet_length(code_hash) <> 32'),
      ).toEqual([]);
    });

    it('voids the code after five wrong tries, however many come at once', async () => {
      const { token, link } = gateway.link();
      const browser = await begun(token);
      const code = await codeFor(link.influencerId);
      const guesses = Array.from({ length: 12 }, (_, i) =>
        browser.post('/v1/link-session/proof', { code: wrong(code, i + 1) }),
      );
      const codes = (await Promise.all(guesses)).map((answer) => answer.body['code']);
      expect(codes.filter((one) => one === 'gateway.code_wrong')).toHaveLength(5);
      expect(codes.filter((one) => one === 'gateway.code_spent')).toHaveLength(7);
      const right = await browser.post('/v1/link-session/proof', { code });
      expect([right.status, right.body['code']]).toEqual([429, 'gateway.code_spent']);
    });

    it('sends a new code on request, a few times; the old one is void', async () => {
      const { token, link } = gateway.link();
      const browser = await begun(token);
      const first = await codeFor(link.influencerId);
      expect((await browser.post('/v1/link-session')).status).toBe(201);
      const second = await codeFor(link.influencerId);
      if (first !== second)
        expect((await browser.post('/v1/link-session/proof', { code: first })).body['code']).toBe('gateway.code_wrong');
      expect((await browser.post('/v1/link-session')).status).toBe(201);
      // From another browser too: the invited mailbox is what is protected.
      const elsewhere = await open(token);
      await elsewhere.get('/v1/link-session');
      const refused = await elsewhere.post('/v1/link-session');
      expect([refused.status, refused.body['code']]).toEqual([429, 'request.throttled']);
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    });

    it('limits guessing with ever new codes', async () => {
      const { token, link } = gateway.link();
      let refused = 0;
      for (const browser of [await begun(token), await begun(token), await begun(token)]) {
        const code = await codeFor(link.influencerId);
        for (let i = 1; i <= 7; i += 1) {
          const answer = await browser.post('/v1/link-session/proof', { code: wrong(code, i) });
          if (answer.body['code'] === 'request.throttled') refused += 1;
        }
      }
      expect(refused).toBeGreaterThan(0);
    });

    it('lets the code end after ten minutes', async () => {
      const { token, link } = gateway.link();
      const browser = await begun(token);
      const code = await codeFor(link.influencerId);
      gateway.clock.forward(10 * minute);
      expect((await browser.post('/v1/link-session/proof', { code })).body['code']).toBe('gateway.code_wrong');
    });
  });
});
