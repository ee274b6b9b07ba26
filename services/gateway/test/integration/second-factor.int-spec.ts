import { generateSync } from 'otplib';
import type { Browser } from './support/browser';
import { GatewayFixture, password, type Owner } from './support/gateway-fixture';

const minute = 60_000;

describe('a second factor (security SE-04, SE-06)', () => {
  let gateway: GatewayFixture;
  let owner: Owner;
  let secret = '';
  let recoveryCodes: string[] = [];

  /** The code that an app shows now; `later` moves to the next one first, since none works twice. */
  const code = ({ later = true } = {}): string => {
    if (later) gateway.clock.forward(30_000);
    return generateSync({ secret, epoch: Math.floor(gateway.clock.now().getTime() / 1000) });
  };
  const stepUp = (browser: Browser, proof: object) => browser.post('/v1/sessions/current/step-up', proof);

  beforeAll(async () => {
    gateway = await GatewayFixture.start({ SECOND_FACTOR_REQUIRED_FOR: 'admins' });
    owner = await gateway.install();
  });
  afterAll(() => gateway.stop());

  it('is demanded of an owner: until it is set up the session opens nothing else', async () => {
    const browser = await gateway.signedIn(owner);
    const session = await browser.get('/v1/sessions/current');
    expect(session.body).toMatchObject({ missingFactor: 'setup', organisation: { role: 'owner' } });
    for (const path of ['/v1/influencers', '/v1/api-keys', '/v1/members', '/v1/member-invitations', '/v1/events']) {
      const answer = await browser.get(path);
      expect([path, answer.status, answer.body['code']]).toEqual([path, 403, 'gateway.second_factor_setup_needed']);
    }
    expect(gateway.services.forwarded()).toEqual([]);
    const renamed = await browser.change('PATCH', '/v1/users/current', { name: 'Someone' });
    expect(renamed.body['code']).toBe('gateway.second_factor_setup_needed');
  });

  it('counts once its first code was confirmed; then the session is complete and new, and all others end', async () => {
    const other = await gateway.signedIn(owner);
    const browser = await gateway.signedIn(owner);
    const enrolled = await browser.post('/v1/second-factor');
    expect(enrolled.status).toBe(201);
    secret = String(enrolled.body['secret']);
    expect(enrolled.body['uri']).toContain(`otpauth://totp/Creator%20Connect:${encodeURIComponent(owner.email)}`);

    const wrong = await browser.post('/v1/second-factor/confirmation', { code: '000000' });
    expect([wrong.status, wrong.body['code']]).toEqual([400, 'gateway.proof_wrong']);
    expect((await browser.get('/v1/influencers')).status).toBe(403);

    const before = browser.cookies.get('__Host-session');
    const confirmed = await browser.post('/v1/second-factor/confirmation', { code: code({ later: false }) });
    expect(confirmed.status).toBe(201);
    recoveryCodes = confirmed.body['recoveryCodes'] as string[];
    expect(recoveryCodes).toHaveLength(10);
    expect(browser.cookies.get('__Host-session')).not.toBe(before);
    browser.csrfToken = (confirmed.body['session'] as { csrfToken: string }).csrfToken;
    expect((await browser.get('/v1/influencers')).status).toBe(200);
    expect((await other.get('/v1/sessions/current')).status).toBe(401);
    expect((await browser.post('/v1/second-factor')).body['code']).toBe('gateway.second_factor_exists');
  });

  it('keeps secret and recovery codes in no readable form', async () => {
    const dump = JSON.stringify([
      await gateway.database.query('SELECT * FROM gateway.second_factors'),
      await gateway.database.query(`SELECT encode(code_hash, 'escape') FROM gateway.recovery_codes`),
    ]);
    for (const known of [secret, ...recoveryCodes, ...recoveryCodes.map((one) => one.replaceAll('-', ''))])
      expect(dump).not.toContain(known);
  });

  it('is asked for before anything is learnt of whoever has the password: not even where they say they are', async () => {
    const zone = async () => {
      const rows = await gateway.database.query<{ time_zone: string | null }>(
        'SELECT time_zone FROM gateway.users WHERE email = $1',
        [owner.email],
      );
      return rows[0]!.time_zone;
    };
    const browser = gateway.browser();
    const { email, password } = owner;
    await browser.post('/v1/sessions', { email, password, timeZone: 'America/Lima' });
    expect(await zone()).toBeNull();
    const complete = await stepUp(browser, { code: code(), timeZone: 'Europe/Berlin' });
    expect([complete.status, await zone()]).toEqual([200, 'Europe/Berlin']);
  });

  it('is asked for at sign-in; the password alone opens nothing', async () => {
    const browser = await gateway.signedIn(owner);
    expect((await browser.get('/v1/sessions/current')).body['missingFactor']).toBe('verify');
    expect((await browser.get('/v1/influencers')).body['code']).toBe('gateway.second_factor_needed');
    for (const [method, path] of [
      ['POST', '/v1/second-factor'],
      ['DELETE', '/v1/second-factor'],
      ['POST', '/v1/second-factor/recovery-codes'],
    ] as const)
      expect((await browser.change(method, path)).body['code']).toBe('gateway.second_factor_needed');

    const password = await stepUp(browser, { password: owner.password });
    expect([password.status, password.body['code']]).toEqual([400, 'gateway.proof_wrong']);
    const half = browser.cookies.get('__Host-session')!;
    expect((await stepUp(browser, { code: code() })).body['missingFactor']).toBeNull();
    expect((await browser.get('/v1/influencers')).status).toBe(200);
    const old = gateway.browser();
    old.cookies.set('__Host-session', half);
    expect((await old.get('/v1/sessions/current')).status).toBe(401);
  });

  it('takes no code twice, not even in parallel, and none of an earlier step', async () => {
    const earlier = code();
    const now = code();
    const browsers = await Promise.all(Array.from({ length: 5 }, () => gateway.signedIn(owner)));
    const answers = await Promise.all(browsers.map((browser) => stepUp(browser, { code: now })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(4);
    const late = await stepUp(await gateway.signedIn(owner), { code: earlier });
    expect(late.body['code']).toBe('gateway.proof_wrong');
    expect((await stepUp(await gateway.signedIn(owner), { code: code() })).status).toBe(200);
  });

  it('lets in once per recovery code, however it is typed', async () => {
    const [first] = recoveryCodes;
    const browser = await gateway.signedIn(owner);
    expect((await stepUp(browser, { code: first!.toLowerCase().replaceAll('-', ' ') })).status).toBe(200);
    expect((await browser.get('/v1/second-factor')).body['recoveryCodesLeft']).toBe(9);
    expect((await stepUp(await gateway.signedIn(owner), { code: first })).body['code']).toBe('gateway.proof_wrong');

    const renewed = await browser.post('/v1/second-factor/recovery-codes');
    expect(renewed.body['recoveryCodes']).toHaveLength(10);
    const old = await stepUp(await gateway.signedIn(owner), { code: recoveryCodes[1] });
    expect(old.body['code']).toBe('gateway.proof_wrong');
    recoveryCodes = renewed.body['recoveryCodes'] as string[];
  });

  it('has to be shown again after five minutes for what a stolen session must not be enough for', async () => {
    const browser = await gateway.signedIn(owner);
    await stepUp(browser, { code: code() });
    gateway.clock.forward(5 * minute + 1_000);
    const key = { name: 'reports', scopes: ['posts:read'], expiresInDays: 30 };
    const member = crypto.randomUUID();
    const attempts = [
      ['POST', '/v1/api-keys', key],
      ['POST', '/v1/member-invitations', { email: 'new@example.com', role: 'admin' }],
      ['PATCH', `/v1/members/${member}`, { role: 'owner' }],
      ['POST', '/v1/second-factor/recovery-codes', undefined],
      ['DELETE', '/v1/second-factor', undefined],
    ] as const;
    for (const [method, path, body] of attempts) {
      const answer = await browser.change(method, path, body);
      expect([path, answer.status, answer.body['code']]).toEqual([path, 401, 'request.step_up_needed']);
    }
    expect((await browser.get('/v1/influencers')).status).toBe(200);
    await stepUp(browser, { code: code() });
    expect((await browser.post('/v1/api-keys', key)).status).toBe(201);
  });

  it('stops guessing, for this person only', async () => {
    const browser = await gateway.signedIn(owner);
    const answers = [];
    for (let i = 0; i < 11; i += 1) answers.push((await stepUp(browser, { code: '123456' })).status);
    expect(answers.slice(0, 10).every((status) => status === 400)).toBe(true);
    expect(answers.at(-1)).toBe(429);
  });

  it('is demanded of admins as of owners, and not of viewers', async () => {
    gateway.clock.forward(16 * minute);
    await gateway.database.query('DELETE FROM gateway.rate_limits');
    const inviting = await gateway.signedIn(owner);
    await stepUp(inviting, { code: code() });
    const somebody = async (role: string) => {
      const person = { email: `${role}-of-north@example.com`, password: password(), name: role };
      await gateway.joins(inviting, person, role);
      const browser = await gateway.signedIn(person);
      const { body } = await browser.get('/v1/sessions/current');
      expect(body['organisation']).toMatchObject({ role });
      return { browser, person, missing: body['missingFactor'] };
    };

    const viewer = await somebody('viewer');
    expect([viewer.missing, (await viewer.browser.get('/v1/influencers')).status]).toEqual([null, 200]);

    const admin = await somebody('admin');
    expect(admin.missing).toBe('setup');
    expect((await admin.browser.get('/v1/influencers')).body['code']).toBe('gateway.second_factor_setup_needed');
    const { body: enrolled } = await admin.browser.post('/v1/second-factor');
    const codeOf = () =>
      generateSync({ secret: String(enrolled['secret']), epoch: Math.floor(gateway.clock.now().getTime() / 1000) });
    const confirmed = await admin.browser.post('/v1/second-factor/confirmation', { code: codeOf() });
    expect(confirmed.status).toBe(201);

    const again = await gateway.signedIn(admin.person);
    expect((await again.get('/v1/sessions/current')).body['missingFactor']).toBe('verify');
    expect((await again.get('/v1/influencers')).body['code']).toBe('gateway.second_factor_needed');
    gateway.clock.forward(30_000);
    expect((await stepUp(again, { code: codeOf() })).status).toBe(200);
    expect((await again.get('/v1/influencers')).status).toBe(200);
  });

  it('can be taken away by who has it, and is demanded again', async () => {
    gateway.clock.forward(16 * minute);
    await gateway.database.query('DELETE FROM gateway.rate_limits');
    const browser = await gateway.signedIn(owner);
    await stepUp(browser, { code: code() });
    expect((await browser.change('DELETE', '/v1/second-factor')).status).toBe(204);
    const next = await gateway.signedIn(owner);
    expect((await next.get('/v1/sessions/current')).body['missingFactor']).toBe('setup');
  });
});
