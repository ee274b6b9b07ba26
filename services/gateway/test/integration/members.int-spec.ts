import type { Browser } from './support/browser';
import { eventually, GatewayFixture, password, type Owner } from './support/gateway-fixture';

const day = 86_400_000;

describe('members and invitations', () => {
  let gateway: GatewayFixture;
  let owner: Owner;
  let browser: Browser;

  const invite = async (email: string, role = 'admin') => {
    const answer = await browser.post('/v1/member-invitations', { email, role });
    const mail = gateway.services.mails.findLast((one) => one['to'] === email && one['kind'] === 'member-invitation');
    return { answer, token: mail ? new URL(mail['url']!).hash.slice(1) : '' };
  };
  const accept = (token: string, more: object, from = gateway.browser()) =>
    from.post('/v1/member-invitations/acceptances', { token, ...more });
  const signIn = async () => (browser = await gateway.signedIn(owner));

  beforeAll(async () => {
    gateway = await GatewayFixture.start();
    owner = await gateway.install();
    await signIn();
  });
  afterAll(() => gateway.stop());

  it('lists who works in the organisation, with names', async () => {
    const { body } = await browser.get('/v1/members');
    expect(body['items']).toEqual([
      expect.objectContaining({ userId: owner.userId, name: 'First Owner', email: owner.email, role: 'owner' }),
    ]);
  });

  it('invites by mail; whoever accepts chooses a password and is signed in', async () => {
    const { answer, token } = await invite('ada@example.com');
    expect(answer.body).toMatchObject({ email: 'ada@example.com', role: 'admin' });
    const open = await browser.get('/v1/member-invitations');
    expect(open.body['items']).toEqual([expect.objectContaining({ email: 'ada@example.com' })]);
    expect(answer.text + open.text).not.toContain(token);
    // Who is not here yet is written to in the organisation's name and language.
    expect(gateway.services.mails.at(-1)).toMatchObject({ organisationId: owner.organisationId, locales: [] });

    const resolved = await gateway.browser().post('/v1/member-invitations/resolutions', { token });
    expect(resolved.body).toMatchObject({ organisationName: 'North Agency', role: 'admin', hasPassword: false });

    const ada = gateway.browser();
    const weak = await accept(token, { name: 'Ada', password: 'short' }, ada);
    expect(weak.body['errors']).toEqual([
      { field: 'password', code: 'too_short', message: 'must have at least 15 characters', params: { min: 15 } },
    ]);
    const chosen = password();
    const joined = await accept(token, { name: 'Ada', password: chosen }, ada);
    expect([joined.status, joined.body['organisation']]).toEqual([
      201,
      { id: owner.organisationId, name: 'North Agency', role: 'admin' },
    ]);
    expect((await ada.get('/v1/influencers')).status).toBe(200);
    expect((await gateway.signedIn({ email: 'ada@example.com', password: chosen })).cookies.has('__Host-session')).toBe(
      true,
    );
    expect((await browser.get('/v1/member-invitations')).body['items']).toEqual([]);

    const again = await accept(token, { name: 'Ada', password: chosen });
    expect([again.status, again.body['code']]).toEqual([404, 'gateway.invitation_unusable']);
    expect((await invite('ada@example.com')).answer.body['code']).toBe('gateway.already_member');
  });

  it('keeps an invitation of whose mail nobody knows, says so, and mails another one when asked', async () => {
    gateway.services.answering = false;
    const { answer, token } = await invite('unsure@example.com');
    gateway.services.answering = true;
    expect([answer.status, answer.body]).toMatchObject([201, { email: 'unsure@example.com', mail: 'unconfirmed' }]);
    const open = async () => (await browser.get('/v1/member-invitations')).body['items'] as object[];
    expect(await open()).toMatchObject([{ id: answer.body['id'], mail: 'unconfirmed' }]);
    const usable = async (of: string) =>
      (await gateway.browser().post('/v1/member-invitations/resolutions', { token: of })).status;
    expect(await usable(token)).toBe(200);

    const again = await invite('unsure@example.com');
    expect(again.answer.body).toMatchObject({ mail: 'sent' });
    expect(await open()).toMatchObject([{ id: again.answer.body['id'], mail: 'sent' }]);
    expect([await usable(token), await usable(again.token)]).toEqual([404, 200]);
    await browser.change('DELETE', `/v1/member-invitations/${String(again.answer.body['id'])}`);
  });

  it('withdraws an invitation whose mail was refused', async () => {
    gateway.services.refusing = true;
    const { answer } = await invite('refused@example.com');
    gateway.services.refusing = false;
    expect([answer.status, answer.body['code']]).toEqual([400, 'request.invalid']);
    expect((await browser.get('/v1/member-invitations')).body['items']).toEqual([]);
  });

  it('asks somebody with a password for that one, and does not change it', async () => {
    const email = 'grace@example.com';
    const chosen = password();
    const first = await invite(email);
    await accept(first.token, { name: 'Grace', password: chosen });
    const userId = gateway.services.members.at(-1)!.userId;
    gateway.services.members.pop();
    gateway.services.memberships.delete(userId);

    const { token } = await invite(email, 'viewer');
    const wrong = await accept(token, { name: 'Mallory', password: password() });
    expect([wrong.status, wrong.body['code']]).toEqual([401, 'gateway.bad_credentials']);
    expect((await accept(token, { password: chosen })).status).toBe(201);
    const items = (await browser.get('/v1/members')).body['items'] as { email: string; name: string }[];
    expect(items.find((one) => one.email === email)).toMatchObject({ name: 'Grace' });
  });

  it('gives one answer to what is unknown, replaced, withdrawn, old, or made by who may not invite any more', async () => {
    const replaced = await invite('lin@example.com');
    const withdrawn = await invite('lin@example.com');
    await browser.change('DELETE', `/v1/member-invitations/${String(withdrawn.answer.body['id'])}`);
    const orphaned = await invite('lin@example.com');
    const memberships = gateway.services.memberships.get(owner.userId)!;
    gateway.services.memberships.set(owner.userId, [{ ...memberships[0]!, role: 'admin' }]);
    const answers = [];
    for (const token of ['x'.repeat(43), replaced.token, withdrawn.token, orphaned.token])
      answers.push(await gateway.browser().post('/v1/member-invitations/resolutions', { token }));
    gateway.services.memberships.set(owner.userId, memberships);
    gateway.clock.forward(7 * day);
    answers.push(await gateway.browser().post('/v1/member-invitations/resolutions', { token: orphaned.token }));
    const bodies = new Set(answers.map(({ status, body }) => JSON.stringify({ status, ...body, correlationId: '' })));
    expect(bodies.size).toBe(1);
    expect([...bodies][0]).toContain('gateway.invitation_unusable');
    await signIn();
  });

  it('is for owners: an admin sees the members and changes none', async () => {
    const { token } = await invite('admin@example.com');
    const admin = gateway.browser();
    await accept(token, { name: 'Admin', password: password() }, admin);
    expect((await admin.get('/v1/members')).status).toBe(200);
    for (const [method, path, body] of [
      ['GET', '/v1/member-invitations', undefined],
      ['POST', '/v1/member-invitations', { email: 'more@example.com', role: 'viewer' }],
      ['PATCH', `/v1/members/${owner.userId}`, { role: 'viewer' }],
      ['DELETE', `/v1/members/${owner.userId}`, undefined],
      ['DELETE', `/v1/member-invitations/${crypto.randomUUID()}`, undefined],
    ] as const)
      expect((await admin.change(method, path, body)).status).toBe(403);
    const own = await admin.change('DELETE', `/v1/members/${String(gateway.services.members.at(-1)!.userId)}`);
    expect(own.status).toBe(204);
  });

  it('of one organisation are nothing to another (TE-01)', async () => {
    const { answer } = await invite('only-here@example.com');
    const memberships = gateway.services.memberships.get(owner.userId)!;
    const other = { organisationId: crypto.randomUUID(), name: 'South', role: 'owner' };
    gateway.services.memberships.set(owner.userId, [...memberships, other]);
    const elsewhere = await gateway.signedIn(owner);
    await eventually(async () => {
      const moved = await elsewhere.post('/v1/sessions/current/organisation', { organisationId: other.organisationId });
      return moved.status === 200 ? true : undefined;
    });
    expect((await elsewhere.get('/v1/member-invitations')).body['items']).toEqual([]);
    const foreign = await elsewhere.change('DELETE', `/v1/member-invitations/${String(answer.body['id'])}`);
    const unknown = await elsewhere.change('DELETE', `/v1/member-invitations/${crypto.randomUUID()}`);
    const neutral = ({ status, body }: typeof foreign) => ({ status, ...body, correlationId: '' });
    expect(neutral(foreign)).toEqual({ ...neutral(unknown), status: 404 });
    const items = (await browser.get('/v1/member-invitations')).body['items'] as { email: string }[];
    expect(items.map(({ email }) => email)).toContain('only-here@example.com');
    gateway.services.memberships.set(owner.userId, memberships);
  });

  it('ends one session of one’s own, and nobody else’s', async () => {
    await signIn();
    const other = await gateway.signedIn(owner);
    const idOfCurrent = async (from: Browser) => {
      const { body } = await from.get('/v1/users/current/sessions');
      return (body['items'] as { id: string; current: boolean }[]).find(({ current }) => current)!.id;
    };
    const { token } = await invite('single-session@example.com');
    const stranger = gateway.browser();
    await accept(token, { name: 'Stranger', password: password() }, stranger);
    const end = (from: Browser, id: string) => from.change('DELETE', `/v1/users/current/sessions/${id}`);

    const foreign = await end(browser, await idOfCurrent(stranger));
    const unknown = await end(browser, crypto.randomUUID());
    const neutral = ({ status, body }: typeof foreign) => ({ status, ...body, correlationId: '' });
    expect(neutral(foreign)).toEqual({ ...neutral(unknown), status: 404 });
    expect((await stranger.get('/v1/sessions/current')).status).toBe(200);

    const ended = await idOfCurrent(other);
    expect((await end(browser, ended)).status).toBe(204);
    expect((await other.get('/v1/sessions/current')).status).toBe(401);
    expect((await end(browser, ended)).status).toBe(404);
    expect((await browser.get('/v1/sessions/current')).status).toBe(200);

    expect((await end(browser, await idOfCurrent(browser))).status).toBe(204);
    expect(browser.cookies.has('__Host-session')).toBe(false);
    await signIn();
  });

  it('limits invitations per organisation and day', async () => {
    await gateway.database.query(`UPDATE gateway.rate_limits SET points = 50 WHERE key LIKE 'memberInvitations%'`);
    expect((await invite('one-more@example.com')).answer.status).toBe(429);
  });

  describe('passwords', () => {
    const change = () => gateway.services.mails.filter((one) => one['kind'] === 'password-changed').length;

    it('are changed with the present one; other browsers are signed out and the person is told', async () => {
      await signIn();
      const other = await gateway.signedIn(owner);
      const wrong = { password: password(), newPassword: password() };
      expect((await browser.change('PUT', '/v1/users/current/password', wrong)).body['code']).toBe(
        'gateway.wrong_password',
      );
      const next = password();
      const told = change();
      const right = { password: owner.password, newPassword: next };
      expect((await browser.change('PUT', '/v1/users/current/password', right)).status).toBe(204);
      owner.password = next;
      expect((await browser.get('/v1/influencers')).status).toBe(200);
      expect((await other.get('/v1/sessions/current')).status).toBe(401);
      await eventually(() => (change() === told + 1 ? true : undefined));
    });

    it('are chosen anew with a mailed link that works once; everybody is signed out', async () => {
      await gateway.database.query('UPDATE gateway.users SET locale = NULL');
      const german = { 'accept-language': 'de-CH,de;q=0.9' };
      const known = await gateway.browser().post('/v1/password-resets', { email: owner.email.toUpperCase() }, german);
      const unknown = await gateway.browser().post('/v1/password-resets', { email: 'nobody@example.com' });
      expect([known.status, known.text, unknown.status, unknown.text]).toEqual([202, '', 202, '']);
      const mail = await eventually(() => gateway.services.mails.find((one) => one['kind'] === 'password-reset'));
      expect(mail['locales']).toEqual(['de-CH', 'de']);
      expect(gateway.services.mails.some((one) => one['to'] === 'nobody@example.com')).toBe(false);
      const token = new URL(mail['url']!).hash.slice(1);
      const complete = (text: string, secret: string) =>
        gateway.browser().post('/v1/password-resets/completions', { token: text, password: secret });

      expect((await complete(token, 'too short')).status).toBe(400);
      const next = password();
      const told = change();
      expect((await complete(token, next)).status).toBe(204);
      owner.password = next;
      await eventually(() => (change() === told + 1 ? true : undefined));
      await eventually(async () => ((await browser.get('/v1/sessions/current')).status === 401 ? true : undefined));
      for (const used of [token, 'x'.repeat(43)])
        expect((await complete(used, password())).body['code']).toBe('gateway.password_reset_unusable');
      await signIn();
    });

    it('leave a link unusable after half an hour', async () => {
      await gateway.browser().post('/v1/password-resets', { email: owner.email });
      const mails = () => gateway.services.mails.filter((one) => one['kind'] === 'password-reset');
      const mail = await eventually(() => mails()[1]);
      gateway.clock.forward(30 * 60_000);
      const token = new URL(mail['url']!).hash.slice(1);
      const late = await gateway.browser().post('/v1/password-resets/completions', { token, password: password() });
      expect([late.status, late.body['code']]).toEqual([401, 'gateway.password_reset_unusable']);
    });
  });

  it('shows where one is signed in, and signs out everywhere', async () => {
    await signIn();
    const other = await gateway.signedIn(owner);
    const { body } = await other.get('/v1/users/current/sessions');
    const items = body['items'] as { current: boolean }[];
    expect(items.length).toBeGreaterThanOrEqual(2);
    expect(items.filter(({ current }) => current)).toHaveLength(1);
    expect((await other.change('DELETE', '/v1/users/current/sessions')).status).toBe(204);
    expect((await browser.get('/v1/sessions/current')).status).toBe(401);
    expect((await gateway.signedIn(owner)).cookies.has('__Host-session')).toBe(true);
  });
});
