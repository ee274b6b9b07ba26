import { createHmac } from 'node:crypto';
import { at, numberAt, textAt } from '../../testing/json';
import { INSTAGRAM_CALLBACK, TestSandbox } from '../../testing/test-sandbox';

describe('codes and tokens of the Graph API', () => {
  let box: TestSandbox;
  beforeAll(async () => (box = await TestSandbox.start()));
  afterAll(() => box.stop());
  beforeEach(() => box.control('reset', {}));

  const newCode = async () => (await box.consent('creator-one-page')).searchParams.get('code') ?? '';

  it('gives a short-lived token for a code, and a long-lived one for that', async () => {
    const short = await box.redeemCode(await newCode());
    expect(short).toMatchObject({ status: 200, json: { token_type: 'bearer', expires_in: 5400 } });
    const token = await box.facebookToken('creator-one-page');
    const { json } = await box.debugToken(token);
    expect(json).toMatchObject({ data: { is_valid: true, type: 'USER', app_id: box.keys.metaId } });
    expect(numberAt(json, 'data.expires_at') - Date.now() / 1000).toBeGreaterThan(59 * 86_400);
  });

  it('takes a code once', async () => {
    const code = await newCode();
    await box.redeemCode(code);
    expect((await box.redeemCode(code)).json).toMatchObject({
      error: { code: 100, error_subcode: 36009, type: 'OAuthException' },
    });
  });

  it.each([
    ['the wrong secret', { client_secret: 'not-it' }, { code: 1, message: 'Error validating client secret.' }],
    ['another app', { client_id: '999' }, { code: 101 }],
    ['another redirect address', { redirect_uri: `${INSTAGRAM_CALLBACK}/x` }, { code: 100, error_subcode: 36008 }],
    ['a code nobody issued', { code: 'AQmadeup' }, { code: 100 }],
  ])('refuses %s', async (_what, more, error) => {
    const answer = await box.redeemCode(await newCode(), more);
    expect(answer).toMatchObject({ status: 400, json: { error } });
  });

  it('lets a code end after ten minutes, and a token after its life', async () => {
    const code = await newCode();
    const token = await box.facebookToken('creator-one-page');
    await box.control('clock', { advanceSeconds: 601 });
    expect((await box.redeemCode(code)).json).toMatchObject({ error: { error_subcode: 36007 } });
    await box.control('clock', { advanceSeconds: 61 * 86_400 });
    expect((await box.graph('me', token)).json).toMatchObject({ error: { code: 190, error_subcode: 463 } });
    expect((await box.debugToken(token)).json).toMatchObject({
      data: { is_valid: false, scopes: [], error: { code: 190, subcode: 463 } },
    });
  });

  it('exchanges a living long-lived token again without a longer life, and an expired one not at all', async () => {
    const token = await box.facebookToken('creator-one-page');
    const exchange = () =>
      box.form('/graph/v25.0/oauth/access_token', {
        grant_type: 'fb_exchange_token',
        client_id: box.keys.metaId,
        client_secret: box.keys.metaSecret,
        fb_exchange_token: token,
      });
    await box.control('clock', { advanceSeconds: 10 * 86_400 });
    expect(Math.round(numberAt((await exchange()).json, 'expires_in') / 86_400)).toBe(50);
    await box.control('clock', { advanceSeconds: 51 * 86_400 });
    expect(await exchange()).toMatchObject({ status: 400, json: { error: { code: 190, error_subcode: 463 } } });
  });

  it('answers without a version, and an old version by the oldest that lives', async () => {
    const token = await box.facebookToken('creator-one-page');
    const headers = { authorization: `Bearer ${token}` };
    for (const version of ['', '/v2.0', '/v26.0'])
      expect((await box.call(`/graph${version}/me`, { headers })).json).toMatchObject({ name: 'Creator One-Page' });
  });

  it('keeps a Page token of a long-lived token alive beyond it, and tells the end of data access', async () => {
    const token = await box.facebookToken('creator-one-page');
    const page = textAt((await box.graph('me/accounts', token)).json, 'data.0.access_token');
    await box.control('clock', { advanceSeconds: 61 * 86_400 });
    const { json } = await box.debugToken(page);
    expect(json).toMatchObject({ data: { is_valid: true, type: 'PAGE', expires_at: 0 } });
    // Told in the caller's own time: 90 - 61 days are left.
    const left = (numberAt(json, 'data.data_access_expires_at') - Date.now() / 1000) / 86_400;
    expect(Math.round(left)).toBe(29);
  });

  it('tells the chosen Pages and accounts as granular scopes', async () => {
    const token = await box.facebookToken('creator-two-pages', {
      pages: ['110000000001102'],
      instagram: ['17841000000000102'],
    });
    const { json } = await box.debugToken(token);
    expect(at(json, 'data.granular_scopes')).toEqual(
      expect.arrayContaining([
        { scope: 'pages_show_list', target_ids: ['110000000001102'] },
        { scope: 'instagram_basic', target_ids: ['17841000000000102'] },
      ]),
    );
  });

  it('verifies appsecret_proof when it is sent and demands it when the switch is on', async () => {
    const token = await box.facebookToken('creator-one-page');
    const wrong = createHmac('sha256', 'another secret').update(token).digest('hex');
    expect((await box.graph(`me?appsecret_proof=${wrong}`, token)).json).toMatchObject({
      error: { code: 100, type: 'GraphMethodException' },
    });
    expect((await box.graph(`me?appsecret_proof=${box.proof(token)}`, token)).status).toBe(200);
    await box.control('settings', { facebook: { requireProof: true } });
    expect((await box.graph('me', token)).json).toMatchObject({
      error: { message: expect.stringContaining('require an appsecret_proof') },
    });
    expect((await box.graph(`me?appsecret_proof=${box.proof(token)}`, token)).status).toBe(200);
  });

  it.each([
    ['change-password', 460],
    ['expire-session', 463],
    ['log-out-everywhere', 467],
    ['checkpoint', 459],
    ['unconfirm', 464],
    ['remove-app', 458],
  ])('answers 190 with the cause: %s → %d', async (action, subcode) => {
    const token = await box.facebookToken('creator-one-page');
    await box.control(`personas/creator-one-page/${action}`, {});
    expect((await box.graph('me', token)).json).toMatchObject({ error: { code: 190, error_subcode: subcode } });
    const fresh = await box.facebookToken('creator-one-page');
    expect((await box.graph('me', fresh)).status).toBe(200);
  });

  it('kills the Page token with the role on the Page', async () => {
    const token = await box.facebookToken('creator-one-page');
    const page = textAt((await box.graph('me/accounts', token)).json, 'data.0.access_token');
    await box.control('personas/creator-one-page/lose-page-role', {});
    expect((await box.graph('me', page)).json).toMatchObject({ error: { error_subcode: 492 } });
    expect((await box.graph('me/accounts', token)).json).toEqual({ data: [] });
  });

  it('knows nothing of a token it did not issue', async () => {
    expect((await box.graph('me', 'EAAnobody')).json).toMatchObject({ error: { code: 190, type: 'OAuthException' } });
    expect((await box.call('/graph/v25.0/me')).json).toMatchObject({ error: { code: 104 } });
    expect((await box.debugToken('EAAnobody')).json).toMatchObject({ data: { is_valid: false } });
  });

  it('hands out the token of another app when it is told to, and does not vouch for it', async () => {
    await box.control('faults', { platform: 'facebook', kind: 'foreign_app' });
    const token = textAt((await box.redeemCode(await newCode())).json, 'access_token');
    expect((await box.debugToken(token)).json).toMatchObject({
      error: { code: 100, message: expect.stringContaining('did not match the Viewing App') },
    });
  });

  it('grants a permission too many when it is told to', async () => {
    await box.control('faults', { platform: 'facebook', kind: 'surplus_scope', scope: 'instagram_content_publish' });
    const token = textAt((await box.redeemCode(await newCode())).json, 'access_token');
    expect(at((await box.debugToken(token)).json, 'data.scopes')).toContain('instagram_content_publish');
  });
});

describe('a batch of Graph calls', () => {
  let box: TestSandbox;
  beforeAll(async () => (box = await TestSandbox.start()));
  afterAll(() => box.stop());
  beforeEach(() => box.control('reset', {}));

  const batch = (token: string, parts: unknown, more: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${box.port}/graph/v25.0/`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: new URLSearchParams({ batch: JSON.stringify(parts), include_headers: 'false', ...more }),
    });

  it('answers each call on its own, and an inspected token leaves no trace in an address', async () => {
    const token = await box.facebookToken('creator-one-page');
    const app = `${box.keys.metaId}|${box.keys.metaSecret}`;
    const parts = [
      { method: 'GET', relative_url: `debug_token?input_token=${token}` },
      { method: 'GET', relative_url: 'nothing/at/all' },
    ];
    const answers: unknown = await (await batch(app, parts, { appsecret_proof: box.proof(app) })).json();
    expect(answers).toMatchObject([{ code: 200 }, { code: 400 }]);
    expect(JSON.parse(textAt(answers, '0.body'))).toMatchObject({ data: { is_valid: true } });
    expect((await box.control('leaks')).json).toEqual({ leaks: [] });
    expect(at((await box.control('calls?operation=graph.debug_token')).json, 'counts')).toEqual({
      'graph.debug_token': { total: 1, ok: 1, failed: 0 },
    });
  });

  it('refuses a wrong proof, and what is no batch', async () => {
    const app = `${box.keys.metaId}|${box.keys.metaSecret}`;
    expect((await batch(app, [{ method: 'GET', relative_url: 'me' }], { appsecret_proof: 'ab' })).status).toBe(400);
    expect((await batch(app, 'me')).status).toBe(400);
    expect(
      (
        await batch(
          app,
          Array.from({ length: 51 }, () => ({ method: 'GET', relative_url: 'me' })),
        )
      ).status,
    ).toBe(400);
  });

  it('plays a fault on a call within, and cuts the whole line when told to', async () => {
    const token = await box.facebookToken('creator-one-page');
    await box.control('faults', { platform: 'facebook', operation: 'graph.user', kind: 'token_invalid', subcode: 460 });
    const answers: unknown = await (await batch(token, [{ method: 'GET', relative_url: 'me' }])).json();
    expect(textAt(answers, '0.body')).toContain('"error_subcode":460');
    await box.control('faults', { platform: 'facebook', operation: 'graph.user', kind: 'drop_response' });
    await expect(batch(token, [{ method: 'GET', relative_url: 'me' }])).rejects.toThrow();
  });
});
