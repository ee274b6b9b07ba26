import { createHmac } from 'node:crypto';
import { CallbackServer } from '../../testing/callback-server';
import { at, textAt } from '../../testing/json';
import { TestSandbox } from '../../testing/test-sandbox';
import { until } from '../../testing/until';

/** Reads a `signed_request` as Meta's guide says, without any code of the sandbox. */
function openSigned(body: string, secret: string): { valid: boolean; payload: unknown } {
  const [signature = '', encoded = ''] = (new URLSearchParams(body).get('signed_request') ?? '').split('.');
  const expected = createHmac('sha256', secret).update(encoded).digest('base64url');
  return { valid: expected === signature, payload: JSON.parse(Buffer.from(encoded, 'base64url').toString()) };
}

describe('what a person does at Facebook itself', () => {
  const app = new CallbackServer();
  let box: TestSandbox;
  let url: string;
  beforeAll(async () => {
    url = await app.start();
    box = await TestSandbox.start({
      SANDBOX_META_DEAUTHORIZE_URL: `${url}/deauthorize`,
      SANDBOX_META_DATA_DELETION_URL: `${url}/deletion`,
    });
  });
  afterAll(async () => {
    await box.stop();
    await app.stop();
  });
  beforeEach(async () => {
    await box.control('reset', {});
    app.received.length = 0;
    app.answer = { status: 200, body: '' };
  });

  it('removes the app: the token is dead and a signed callback arrives', async () => {
    const token = await box.facebookToken('creator-one-page');
    const me = textAt((await box.graph('me', token)).json, 'id');
    // The app's clock does not move with ours: the callback has to be of its own "now".
    await box.control('clock', { advanceSeconds: 40 * 86_400 });
    const page = await box.browser.post('facebook://settings/business-integrations/remove');
    expect(page.body).toContain('You removed Creator Connect');

    const [callback] = await app.next();
    const opened = openSigned(callback?.body ?? '', box.keys.metaSecret);
    expect(callback?.path).toBe('/deauthorize');
    expect(opened.valid).toBe(true);
    expect(opened.payload).toMatchObject({ algorithm: 'HMAC-SHA256', user_id: me });
    expect(Math.abs(Number(at(opened.payload, 'issued_at')) - Date.now() / 1000)).toBeLessThan(5);
    expect((await box.graph('me', token)).json).toMatchObject({ error: { code: 190, error_subcode: 458 } });
  });

  it('removes the app for a developer who asks through the API, and tells him too', async () => {
    const token = await box.facebookToken('creator-one-page');
    expect((await box.graph('me/permissions', token, { method: 'DELETE' })).json).toEqual({ success: true });
    await app.next();
    expect((await box.graph('me', token)).json).toMatchObject({ error: { error_subcode: 458 } });
  });

  it('says nothing when only one permission is taken back', async () => {
    const token = await box.facebookToken('creator-one-page');
    await box.graph('me/permissions/instagram_manage_insights', token, { method: 'DELETE' });
    expect(at((await box.graph('me/permissions', token)).json, 'data')).toContainEqual({
      permission: 'instagram_manage_insights',
      status: 'declined',
    });
    expect((await box.control('callbacks')).json).toEqual({ callbacks: [] });
  });

  it('asks for the deletion of data and shows the code that the app gave', async () => {
    await box.facebookToken('creator-one-page');
    await box.browser.post('facebook://settings/business-integrations/remove');
    app.answer = {
      status: 200,
      body: JSON.stringify({ url: 'http://app.example/deletion?id=abc123', confirmation_code: 'abc123' }),
    };
    const page = await box.browser.post('facebook://settings/business-integrations/data-deletion');
    expect(page.body).toContain('abc123');
    expect(page.body).toContain('href="http://app.example/deletion?id=abc123"');
  });

  it('narrows what the app may use', async () => {
    const token = await box.facebookToken('creator-two-pages');
    await box.browser.post('facebook://settings/business-integrations/edit', {
      permission: ['pages_show_list', 'pages_read_engagement', 'instagram_basic'],
      page: ['110000000001103'],
      instagram: ['17841000000000103'],
    });
    expect((await box.graph('me/accounts?fields=id', token)).json).toMatchObject({ data: [{ id: '110000000001103' }] });
    expect((await box.graph('17841000000000103/insights?metric=reach&period=day', token)).json).toMatchObject({
      error: { code: 10 },
    });
  });

  describe('tells of changed permissions', () => {
    const untick = () =>
      box.browser.post('facebook://settings/business-integrations/edit', {
        permission: ['pages_show_list', 'pages_read_engagement', 'instagram_basic'],
        page: ['110000000001101'],
        instagram: ['17841000000000101'],
      });

    it('once the address has echoed the challenge: signed over the bytes, and naming the person', async () => {
      const token = await box.facebookToken('creator-one-page');
      const me = textAt((await box.graph('me', token)).json, 'id');
      await box.control('registrations', { meta: { webhookUrl: `${url}/changes`, verifyToken: 'chosen' } });
      app.echo = 'hub.challenge';
      await untick();
      const [asked, told] = await app.next(2);
      const query = new URLSearchParams(asked?.path.split('?')[1]);
      expect([query.get('hub.mode'), query.get('hub.verify_token')]).toEqual(['subscribe', 'chosen']);
      const signature = createHmac('sha256', box.keys.metaSecret)
        .update(told?.body ?? '')
        .digest('hex');
      expect(told?.headers['x-hub-signature-256']).toBe(`sha256=${signature}`);
      expect(JSON.parse(told?.body ?? '')).toMatchObject({
        object: 'permissions',
        entry: [{ id: me, changed_fields: ['instagram_manage_insights'] }],
      });
      // Nothing changed, nothing to tell; and what was verified is not asked again.
      await untick();
      await box.browser.post('facebook://settings/business-integrations/edit', { permission: [] });
      const received = await app.next(3);
      expect(JSON.parse(received[2]?.body ?? '')).toMatchObject({
        entry: [{ changed_fields: ['instagram_basic', 'pages_show_list', 'pages_read_engagement'] }],
      });
    });

    it('nobody whose address does not', async () => {
      await box.facebookToken('creator-one-page');
      await box.control('registrations', { meta: { webhookUrl: `${url}/other`, verifyToken: 'chosen' } });
      app.echo = undefined;
      await untick();
      await app.next();
      expect((await box.control('callbacks')).json).toEqual({ callbacks: [] });
    });
  });

  it('sends a callback again until the app answers 200', async () => {
    await box.control('settings', { callbacks: { firstRetryMilliseconds: 5 } });
    app.answer = { status: 503, body: '' };
    await box.facebookToken('creator-one-page');
    await box.control('personas/creator-one-page/remove-app', {});
    await app.next(2);
    app.answer = { status: 200, body: '' };
    await until(async () => at((await box.control('callbacks')).json, 'callbacks.0.state') === 'delivered');
    const bodies = new Set(app.received.map((callback) => callback.body));
    expect(bodies.size).toBe(1);
  });

  it('plays callbacks with a wrong signature, twice, and never', async () => {
    const remove = async (kind: string) => {
      await box.facebookToken('creator-one-page');
      await box.control('faults', { platform: 'facebook', kind });
      await box.control('personas/creator-one-page/remove-app', {});
    };
    await remove('wrong_signature');
    const [forged] = await app.next();
    expect(openSigned(forged?.body ?? '', box.keys.metaSecret).valid).toBe(false);
    await remove('duplicate_callback');
    const received = await app.next(3);
    expect(received[1]?.body).toBe(received[2]?.body);
    await remove('lost_callback');
    await until(async () => at((await box.control('callbacks')).json, 'callbacks.3.state') === 'lost');
    expect(app.received).toHaveLength(3);
  });

  it('sends two callbacks in the wrong order: the first one waits for the second', async () => {
    const [one, two] = [await box.facebookToken('creator-one-page'), await box.facebookToken('creator-two-pages')];
    const ids = [textAt((await box.graph('me', one)).json, 'id'), textAt((await box.graph('me', two)).json, 'id')];
    await box.control('faults', { platform: 'facebook', kind: 'reordered_callback' });
    await box.control('personas/creator-one-page/remove-app', {});
    await until(async () => at((await box.control('callbacks')).json, 'callbacks.0.state') === 'waiting');
    expect(app.received).toHaveLength(0);
    await box.control('personas/creator-two-pages/remove-app', {});
    const received = await app.next(2);
    expect(received.map((callback) => at(openSigned(callback.body, box.keys.metaSecret).payload, 'user_id'))).toEqual([
      ids[1],
      ids[0],
    ]);
  });
});
