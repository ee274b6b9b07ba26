import { randomToken, sha256 } from '@creator-connect/security';
import { Housekeeping } from '../../src/housekeeping';
import type { Browser } from './support/browser';
import { decodeIdentity } from './support/identity';
import { eventually, GatewayFixture, type Owner } from './support/gateway-fixture';

const minute = 60_000;
const sessionFlags = ['Path=/', 'SameSite=Lax', 'Secure', 'HttpOnly'];

describe('sessions', () => {
  let gateway: GatewayFixture;
  let owner: Owner;

  beforeAll(async () => {
    gateway = await GatewayFixture.start();
    owner = await gateway.install();
  });
  afterAll(() => gateway.stop());

  const refuses = (browser: Browser) =>
    eventually(async () => ((await browser.get('/v1/influencers')).status === 401 ? true : undefined));

  it('gives a cookie that no script, no other site and no plain connection gets', async () => {
    const answer = await gateway.browser().post('/v1/sessions', { email: owner.email, password: owner.password });
    const [value, ...flags] = answer.setCookies[0]!.split('; ');
    expect(value).toMatch(/^__Host-session=[A-Za-z0-9_-]{43}$/);
    expect(flags.sort()).toEqual([...sessionFlags].sort());
    expect(answer.body).toMatchObject({ kind: 'member', organisation: { id: owner.organisationId, role: 'owner' } });
  });

  it('keeps only the hash of the session id', async () => {
    const browser = await gateway.signedIn(owner);
    const token = browser.cookies.get('__Host-session')!;
    const dump = JSON.stringify(
      await gateway.database.query('SELECT s.*, encode(token_hash, $1) FROM gateway.sessions s', ['escape']),
    );
    expect(dump).not.toContain(token);
    expect(dump).not.toContain(Buffer.from(token).toString('hex'));
  });

  it('answers the same for a known and an unknown address', async () => {
    const wrong = { password: 'quite another password' };
    const known = await gateway.browser().post('/v1/sessions', { email: owner.email, ...wrong });
    const unknown = await gateway.browser().post('/v1/sessions', { email: 'nobody@example.com', ...wrong });
    const without = ({ body }: typeof known) => ({ ...body, correlationId: '' });
    expect([known.status, without(known)]).toEqual([401, without(unknown)]);
    expect(known.body['code']).toBe('gateway.bad_credentials');
    expect(Object.keys(known.headers).sort()).toEqual(Object.keys(unknown.headers).sort());
  });

  it('gives a new id at sign-in: a planted one is worth nothing, an old one is dead', async () => {
    const browser = gateway.browser();
    browser.cookies.set('__Host-session', 'p'.repeat(43));
    await browser.post('/v1/sessions', { email: owner.email, password: owner.password });
    const first = browser.cookies.get('__Host-session')!;
    expect(first).not.toBe('p'.repeat(43));
    await browser.post('/v1/sessions', { email: owner.email, password: owner.password });
    expect(browser.cookies.get('__Host-session')).not.toBe(first);
    const old = gateway.browser();
    old.cookies.set('__Host-session', first);
    expect((await old.get('/v1/sessions/current')).status).toBe(401);
  });

  it('ends at sign-out, at once and with the browser told to forget', async () => {
    const browser = await gateway.signedIn(owner);
    const token = browser.cookies.get('__Host-session')!;
    const answer = await browser.change('DELETE', '/v1/sessions/current');
    expect(answer.status).toBe(204);
    expect(answer.headers['clear-site-data']).toBe('"cache", "storage"');
    expect(browser.cookies.has('__Host-session')).toBe(false);
    browser.cookies.set('__Host-session', token);
    expect((await browser.get('/v1/influencers')).status).toBe(401);
  });

  it('switches to another organisation under a new id, and to no foreign one', async () => {
    const second = crypto.randomUUID();
    const [first] = gateway.services.memberships.get(owner.userId)!;
    gateway.services.memberships.set(owner.userId, [first!, { organisationId: second, name: 'South', role: 'viewer' }]);
    const browser = await gateway.signedIn(owner);
    const before = browser.cookies.get('__Host-session')!;
    const csrfBefore = browser.csrfToken;
    // What was read a moment ago may stand for less than a second.
    const answer = await eventually(async () => {
      const tried = await browser.post('/v1/sessions/current/organisation', { organisationId: second });
      return tried.status === 200 ? tried : undefined;
    });
    expect(answer.body['organisation']).toEqual({ id: second, name: 'South', role: 'viewer' });
    expect(browser.cookies.get('__Host-session')).not.toBe(before);
    expect(browser.csrfToken).not.toBe(csrfBefore);
    const old = gateway.browser();
    old.cookies.set('__Host-session', before);
    expect((await old.get('/v1/sessions/current')).status).toBe(401);

    const foreign = await browser.post('/v1/sessions/current/organisation', { organisationId: crypto.randomUUID() });
    expect([foreign.status, foreign.body['code']]).toEqual([403, 'gateway.no_organisation']);
    gateway.services.memberships.set(owner.userId, [first!]);
  });

  it('switches a creator between the organisations that know their address, and to no other one', async () => {
    const email = 'in-two-rosters@example.com';
    const place = (name: string) => ({ organisationId: crypto.randomUUID(), influencerId: crypto.randomUUID(), name });
    const [north, south] = [place('North'), place('South')];
    gateway.services.influencers.set(email, [north, south]);
    const before = gateway.services.mails.length;
    await gateway.browser().post('/v1/sign-in-links', { email });
    const mail = await eventually(() => gateway.services.mails.slice(before).find((one) => one['to'] === email));
    // One link opens both.
    const token = new URL(mail['url']!).hash.slice(1);
    const browser = gateway.browser();
    const opened = await browser.post('/v1/sessions/sign-in-link', { token });
    const view = ({ organisationId: id, name, influencerId }: typeof north) => ({ id, name, influencerId });
    expect(opened.body).toMatchObject({
      kind: 'influencer',
      organisation: view(north),
      organisations: [view(north), view(south)],
    });
    expect(gateway.services.signIns.at(-1)).toBe(north.influencerId);
    const as = async () => {
      await browser.get('/v1/own-data/erasure');
      return decodeIdentity(gateway, 'accounts', gateway.services.forwarded().at(-1)!);
    };
    expect(await as()).toMatchObject({ org: north.organisationId, influencer: north.influencerId });

    const [cookie, csrf] = [browser.cookies.get('__Host-session')!, browser.csrfToken];
    const move = (organisationId: string) => browser.post('/v1/sessions/current/organisation', { organisationId });
    const moved = await move(south.organisationId);
    expect([moved.status, moved.body]).toMatchObject([200, { kind: 'influencer', organisation: view(south) }]);
    // It is theirs there as well from now on.
    expect(gateway.services.signIns.at(-1)).toBe(south.influencerId);
    expect(browser.cookies.get('__Host-session')).not.toBe(cookie);
    expect(browser.csrfToken).not.toBe(csrf);
    const old = gateway.browser();
    old.cookies.set('__Host-session', cookie);
    expect((await old.get('/v1/sessions/current')).status).toBe(401);
    expect(await as()).toMatchObject({ org: south.organisationId, influencer: south.influencerId });

    // One that does not know them, and one in which only somebody else is.
    gateway.services.influencers.set('another@example.com', [{ ...north, organisationId: owner.organisationId }]);
    for (const foreign of [crypto.randomUUID(), owner.organisationId]) {
      const refused = await move(foreign);
      expect([refused.status, refused.body['code']]).toEqual([403, 'gateway.no_organisation']);
    }
    expect(await as()).toMatchObject({ org: south.organisationId, influencer: south.influencerId });
  });

  it('feels a lost membership and a changed role', async () => {
    const memberships = gateway.services.memberships.get(owner.userId)!;
    for (const change of [[], [{ ...memberships[0]!, role: 'viewer' }]]) {
      const browser = await gateway.signedInAgain(owner);
      gateway.services.memberships.set(owner.userId, change);
      await refuses(browser);
      gateway.services.memberships.set(owner.userId, memberships);
    }
    await gateway.signedInAgain(owner);
  });

  it('feels a disabled user', async () => {
    const browser = await gateway.signedInAgain(owner);
    await gateway.database.query('UPDATE gateway.users SET disabled_at = now()');
    try {
      await refuses(browser);
      const again = await browser.post('/v1/sessions', { email: owner.email, password: owner.password });
      expect(again.body['code']).toBe('gateway.bad_credentials');
    } finally {
      await gateway.database.query('UPDATE gateway.users SET disabled_at = NULL');
    }
  });

  it('signs an influencer in by a mailed link that works once, and says nothing about who exists', async () => {
    const profile = { organisationId: crypto.randomUUID(), influencerId: crypto.randomUUID() };
    gateway.services.influencers.set('creator@example.com', [profile]);
    const known = await gateway.browser().post('/v1/sign-in-links', { email: 'Creator@Example.com' });
    const unknown = await gateway.browser().post('/v1/sign-in-links', { email: 'stranger@example.com' });
    expect([known.status, known.text]).toEqual([202, '']);
    expect([unknown.status, unknown.text]).toEqual([202, '']);

    const mail = await eventually(() => gateway.services.mails.find((one) => one['to'] === 'creator@example.com'));
    expect(gateway.services.mails.some((one) => one['to'] === 'stranger@example.com')).toBe(false);
    const url = new URL(mail['url']!);
    expect([url.origin, url.pathname, url.search]).toEqual([gateway.publicUrl, '/sign-in', '']);
    const token = url.hash.slice(1);
    const browser = gateway.browser();
    const answer = await browser.post('/v1/sessions/sign-in-link', { token });
    expect(answer.body).toMatchObject({ kind: 'influencer', organisation: { id: profile.organisationId } });
    expect(answer.setCookies[0]).toContain(`Max-Age=${30 * 24 * 3600}`);

    const again = await gateway.browser().post('/v1/sessions/sign-in-link', { token });
    expect([again.status, again.body['code']]).toEqual([401, 'gateway.sign_in_link_unusable']);
    const guess = await gateway.browser().post('/v1/sessions/sign-in-link', { token: 'x'.repeat(43) });
    expect(guess.body['code']).toBe('gateway.sign_in_link_unusable');
  });

  it('signs an influencer in by the link of the mail that let them in, once, and into that organisation', async () => {
    const email = 'welcome@example.com';
    const profile = () => ({ organisationId: crypto.randomUUID(), influencerId: crypto.randomUUID() });
    const other = profile();
    gateway.services.influencers.set(email, [profile(), other]);
    const token = randomToken();
    gateway.services.dashboardLinks.set(sha256(token).toString('base64url'), {
      ...other,
      email: 'Welcome@Example.com',
    });

    const browser = gateway.browser();
    const answer = await browser.post('/v1/sessions/sign-in-link', { token });
    expect(answer.body).toMatchObject({ kind: 'influencer', organisation: { id: other.organisationId } });
    expect(gateway.services.signIns).toContain(other.influencerId);
    expect((await browser.get('/v1/sessions/current')).status).toBe(200);
    expect(JSON.stringify(gateway.services.seen.map(({ url, body }) => [url, body.toString()]))).not.toContain(token);

    const again = await gateway.browser().post('/v1/sessions/sign-in-link', { token });
    expect([again.status, again.body['code']]).toEqual([401, 'gateway.sign_in_link_unusable']);
  });

  describe('in a browser that was not used before', () => {
    const told = () => gateway.services.mails.filter(({ kind }) => kind === 'new-device');
    const signIn = (browser: Browser, language = 'de-DE,en;q=0.5') =>
      browser.post('/v1/sessions', { email: owner.email, password: owner.password }, { 'accept-language': language });

    it('is mailed to the member, once, in the language they had before, without token or address; a known one is not', async () => {
      await gateway.database.query('DELETE FROM gateway.known_devices');
      const first = gateway.browser();
      await signIn(first);
      await first.change('DELETE', '/v1/sessions/current');
      await signIn(first);
      const before = told().length;
      const second = gateway.browser();
      expect((await signIn(second, 'en-US')).setCookies.find((cookie) => cookie.startsWith('__Host-device='))).toMatch(
        /; Max-Age=34560000; Path=\/; Secure; HttpOnly; SameSite=Lax$/,
      );
      const mail = await eventually(() => told()[before]);
      expect(mail).toMatchObject({ to: owner.email, locales: ['de-DE', 'en-US'], at: expect.any(String) as string });
      expect(mail['url']).toBe(`${gateway.publicUrl}/admin/settings?tab=security`);
      await signIn(second);
      await signIn(first);
      expect(told()).toHaveLength(before + 1);
      const stored = await gateway.database.query<{ text: string }>(
        'SELECT d::text AS text FROM gateway.known_devices d',
      );
      expect(stored).toHaveLength(2);
      expect(JSON.stringify(stored)).not.toContain(second.cookies.get('__Host-device')!);
    });

    it('is mailed with the time where the member signed in before, wherever the new browser says it is', async () => {
      const body = (timeZone: string) => ({ email: owner.email, password: owner.password, timeZone });
      const earlier = told().length;
      await signIn(gateway.browser());
      await eventually(() => told()[earlier]);
      const known = async (timeZone: string) => (await gateway.browser().post('/v1/sessions', body(timeZone))).status;
      const before = told().length;
      expect(await known('Asia/Tokyo')).toBe(201);
      await eventually(() => told()[before]);
      expect(await known('America/Lima')).toBe(201);
      expect(await eventually(() => told()[before + 1])).toMatchObject({ to: owner.email, timeZone: 'Asia/Tokyo' });
    });

    it('is mailed later, and once, when the mail could not be handed over at that moment', async () => {
      await signIn(gateway.browser());
      const waiting = async () => (await gateway.database.query('SELECT 1 FROM gateway.new_device_mails')).length;
      await eventually(async () => (await waiting()) === 0 || undefined);
      const before = told().length;
      const asked = () => gateway.services.seen.filter(({ url }) => url === '/internal/messages').length;
      const askedBefore = asked();
      gateway.services.mailing = false;
      expect((await signIn(gateway.browser())).status).toBe(201);
      await eventually(() => asked() > askedBefore || undefined);
      await gateway.get(Housekeeping).run();
      expect(await waiting()).toBe(1);
      gateway.services.mailing = true;
      gateway.clock.forward(2 * 60_000);
      for (let round = 0; round < 2; round += 1) await gateway.get(Housekeeping).run();
      expect(told().slice(before)).toMatchObject([{ to: owner.email }]);
      expect(await waiting()).toBe(0);
    });

    it('is told of nobody who did not come in, and a planted cookie makes no browser known', async () => {
      const before = told().length;
      const guess = gateway.browser();
      guess.cookies.set('__Host-device', 'p'.repeat(43));
      const wrong = { email: owner.email, password: `${owner.password}!` };
      const refused = await guess.post('/v1/sessions', wrong);
      expect([refused.status, refused.setCookies]).toEqual([401, []]);
      await signIn(guess);
      await eventually(() => told()[before]);
      expect(told()).toHaveLength(before + 1);
    });

    it('is mailed to a creator as the organisation knows them', async () => {
      const profile = { organisationId: crypto.randomUUID(), influencerId: crypto.randomUUID() };
      await gateway.influencer('two-browsers@example.com', profile);
      const before = told().length;
      await gateway.influencer('two-browsers@example.com', profile);
      const { kind: _kind, at: _at, idempotencyKey: _key, ...mail } = await eventually(() => told()[before]);
      expect(mail).toEqual({ ...profile, url: `${gateway.publicUrl}/` });
    });
  });

  it('mails in the language of the profile, then of the browser', async () => {
    const profile = { organisationId: crypto.randomUUID(), influencerId: crypto.randomUUID(), locale: 'de' };
    gateway.services.influencers.set('reads-german@example.com', [profile]);
    const english = { 'accept-language': 'en-GB' };
    await gateway.browser().post('/v1/sign-in-links', { email: 'reads-german@example.com' }, english);
    const mail = await eventually(() => gateway.services.mails.find((one) => one['to'] === 'reads-german@example.com'));
    expect(mail['locales']).toEqual(['de', 'en-GB']);
  });

  describe('as time goes by', () => {
    it('ends a member session after 30 idle minutes and after 12 busy hours', async () => {
      const idle = await gateway.signedIn(owner);
      const busy = await gateway.signedIn(owner);
      for (let passed = 0; passed < 12 * 60; passed += 29) {
        expect((await busy.get('/v1/sessions/current')).status).toBe(200);
        if (passed === 29) expect((await idle.get('/v1/sessions/current')).status).toBe(200);
        if (passed === 58 + 29) expect((await idle.get('/v1/sessions/current')).status).toBe(401);
        gateway.clock.forward(29 * minute);
      }
      expect((await busy.get('/v1/sessions/current')).status).toBe(401);
    });

    it('lets a sign-in link end after 15 minutes', async () => {
      gateway.services.influencers.set('late@example.com', [
        { organisationId: crypto.randomUUID(), influencerId: crypto.randomUUID() },
      ]);
      await gateway.browser().post('/v1/sign-in-links', { email: 'late@example.com' });
      const mail = await eventually(() => gateway.services.mails.find((one) => one['to'] === 'late@example.com'));
      gateway.clock.forward(15 * minute);
      const token = new URL(mail['url']!).hash.slice(1);
      expect((await gateway.browser().post('/v1/sessions/sign-in-link', { token })).status).toBe(401);
    });

    it('ends an influencer session after 7 idle days', async () => {
      const browser = await gateway.influencer('week@example.com', {
        organisationId: crypto.randomUUID(),
        influencerId: crypto.randomUUID(),
      });
      gateway.clock.forward(6 * 24 * 60 * minute);
      expect((await browser.get('/v1/sessions/current')).status).toBe(200);
      gateway.clock.forward(7 * 24 * 60 * minute);
      expect((await browser.get('/v1/sessions/current')).status).toBe(401);
    });

    it('deletes what has ended, and nothing else', async () => {
      gateway.clock.forward(31 * 24 * 60 * minute);
      const live = await gateway.signedIn(owner);
      await gateway.get(Housekeeping).run();
      expect(await gateway.database.query('SELECT kind FROM gateway.sessions')).toEqual([{ kind: 'member' }]);
      expect(await gateway.database.query('SELECT 1 FROM gateway.sign_in_links')).toEqual([]);
      expect((await live.get('/v1/sessions/current')).status).toBe(200);
    });
  });
});
