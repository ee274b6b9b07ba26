import { createHash, createHmac } from 'node:crypto';
import { CallbackServer } from '../../testing/callback-server';
import { at, column, listAt, numberAt, textAt } from '../../testing/json';
import { TestSandbox, TIKTOK_CALLBACK, TIKTOK_SCOPES } from '../../testing/test-sandbox';
import { until } from '../../testing/until';

describe('TikTok', () => {
  const app = new CallbackServer();
  let box: TestSandbox;
  beforeAll(async () => (box = await TestSandbox.start({ SANDBOX_TIKTOK_WEBHOOK_URL: `${await app.start()}/tiktok` })));
  afterAll(async () => {
    await box.stop();
    await app.stop();
  });
  beforeEach(async () => {
    await box.control('reset', {});
    app.received.length = 0;
  });

  describe('consent', () => {
    it.each([
      ['another client key', { client_key: 'other' }],
      ['another redirect address', { redirect_uri: `${TIKTOK_CALLBACK}?x=1` }],
      ['scopes separated by spaces', { scope: 'user.info.basic video.list' }],
      ['no state', { state: '' }],
      ['another response type', { response_type: 'token' }],
    ])('shows an error page and does not go back to the app: %s', async (_what, more) => {
      expect(await box.browser.get(box.authorizeUrl(more))).toMatchObject({ status: 400, location: undefined });
    });

    it('gives an encoded code with a star and tells the scopes in plural', async () => {
      await box.browser.post('tiktok://login', { persona: 'tiktok-everyday', next: '/' });
      const answer = await box.browser.post(box.authorizeUrl(), { decision: 'authorize', scope: ['video.list'] });
      expect(answer.location).toMatch(/code=[\w-]+%2A0%21/);
      expect(new URL(answer.location ?? '').searchParams.get('scopes')).toBe('user.info.basic,video.list');
      const raw = /code=([^&]+)/.exec(answer.location ?? '')?.[1] ?? '';
      expect((await box.redeemTikTok(raw)).json).toMatchObject({ error: 'invalid_grant' });
      expect((await box.redeemTikTok(decodeURIComponent(raw))).json).toMatchObject({
        scope: 'user.info.basic,video.list',
      });
    });

    it('tells the app that the person cancelled', async () => {
      await box.browser.post('tiktok://login', { persona: 'tiktok-everyday', next: '/' });
      const { location } = await box.browser.post(box.authorizeUrl(), { decision: 'cancel' });
      expect(new URL(location ?? '').searchParams.get('error')).toBe('access_denied');
    });

    it('skips the page for somebody who agreed before, unless it is always to be shown', async () => {
      await box.tiktokTokens('tiktok-everyday');
      expect((await box.browser.get(box.authorizeUrl())).location).toContain('code=');
      expect((await box.browser.get(box.authorizeUrl({ disable_auto_auth: '1' }))).body).toContain('id="authorize"');
    });
  });

  describe('tokens', () => {
    it('names lives, person and scopes', async () => {
      const code = (await box.authorize('tiktok-everyday')).searchParams.get('code') ?? '';
      const { json } = await box.redeemTikTok(code);
      expect(json).toMatchObject({
        expires_in: 7200,
        refresh_expires_in: 15_552_000,
        token_type: 'Bearer',
        scope: TIKTOK_SCOPES.join(','),
      });
      expect((await box.redeemTikTok(code)).json).toMatchObject({ error: 'invalid_grant', log_id: expect.any(String) });
    });

    it.each([
      ['a wrong secret', { client_secret: 'not-it' }, 'invalid_client'],
      ['an unknown grant type', { grant_type: 'password' }, 'unsupported_grant_type'],
      ['another redirect address', { redirect_uri: 'http://app.example/other' }, 'invalid_request'],
    ])('refuses %s', async (_what, more, error) => {
      const code = (await box.authorize('tiktok-everyday')).searchParams.get('code') ?? '';
      const answer = await box.tiktokForm('token', {
        grant_type: 'authorization_code',
        code,
        redirect_uri: TIKTOK_CALLBACK,
        ...more,
      });
      expect(answer).toMatchObject({ status: 400, json: { error } });
    });

    it('checks the verifier of a hexadecimal challenge, and refuses a challenge in base64url', async () => {
      const verifier = 'v'.repeat(50);
      const digest = createHash('sha256').update(verifier);
      const asked = { code_challenge: digest.copy().digest('hex'), code_challenge_method: 'S256' };
      await box.browser.post('tiktok://login', { persona: 'tiktok-everyday', next: '/' });
      const { location } = await box.browser.post(box.authorizeUrl(asked), { decision: 'authorize', scope: [] });
      const code = new URL(location ?? '').searchParams.get('code') ?? '';
      const redeem = (more: Record<string, string>) =>
        box.tiktokForm('token', {
          grant_type: 'authorization_code',
          code,
          redirect_uri: TIKTOK_CALLBACK,
          ...more,
        });
      expect((await redeem({})).json).toMatchObject({ error: 'invalid_request' });
      expect((await redeem({ code_verifier: `${verifier}x` })).json).toMatchObject({ error: 'invalid_request' });
      expect((await redeem({ code_verifier: verifier })).status).toBe(200);
      const base64 = { ...asked, code_challenge: digest.digest('base64url') };
      expect((await box.browser.get(box.authorizeUrl(base64))).body).toContain('code challenge is invalid');
    });

    it('takes forms only', async () => {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
      expect((await box.call('/tiktok-open/v2/oauth/token/', init)).json).toMatchObject({ error: 'invalid_request' });
    });

    it('rotates: the refresh token that was used is dead at once', async () => {
      const first = await box.tiktokTokens('tiktok-everyday');
      const second = await box.refresh(first.refresh);
      expect(textAt(second.json, 'refresh_token')).not.toBe(first.refresh);
      expect((await box.refresh(first.refresh)).json).toMatchObject({ error: 'invalid_grant' });
      expect((await box.refresh(textAt(second.json, 'refresh_token'))).status).toBe(200);
      expect(at((await box.control('state')).json, 'refreshTokensReused')).toBe(1);
    });

    it('lets eight callers with one refresh token have one success', async () => {
      const { refresh } = await box.tiktokTokens('tiktok-everyday');
      const answers = await Promise.all(Array.from({ length: 8 }, () => box.refresh(refresh)));
      expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
      const { json } = await box.control('calls?operation=tiktok.oauth.refresh&persona=tiktok-everyday');
      expect(at(json, 'counts')).toEqual({ 'tiktok.oauth.refresh': { total: 8, ok: 1, failed: 7 } });
    });

    it('has rotated although the answer is lost', async () => {
      const { refresh } = await box.tiktokTokens('tiktok-everyday');
      await box.control('faults', { platform: 'tiktok', kind: 'drop_response', operation: 'tiktok.oauth.refresh' });
      await expect(box.refresh(refresh)).rejects.toThrow();
      expect((await box.refresh(refresh)).json).toMatchObject({ error: 'invalid_grant' });
    });

    it('ends access and refresh tokens by the clock, with lives that can be set', async () => {
      await box.control('settings', { tiktok: { accessTokenSeconds: 60, refreshTokenSeconds: 600 } });
      const { access, refresh } = await box.tiktokTokens('tiktok-everyday');
      await box.control('clock', { advanceSeconds: 61 });
      expect(await box.tiktok('user/info/?fields=open_id', access)).toMatchObject({
        status: 401,
        json: { error: { code: 'access_token_invalid' } },
      });
      const next = textAt((await box.refresh(refresh)).json, 'refresh_token');
      await box.control('clock', { advanceSeconds: 601 });
      expect((await box.refresh(next)).json).toMatchObject({ error: 'invalid_grant' });
    });

    it('grants a scope that nobody asked for when it is told to', async () => {
      await box.control('faults', { platform: 'tiktok', kind: 'surplus_scope', scope: 'video.publish' });
      const code = (await box.authorize('tiktok-everyday')).searchParams.get('code') ?? '';
      expect(textAt((await box.redeemTikTok(code)).json, 'scope')).toBe([...TIKTOK_SCOPES, 'video.publish'].join(','));
    });

    it('answers OAuth errors with the status that is set, since the real one is not known', async () => {
      await box.control('settings', { tiktok: { oauthErrorStatus: 200 } });
      expect(await box.refresh('rft.nobody')).toMatchObject({ status: 200, json: { error: 'invalid_grant' } });
    });
  });

  describe('the end of a grant', () => {
    const signatureOf = (secret: string, body: string, header: string): boolean => {
      const { t, s } = Object.fromEntries(header.split(',').map((pair) => pair.split('=', 2)));
      return (
        createHmac('sha256', secret)
          .update(`${String(t)}.${body}`)
          .digest('hex') === s
      );
    };

    it('removal by the person fires a signed webhook with reason 1', async () => {
      const { access } = await box.tiktokTokens('tiktok-everyday');
      const openId = textAt((await box.tiktok('user/info/?fields=open_id', access)).json, 'data.user.open_id');
      await box.browser.post('tiktok://setting/connected-apps/remove');
      const [webhook] = await app.next();
      const body: unknown = JSON.parse(webhook?.body ?? '');
      expect(body).toMatchObject({
        client_key: box.keys.tiktokKey,
        event: 'authorization.removed',
        user_openid: openId,
      });
      expect(JSON.parse(textAt(body, 'content'))).toEqual({ reason: 1 });
      expect(
        signatureOf(box.keys.tiktokSecret, webhook?.body ?? '', String(webhook?.headers['tiktok-signature'])),
      ).toBe(true);
      expect((await box.tiktok('user/info/?fields=open_id', access)).status).toBe(401);
    });

    it('revocation by the app answers {} and fires reason 5', async () => {
      const { access, refresh } = await box.tiktokTokens('tiktok-everyday');
      expect(await box.tiktokForm('revoke', { token: access })).toMatchObject({ status: 200, json: {} });
      const [webhook] = await app.next();
      expect(textAt(JSON.parse(webhook?.body ?? ''), 'content')).toBe('{"reason":5}');
      expect((await box.refresh(refresh)).json).toMatchObject({ error: 'invalid_grant' });
    });

    it.each([
      ['remove-without-reason', 0],
      ['remove-app', 1],
      ['delete-account', 2],
      ['change-age', 3],
      ['ban-account', 4],
    ])('%s fires reason %d', async (action, reason) => {
      const { access, refresh } = await box.tiktokTokens('tiktok-everyday');
      await box.control(`personas/tiktok-everyday/${action}`, {});
      const [webhook] = await app.next();
      expect(JSON.parse(textAt(JSON.parse(webhook?.body ?? ''), 'content'))).toEqual({ reason });
      expect((await box.tiktok('user/info/?fields=open_id', access)).status).toBe(401);
      expect((await box.refresh(refresh)).json).toMatchObject({ error: 'invalid_grant' });
    });

    it('ends silently when the tokens only expire', async () => {
      const { access, refresh } = await box.tiktokTokens('tiktok-everyday');
      await box.control('personas/tiktok-everyday/expire-access-token', {});
      expect((await box.tiktok('user/info/?fields=open_id', access)).status).toBe(401);
      await box.control('personas/tiktok-everyday/expire-refresh-token', {});
      expect((await box.refresh(refresh)).json).toMatchObject({ error: 'invalid_grant' });
      expect(app.received).toHaveLength(0);
    });

    it('sends a webhook twice, late, or after the next one when it is told to', async () => {
      const end = async (persona: string, kind?: string, more: object = {}) => {
        await box.tiktokTokens(persona);
        if (kind) await box.control('faults', { platform: 'tiktok', kind, ...more });
        await box.control(`personas/${persona}/remove-app`, {});
      };
      const personOf = (webhook: { body: string } | undefined) =>
        textAt(JSON.parse(webhook?.body ?? '{}'), 'user_openid');
      await end('tiktok-everyday', 'duplicate_callback');
      const [first, second] = await app.next(2);
      expect(second?.body).toBe(first?.body);

      await end('tiktok-everyday', 'late_callback', { milliseconds: 300 });
      expect(app.received).toHaveLength(2);
      await end('tiktok-busy');
      const [, , overtaking, late] = await app.next(4);
      expect([personOf(late), personOf(overtaking) === personOf(first)]).toEqual([personOf(first), false]);

      await end('tiktok-everyday', 'reordered_callback');
      expect(app.received).toHaveLength(4);
      await end('tiktok-busy');
      const all = await app.next(6);
      expect(all.slice(4).map(personOf)).toEqual([personOf(overtaking), personOf(first)]);
    });

    it('signs wrongly when it is told to', async () => {
      await box.tiktokTokens('tiktok-everyday');
      await box.control('faults', { platform: 'tiktok', kind: 'wrong_signature' });
      await box.control('personas/tiktok-everyday/ban-account', {});
      const [webhook] = await app.next();
      expect(
        signatureOf(box.keys.tiktokSecret, webhook?.body ?? '', String(webhook?.headers['tiktok-signature'])),
      ).toBe(false);
      await until(async () => at((await box.control('callbacks')).json, 'callbacks.0.wrongSignature') === true);
    });
  });

  describe('reading', () => {
    it('gives each field to its scope', async () => {
      const { access } = await box.tiktokTokens('tiktok-everyday', ['video.list']);
      const info = (fields: string) => box.tiktok(`user/info/?fields=${fields}`, access);
      expect((await info('open_id,display_name')).json).toMatchObject({ error: { code: 'ok' } });
      expect(await info('open_id,follower_count')).toMatchObject({
        status: 400,
        json: { error: { code: 'scope_permission_missed' } },
      });
      expect(await info('follower_count')).toMatchObject({
        status: 401,
        json: { error: { code: 'scope_not_authorized' } },
      });
      expect(await info('shoe_size')).toMatchObject({ status: 400, json: { error: { code: 'invalid_params' } } });
      expect(await box.tiktok('user/info/', access)).toMatchObject({ status: 400 });
    });

    it('does not list videos without the scope', async () => {
      const { access } = await box.tiktokTokens('tiktok-everyday', ['user.info.stats']);
      expect(await box.tiktok('video/list/?fields=id', access, {})).toMatchObject({
        status: 401,
        json: { error: { code: 'scope_not_authorized' } },
      });
    });

    it('pages through all public videos, some pages short although more follow', async () => {
      const { access } = await box.tiktokTokens('tiktok-busy');
      const ids: unknown[] = [];
      let short = 0;
      let cursor = 0;
      for (let more = true; more;) {
        const { json } = await box.tiktok('video/list/?fields=id,create_time,view_count', access, {
          max_count: 20,
          ...(cursor ? { cursor } : {}),
        });
        more = at(json, 'data.has_more') === true;
        const page = column(json, 'data.videos', 'id');
        if (more && page.length < 20) short += 1;
        ids.push(...page);
        cursor = numberAt(json, 'data.cursor');
      }
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBeGreaterThan(330);
      expect(ids.length).toBeLessThan(400);
      expect(short).toBeGreaterThan(0);
    });

    it('takes any moment as a cursor, and at most 20 at a time', async () => {
      const { access } = await box.tiktokTokens('tiktok-everyday');
      const { json } = await box.tiktok('video/list/?fields=create_time', access, {
        cursor: Date.now() - 20 * 86_400_000,
      });
      const newest = numberAt(json, 'data.videos.0.create_time') * 1000;
      expect(newest).toBeLessThan(Date.now() - 20 * 86_400_000);
      expect((await box.tiktok('video/list/?fields=id', access, { max_count: 21 })).json).toMatchObject({
        error: { code: 'invalid_params' },
      });
    });

    it('finds own videos by id, and leaves out those of others', async () => {
      const { access } = await box.tiktokTokens('tiktok-everyday');
      const own = textAt((await box.tiktok('video/list/?fields=id', access, {})).json, 'data.videos.0.id');
      const ask = (ids: unknown) => box.tiktok('video/query/?fields=id,title', access, { filters: { video_ids: ids } });
      expect(column((await ask([own, '7500000512000000399', 'x'])).json, 'data.videos', 'id')).toEqual([own]);
      expect((await ask([])).json).toMatchObject({ error: { code: 'invalid_params' } });
    });

    it('links to pages and pictures that are there', async () => {
      const { access } = await box.tiktokTokens('tiktok-everyday');
      const { json } = await box.tiktok('video/list/?fields=share_url,cover_image_url', access, { max_count: 1 });
      expect((await box.browser.get(textAt(json, 'data.videos.0.share_url'))).status).toBe(200);
      expect((await box.browser.get(textAt(json, 'data.videos.0.cover_image_url'))).body).toContain('<svg');
    });

    it('gives cover addresses that end after six hours; asking again gives new ones', async () => {
      const { access } = await box.tiktokTokens('tiktok-everyday');
      const cover = async (token: string) =>
        textAt(
          (await box.tiktok('video/list/?fields=cover_image_url', token, {})).json,
          'data.videos.0.cover_image_url',
        );
      const old = await cover(access);
      await box.control('clock', { advanceSeconds: 6 * 3_600 - 60 });
      expect((await box.browser.get(old)).status).toBe(200);
      await box.control('clock', { advanceSeconds: 61 });
      expect((await box.browser.get(old)).status).toBe(403);
      const { access: later } = await box.tiktokTokens('tiktok-everyday');
      expect((await box.browser.get(await cover(later))).status).toBe(200);
    });

    it('lists ten videos where no number is asked for', async () => {
      const { access } = await box.tiktokTokens('tiktok-everyday');
      expect(listAt((await box.tiktok('video/list/?fields=id', access, {})).json, 'data.videos')).toHaveLength(10);
    });

    it('answers every documented field of a person and of a video', async () => {
      const { access } = await box.tiktokTokens('tiktok-everyday');
      const person =
        'open_id,union_id,avatar_url,avatar_url_100,avatar_large_url,display_name,bio_description,profile_deep_link,is_verified,username,follower_count,following_count,likes_count,video_count';
      const video =
        'id,create_time,cover_image_url,share_url,video_description,duration,height,width,title,embed_html,embed_link,like_count,comment_count,share_count,view_count,is_aigc';
      const { json: user } = await box.tiktok(`user/info/?fields=${person}`, access);
      expect(Object.keys(at(user, 'data.user') as object)).toEqual(person.split(','));
      const { json: list } = await box.tiktok(`video/list/?fields=${video}`, access, {});
      expect(Object.keys(at(list, 'data.videos.0') as object)).toEqual(video.split(','));
    });

    it('throttles an endpoint by the minute', async () => {
      await box.control('settings', { tiktok: { requestsPerMinute: 2 } });
      const { access } = await box.tiktokTokens('tiktok-everyday');
      const info = () => box.tiktok('user/info/?fields=open_id', access);
      expect([(await info()).status, (await info()).status, (await info()).status]).toEqual([200, 200, 429]);
      await box.control('clock', { advanceSeconds: 61 });
      expect((await info()).status).toBe(200);
    });

    it('answers broken JSON in its own words', async () => {
      const { access } = await box.tiktokTokens('tiktok-everyday');
      const headers = { authorization: `Bearer ${access}`, 'content-type': 'application/json' };
      const answer = await box.call('/tiktok-open/v2/video/list/?fields=id', { method: 'POST', headers, body: '{' });
      expect(answer).toMatchObject({ status: 400, json: { error: { code: 'invalid_params' } } });
      expect(listAt(answer.json, 'data.videos')).toEqual([]);
    });
  });
});
