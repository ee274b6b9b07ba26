import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fingerprint } from '../box/secrets';
import { CallbackServer } from '../testing/callback-server';
import { at, column, listAt, textAt } from '../testing/json';
import { TestSandbox } from '../testing/test-sandbox';

const ONE = '17841000000000101';

describe('the control of the sandbox', () => {
  let box: TestSandbox;
  beforeAll(async () => (box = await TestSandbox.start()));
  afterAll(() => box.stop());
  beforeEach(() => box.control('reset', {}));

  describe('faults', () => {
    it('plays a fault as often as it is told, after letting some calls pass', async () => {
      const token = await box.facebookToken('creator-one-page');
      await box.control('faults', {
        platform: 'facebook',
        operation: 'graph.instagram*',
        kind: 'token_invalid',
        subcode: 460,
        times: 2,
        skip: 1,
      });
      const codes = [];
      for (let i = 0; i < 5; i++) codes.push(at((await box.graph(ONE, token)).json, 'error.error_subcode'));
      expect(codes).toEqual([undefined, 460, 460, undefined, undefined]);
      expect((await box.control('faults')).json).toEqual({ faults: [] });
    });

    it('keeps to one operation, one persona or one path', async () => {
      const [one, two] = [await box.facebookToken('creator-one-page'), await box.facebookToken('creator-two-pages')];
      await box.control('faults', {
        platform: 'facebook',
        persona: 'creator-two-pages',
        kind: 'status',
        status: 503,
        times: null,
      });
      await box.control('faults', { platform: 'facebook', path: '/graph/*/media', kind: 'throttle', times: null });
      expect((await box.graph('me', one)).status).toBe(200);
      expect((await box.graph('me', two)).status).toBe(503);
      const throttled = await box.graph(`${ONE}/media`, one);
      expect(throttled.json).toMatchObject({ error: { code: 80002, is_transient: true } });
      expect(throttled.headers.get('x-business-use-case-usage')).toContain('"call_count":100');
      expect((await box.control('faults', undefined, 'DELETE')).json).toEqual({ faults: [] });
      expect((await box.graph('me', two)).status).toBe(200);
    });

    it.each([
      ['tiktok', 'status', 503, { error: { code: 'internal_error' } }],
      ['tiktok', 'throttle', 429, { error: { code: 'rate_limit_exceeded' } }],
      ['tiktok', 'token_invalid', 401, { error: { code: 'access_token_invalid' } }],
      ['ttcm', 'throttle', 200, { code: 40100 }],
      ['ttcm', 'token_invalid', 200, { code: 40105 }],
    ])('speaks the language of %s: %s', async (platform, kind, status, json) => {
      const { access } = await box.tiktokTokens('tiktok-everyday');
      await box.control('faults', { platform, kind });
      const answer =
        platform === 'tiktok' ? box.tiktok('user/info/?fields=open_id', access) : box.ttcm('tto/tcm/creator/public/');
      expect(await answer).toMatchObject({ status, json });
    });

    it.each([
      ['facebook', { code: '368' }, 400, { error: { code: 368, is_transient: false } }],
      ['facebook', { code: 1, subcode: 99, status: 500 }, 500, { error: { code: 1, error_subcode: 99 } }],
      ['tiktok', { code: 'scope_not_authorized' }, 401, { error: { code: 'scope_not_authorized' } }],
      ['ttcm', { code: 40113 }, 200, { code: 40113 }],
    ])('plays any other failure of %s by its code: %j', async (platform, more, status, json) => {
      const token = await box.facebookToken('creator-one-page');
      const { access } = await box.tiktokTokens('tiktok-everyday');
      await box.control('faults', { platform, kind: 'error', ...more });
      const answer = {
        facebook: () => box.graph('me', token),
        tiktok: () => box.tiktok('user/info/?fields=open_id', access),
        ttcm: () => box.ttcm('tto/tcm/creator/public/'),
      }[platform];
      expect(await answer?.()).toMatchObject({ status, json });
    });

    it('plays OAuth failures in the words of the token endpoint', async () => {
      await box.control('faults', { platform: 'tiktok', kind: 'error', code: 'unauthorized_client', status: 403 });
      expect(await box.refresh('rft.any')).toMatchObject({ status: 403, json: { error: 'unauthorized_client' } });
    });

    it('takes a metric away until the fault is removed: for posts, for an account, for one kind of post', async () => {
      const token = await box.facebookToken('creator-one-page');
      const { json } = await box.graph(`${ONE}/media?fields=id,media_product_type&limit=50`, token);
      const idOf = (surface: string) =>
        textAt(
          listAt(json, 'data').find((post) => at(post, 'media_product_type') === surface),
          'id',
        );
      const ask = async (path: string) => (await box.graph(path, token)).json;
      await box.control('faults', { platform: 'facebook', kind: 'retired_metric', metric: 'reach' });
      for (let i = 0; i < 2; i++) {
        expect(await ask(`${idOf('FEED')}/insights?metric=views,reach`)).toMatchObject({
          error: { code: 100, message: expect.stringContaining('no longer supported for the queried media') },
        });
      }
      expect(await ask(`${ONE}/insights?metric=reach&period=day`)).toMatchObject({
        error: { message: expect.stringContaining('for the queried user') },
      });
      expect(listAt(await ask(`${idOf('FEED')}/insights?metric=views`), 'data')).toHaveLength(1);
      await box.control('faults', undefined, 'DELETE');

      await box.control('faults', { platform: 'facebook', kind: 'retired_metric', metric: 'shares', on: 'REELS' });
      expect(listAt(await ask(`${idOf('FEED')}/insights?metric=shares`), 'data')).toHaveLength(1);
      expect(await ask(`${idOf('REELS')}/insights?metric=shares`)).toMatchObject({
        error: { code: 100, message: expect.stringContaining('does not support the shares metric') },
      });
    });

    it('tells what only the owner may see, beside what was asked', async () => {
      const token = await box.facebookToken('creator-one-page');
      await box.control('faults', { platform: 'facebook', kind: 'private_fields', text: 'canary', times: null });
      expect((await box.graph(`${ONE}/media?fields=id&limit=2`, token)).json).toMatchObject({
        email: 'canary@example.com',
        data: [
          { id: expect.any(String), private_note: 'canary' },
          { id: expect.any(String), unlisted: { title: 'canary' } },
        ],
      });
      await box.control('faults', undefined, 'DELETE');
      const { json } = await box.graph(`${ONE}/media?fields=id&limit=2`, token);
      expect(JSON.stringify(json)).not.toContain('canary');
    });

    it('lets the same login come back as somebody else', async () => {
      const own = textAt((await box.graph('me', await box.facebookToken('creator-one-page'))).json, 'id');
      await box.control('faults', { platform: 'facebook', kind: 'changed_identity', as: 'creator-other-profile' });
      const other = await box.facebookToken('creator-one-page');
      expect((await box.graph('me', other)).json).toMatchObject({ name: 'Creator Other-Profile' });
      expect(column((await box.graph('me/accounts?fields=name', other)).json, 'data', 'name')).toEqual(['Other Page']);
      expect(textAt((await box.graph('me', await box.facebookToken('creator-one-page'))).json, 'id')).toBe(own);

      await box.control('faults', { platform: 'tiktok', kind: 'changed_identity', as: 'tiktok-busy' });
      const { access } = await box.tiktokTokens('tiktok-everyday');
      expect((await box.tiktok('user/info/?fields=username', access)).json).toMatchObject({
        data: { user: { username: 'sandbox.busy' } },
      });
    });

    it('can be slow, and can cut the line before anything happened', async () => {
      const token = await box.facebookToken('creator-one-page');
      await box.control('faults', { platform: 'facebook', kind: 'latency', milliseconds: 120 });
      const begun = Date.now();
      await box.graph('me', token);
      expect(Date.now() - begun).toBeGreaterThanOrEqual(115);
      await box.control('faults', { platform: 'facebook', kind: 'drop_request' });
      await expect(box.graph('me', token)).rejects.toThrow();
      expect(column((await box.control('calls?operation=graph.user')).json, 'calls', 'fault')).toEqual([
        'latency',
        'drop_request',
      ]);
    });

    it('refuses what it does not understand, field by field', async () => {
      const answer = await box.control('faults', { platform: 'myspace', kind: 'status', status: 99 });
      expect(answer).toMatchObject({ status: 400, json: { error: 'not understood', issues: [{ field: 'platform' }] } });
      expect((await box.control('faults', { platform: 'tiktok', kind: 'gremlins' })).status).toBe(400);
    });
  });

  describe('what was called', () => {
    it('logs operation, status, cause and fingerprint, and counts', async () => {
      const token = await box.facebookToken('creator-one-page');
      const { json: before } = await box.control('calls');
      await box.graph('me', token);
      await box.control('personas/creator-one-page/change-password', {});
      await box.graph('me', token);
      expect(
        listAt((await box.control(`calls?since=${new Date(Date.now() + 1_000).toISOString()}`)).json, 'calls'),
      ).toEqual([]);
      const { json } = await box.control(`calls?since=${textAt(before, 'next')}`);
      expect(column(json, 'calls', 'error')).toEqual([undefined, '190/460']);
      expect(at(json, 'calls.0')).toMatchObject({
        operation: 'graph.user',
        status: 200,
        persona: 'creator-one-page',
        tokenFingerprint: fingerprint(token),
      });
      expect(at(json, 'counts')).toEqual({ 'graph.user': { total: 2, ok: 1, failed: 1 } });
    });

    it('never shows a token, a code or a secret', async () => {
      const token = await box.facebookToken('creator-one-page');
      const { access, refresh } = await box.tiktokTokens('tiktok-everyday');
      await box.call(`/graph/v25.0/me?access_token=${token}`);
      const told = await Promise.all(
        ['calls', 'leaks', 'state', 'personas', 'callbacks', 'settings'].map((path) => box.control(path)),
      );
      const pages = await Promise.all(
        ['/control', '/control?tab=faults', '/control?tab=calls'].map((path) =>
          fetch(`http://127.0.0.1:${box.port}${path}`).then((page) => page.text()),
        ),
      );
      const everything = JSON.stringify(told.map((answer) => answer.json)) + pages.join('');
      for (const secret of [token, access, refresh, box.keys.metaSecret, box.keys.tiktokSecret, box.keys.ttcmToken])
        expect(everything).not.toContain(secret);
    });

    it('finds tokens and secrets in request lines', async () => {
      const token = await box.facebookToken('creator-one-page');
      await box.debugToken(token);
      await box.call(`/graph/v25.0/me?access_token=${token}`);
      await box.call(`/graph/v25.0/me?x=${token}`);
      await box.call(`/graph/v25.0/${token}/permissions`);
      await box.call('/graph/v25.0/oauth/access_token?client_secret=anything');
      const { json } = await box.control('leaks');
      const found = listAt(json, 'leaks').map((leak) => [
        at(leak, 'parameter'),
        at(leak, 'kind'),
        at(leak, 'documented'),
      ]);
      expect(found).toEqual([
        ['input_token', 'token', true],
        ['access_token', 'token', false],
        ['x', 'token', false],
        ['path', 'token', false],
        ['client_secret', 'secret', false],
      ]);
      const { json: calls } = await box.control('calls?operation=graph.permissions.list');
      expect(at(calls, 'calls.0.path')).toBe('/graph/v25.0/(token)/permissions');
    });
  });

  it('renames an Instagram account and puts another in its place; ids tell them apart', async () => {
    const token = await box.facebookToken('creator-one-page', { all: true });
    const linked = async () =>
      at(
        (await box.graph('me/accounts?fields=instagram_business_account{id,username}', token)).json,
        'data.0.instagram_business_account',
      );
    await box.control('personas/creator-one-page/rename-instagram', { username: 'brand.new' });
    expect(await linked()).toEqual({ id: ONE, username: 'brand.new' });
    const find = (name: string) => box.graph(`${ONE}?fields=business_discovery.username(${name}){id}`, token);
    expect((await find('brand.new')).json).toMatchObject({ business_discovery: { id: ONE } });
    expect((await find('sandbox.one.page')).json).toMatchObject({ error: { code: 110 } });
    expect((await box.control('personas/creator-two-pages/rename-instagram', { username: 'brand.new' })).status).toBe(
      400,
    );

    await box.control('personas/creator-one-page/replace-instagram', {});
    expect(await linked()).toEqual({ id: '17841000000000199', username: 'sandbox.successor' });
    expect((await box.graph(ONE, token)).json).toMatchObject({ error: { code: 100, error_subcode: 33 } });
  });

  it('moves its clock forward only', async () => {
    await box.control('clock', { advanceSeconds: 3_600 });
    expect((await box.control('clock')).json).toMatchObject({ offsetSeconds: 3_600 });
    expect((await box.control('clock', { advanceSeconds: -1 })).status).toBe(400);
  });

  it('keeps unnamed settings when some are changed', async () => {
    const { json } = await box.control('settings', { ttcm: { minimumFollowers: { NL: 5 } } });
    expect(json).toMatchObject({
      ttcm: { minimumFollowers: { default: 10_000, KR: 50_000, NL: 5 }, requestsPerSecond: 10 },
    });
    expect((await box.control('settings', { facebook: { speed: 1 } })).status).toBe(400);
  });

  it('shows the page with every persona, and takes its forms', async () => {
    const page = await (await fetch(`http://127.0.0.1:${box.port}/`)).text();
    for (const id of column((await box.control('personas')).json, 'personas', 'id'))
      expect(page).toContain(`id="${String(id)}"`);
    const answer = await box.browser.post(`http://127.0.0.1:${box.port}/control/faults`, {
      platform: 'ttcm',
      kind: 'throttle',
      times: '5',
      back: '/control?tab=faults',
    });
    expect(answer.body).toContain('5 more');
    const foreign = await box.browser.post(
      `http://127.0.0.1:${box.port}/control/reset`,
      {},
      { 'sec-fetch-site': 'cross-site' },
    );
    expect(foreign.status).toBe(403);
  });

  it('knows no unknown persona and no unknown action', async () => {
    expect((await box.control('personas/somebody')).status).toBe(404);
    expect((await box.control('personas/creator-one-page/dance', {})).json).toMatchObject({
      actions: expect.arrayContaining(['change-password']),
    });
  });

  it('remembers grants, clock and settings after a restart, without writing a usable token', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
    const file = join(folder, 'state.json');
    const keys = { SANDBOX_META_APP_SECRET: 'made-for-this-test', SANDBOX_STATE_FILE: file };
    const first = await TestSandbox.start(keys);
    first.keys.metaSecret = keys.SANDBOX_META_APP_SECRET;
    const token = await first.facebookToken('creator-one-page');
    await first.control('clock', { advanceSeconds: 600 });
    await first.stop();
    expect(readFileSync(file, 'utf8')).not.toContain(token);

    const second = await TestSandbox.start(keys);
    expect((await second.graph('me', token)).json).toMatchObject({ name: 'Creator One-Page' });
    expect((await second.control('clock')).json).toMatchObject({ offsetSeconds: 600 });
    await second.stop();
    rmSync(folder, { recursive: true });
  });

  it("keeps Google's grants over a restart: tokens work, a code can be redeemed, and a removal is told by their names", async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
    const file = join(folder, 'state.json');
    const app = new CallbackServer();
    app.answer = { status: 202, body: '' };
    const keys = {
      SANDBOX_GOOGLE_CLIENT_SECRET: 'made-for-this-test',
      SANDBOX_STATE_FILE: file,
      SANDBOX_GOOGLE_RISC_URL: `${await app.start()}/youtube`,
    };
    const start = async () => {
      const box = await TestSandbox.start(keys);
      box.keys.googleSecret = keys.SANDBOX_GOOGLE_CLIENT_SECRET;
      return box;
    };
    const first = await start();
    const { access, refresh } = await first.googleTokens('youtube-creator');
    const back = await first.googleConsent('youtube-creator');
    await first.stop();
    const written = readFileSync(file, 'utf8');
    for (const token of [access, refresh]) expect(written).not.toContain(token);

    const second = await start();
    expect((await second.youtube('channels?part=id&mine=true', access)).status).toBe(200);
    const renewed = textAt((await second.refreshGoogle(refresh)).json, 'access_token');
    expect((await second.youtube('channels?part=id&mine=true', renewed)).status).toBe(200);
    expect((await second.redeemGoogle(back.searchParams.get('code') ?? '')).status).toBe(200);
    await second.control('personas/youtube-creator/remove-app', {});
    const [event] = await app.next();
    const payload = Buffer.from(event?.body.split('.')[1] ?? '', 'base64url').toString();
    const hash = createHash('sha512').update(createHash('sha512').update(refresh).digest()).digest('base64');
    expect(payload).toContain(hash);
    expect((await second.refreshGoogle(refresh)).json).toMatchObject({ error: 'invalid_grant' });
    await second.stop();
    await app.stop();
    rmSync(folder, { recursive: true });
  });
});
