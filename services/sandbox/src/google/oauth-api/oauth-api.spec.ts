import { decodeJwt, decodeProtectedHeader, jwtVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { at, column, textAt } from '../../testing/json';
import { TestSandbox, YOUTUBE_SCOPES } from '../../testing/test-sandbox';

const DAY = 86_400;

describe('tokens of Google', () => {
  let box: TestSandbox;
  beforeAll(async () => (box = await TestSandbox.start()));
  afterAll(() => box.stop());
  beforeEach(() => box.control('reset', {}));

  const code = async (persona = 'youtube-creator', more: Record<string, string> = {}) =>
    (await box.googleConsent(persona, { more })).searchParams.get('code') ?? '';

  describe('exchange', () => {
    it('gives an access token, a refresh token and an ID token', async () => {
      const { json } = await box.googleTokens('youtube-creator');
      expect(json).toMatchObject({
        access_token: expect.stringMatching(/^ya29\./),
        refresh_token: expect.stringMatching(/^1\/\/0/),
        expires_in: 3_599,
        token_type: 'Bearer',
        scope: YOUTUBE_SCOPES.join(' '),
      });
      expect(json).not.toHaveProperty('refresh_token_expires_in');
    });

    it.each([
      ['another client', { client_id: 'other' }, 401, 'invalid_client'],
      ['a wrong secret', { client_secret: 'not-it' }, 401, 'invalid_client'],
      ['another redirect address', { redirect_uri: 'http://app.example/other' }, 400, 'redirect_uri_mismatch'],
      ['a wrong verifier', { code_verifier: 'x'.repeat(43) }, 400, 'invalid_grant'],
      ['an unknown code', { code: '4/0Anobody' }, 400, 'invalid_grant'],
      ['an unknown grant type', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ])('refuses %s', async (_what, more, status, error) => {
      expect(await box.redeemGoogle(await code(), more)).toMatchObject({ status, json: { error } });
    });

    it('refuses a missing verifier, a second use, a late code, and JSON', async () => {
      const fields = {
        grant_type: 'authorization_code',
        redirect_uri: 'http://app.example:4400/oauth/youtube/callback',
      };
      const bare = await box.googleForm('token', { ...fields, code: await code() });
      expect(bare.json).toMatchObject({ error: 'invalid_grant', error_description: 'Missing code verifier.' });
      const used = await code();
      expect((await box.redeemGoogle(used)).status).toBe(200);
      expect((await box.redeemGoogle(used)).json).toMatchObject({ error: 'invalid_grant' });
      const late = await code();
      await box.control('clock', { advanceSeconds: 601 });
      expect((await box.redeemGoogle(late)).json).toMatchObject({ error: 'invalid_grant' });
      const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
      expect(await box.call('/google-oauth/token', json)).toMatchObject({
        status: 400,
        json: { error: 'invalid_request' },
      });
    });

    it('refuses a code whose consent was taken back before it was redeemed, also after a new consent', async () => {
      const first = await code();
      await box.browser.post('google://connections/remove', { identity: 'self' });
      expect((await box.redeemGoogle(first)).json).toMatchObject({ error: 'invalid_grant' });
      await box.control('clock', { advanceSeconds: 1 });
      const second = await code();
      expect((await box.redeemGoogle(first)).json).toMatchObject({ error: 'invalid_grant' });
      expect((await box.redeemGoogle(second)).json).toHaveProperty('refresh_token');
    });

    it('takes the client by Basic authentication as well', async () => {
      const basic = Buffer.from(`${box.keys.googleId}:${box.keys.googleSecret}`).toString('base64');
      const { refresh } = await box.googleTokens('youtube-creator');
      const answer = await box.call('/google-oauth/token', {
        method: 'POST',
        headers: { authorization: `Basic ${basic}` },
        body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refresh }),
      });
      expect(answer.status).toBe(200);
    });
  });

  describe('refresh tokens', () => {
    it('come with the first consent only, unless consent is asked for again', async () => {
      await box.googleTokens('youtube-creator');
      const again = await box.browser.get(box.authUrl());
      const silent = await box.redeemGoogle(new URL(again.location ?? '').searchParams.get('code') ?? '');
      expect(silent.json).toHaveProperty('access_token');
      expect(silent.json).not.toHaveProperty('refresh_token');
      const forced = await box.googleTokens('youtube-creator', { more: { prompt: 'consent' } });
      expect(forced.json).toHaveProperty('refresh_token');
    });

    it('are lost with the code that was never redeemed', async () => {
      await code();
      const again = new URL((await box.browser.get(box.authUrl())).location ?? '');
      const { json } = await box.redeemGoogle(again.searchParams.get('code') ?? '');
      expect(json).toHaveProperty('access_token');
      expect(json).not.toHaveProperty('refresh_token');
    });

    it('do not come without offline access', async () => {
      const { json } = await box.googleTokens('youtube-creator', { more: { access_type: 'online' } });
      expect(json).not.toHaveProperty('refresh_token');
    });

    it('are not rotated: eight callers have eight successes', async () => {
      const { refresh } = await box.googleTokens('youtube-creator');
      const answers = await Promise.all(Array.from({ length: 8 }, () => box.refreshGoogle(refresh)));
      expect(answers.map((answer) => answer.status)).toEqual(Array(8).fill(200));
      expect(answers.filter((answer) => at(answer.json, 'refresh_token') !== undefined)).toEqual([]);
      const { json } = await box.control('calls?operation=google.oauth.refresh&persona=youtube-creator');
      expect(at(json, 'counts')).toEqual({ 'google.oauth.refresh': { total: 8, ok: 8, failed: 0 } });
    });

    it('are at most a hundred: the 101st kills the first', async () => {
      const tokens: string[] = [];
      for (let i = 0; i < 101; i++) {
        tokens.push((await box.googleTokens('youtube-creator', { more: { prompt: 'consent' } })).refresh);
      }
      expect((await box.refreshGoogle(tokens[0] ?? '')).json).toMatchObject({ error: 'invalid_grant' });
      expect((await box.refreshGoogle(tokens[1] ?? '')).status).toBe(200);
      expect((await box.refreshGoogle(tokens[100] ?? '')).status).toBe(200);
    });

    it('live seven days while the app is in Testing, and say so', async () => {
      const { refresh, json } = await box.googleTokens('youtube-testing-mode');
      expect(json).toMatchObject({ refresh_token_expires_in: 7 * DAY - 1 });
      await box.control('clock', { advanceSeconds: 7 * DAY - 5 });
      expect((await box.refreshGoogle(refresh)).status).toBe(200);
      await box.control('clock', { advanceSeconds: 10 });
      expect((await box.refreshGoogle(refresh)).json).toEqual({
        error: 'invalid_grant',
        error_description: 'Token has been expired or revoked.',
      });
      await box.control('settings', { google: { publishingStatus: 'testing' } });
      expect((await box.googleTokens('youtube-creator')).json).toHaveProperty('refresh_token_expires_in');
    });

    it('die after six months without use, and not before', async () => {
      const { refresh } = await box.googleTokens('youtube-creator');
      await box.control('clock', { advanceSeconds: 180 * DAY });
      expect((await box.refreshGoogle(refresh)).status).toBe(200);
      await box.control('clock', { advanceSeconds: 180 * DAY });
      expect((await box.refreshGoogle(refresh)).status).toBe(200);
      await box.control('clock', { advanceSeconds: 184 * DAY });
      expect((await box.refreshGoogle(refresh)).json).toMatchObject({ error: 'invalid_grant' });
    });

    it('can be held back by a policy: invalid_rapt until the person logs in', async () => {
      const { refresh } = await box.googleTokens('youtube-creator');
      await box.control('personas/youtube-creator/demand-login', {});
      expect((await box.refreshGoogle(refresh)).json).toMatchObject({
        error: 'invalid_grant',
        error_subtype: 'invalid_rapt',
      });
      await box.browser.post('google://login', { persona: 'youtube-creator', next: '/' });
      expect((await box.refreshGoogle(refresh)).status).toBe(200);
      await box.control('personas/youtube-creator/block-by-admin', {});
      expect((await box.refreshGoogle(refresh)).json).toMatchObject({ error: 'admin_policy_enforced' });
    });
  });

  describe('revoking', () => {
    it.each(['access', 'refresh'] as const)('by the %s token ends the whole grant', async (which) => {
      const tokens = await box.googleTokens('youtube-creator');
      const other = await box.googleTokens('youtube-creator', { more: { prompt: 'consent' } });
      expect(await box.form('/google-oauth/revoke', { token: tokens[which] })).toMatchObject({ status: 200, json: {} });
      expect((await box.refreshGoogle(other.refresh)).json).toMatchObject({ error: 'invalid_grant' });
      expect((await box.youtube('channels?part=id&mine=true', other.access)).status).toBe(401);
      expect(await box.form('/google-oauth/revoke', { token: tokens[which] })).toMatchObject({
        status: 400,
        json: { error: 'invalid_token' },
      });
      expect((await box.googleTokens('youtube-creator')).json).toHaveProperty('refresh_token');
    });
  });

  describe('inspection', () => {
    it('tells for whom a token was made, in text', async () => {
      const { access } = await box.googleTokens('youtube-creator');
      const headers = { authorization: `Bearer ${access}` };
      const info = await box.call('/google-oauth/tokeninfo', { method: 'POST', headers });
      expect(info.json).toMatchObject({
        aud: box.keys.googleId,
        azp: box.keys.googleId,
        sub: expect.stringMatching(/^1\d{20}$/),
        scope: YOUTUBE_SCOPES.join(' '),
        expires_in: expect.stringMatching(/^3\d{3}$/),
        access_type: 'offline',
      });
      // A second may go by between the two.
      expect((await box.call(`/google-oauth/tokeninfo?access_token=${access}`)).json).toEqual({
        ...info.json,
        expires_in: expect.stringMatching(/^3\d{3}$/),
      });
      expect(column((await box.control('leaks')).json, 'leaks', 'parameter')).toEqual(['access_token']);
      expect(await box.call('/google-oauth/tokeninfo?access_token=ya29.x')).toMatchObject({
        status: 400,
        json: { error_description: 'Invalid Value' },
      });
    });

    it('shows the token of another app as such', async () => {
      await box.control('faults', { platform: 'google', kind: 'foreign_app' });
      const { access } = await box.googleTokens('youtube-creator');
      const info = await box.form('/google-oauth/tokeninfo', { access_token: access });
      expect(at(info.json, 'aud')).not.toBe(box.keys.googleId);
    });
  });

  describe('ID tokens', () => {
    const verify = async (token: string) => {
      const { json } = await box.call('/google-oauth/certs');
      return jwtVerify(token, createLocalJWKSet(json as JSONWebKeySet), {
        audience: box.keys.googleId,
        issuer: 'https://accounts.google.com',
        algorithms: ['RS256'],
      });
    };
    const idToken = async (more?: object) => {
      if (more) await box.control('faults', { platform: 'google', kind: 'wrong_id_token', ...more });
      return textAt((await box.googleTokens('youtube-creator', { more: { prompt: 'consent' } })).json, 'id_token');
    };

    it('are signed, and name client, person and nonce', async () => {
      const { payload } = await verify(await idToken());
      const { json } = await box.control('personas/youtube-creator');
      expect(payload).toMatchObject({
        nonce: 'n3',
        azp: box.keys.googleId,
        sub: textAt(json, 'state.identities.0.sub'),
      });
    });

    it('come with openid only', async () => {
      const scope = YOUTUBE_SCOPES.slice(1).join(' ');
      expect((await box.googleTokens('youtube-creator', { more: { scope } })).json).not.toHaveProperty('id_token');
    });

    it('stay valid when the keys change, and the new key is in the set', async () => {
      const before = await idToken();
      await box.control('personas/youtube-creator/rotate-keys', {});
      const after = await idToken();
      expect(decodeProtectedHeader(after).kid).not.toBe(decodeProtectedHeader(before).kid);
      await verify(before);
      await verify(after);
    });

    it.each(['aud', 'iss', 'exp', 'signature', 'alg_none', 'alg_hs256'])('can be made wrong: %s', async (claim) => {
      await expect(verify(await idToken({ claim }))).rejects.toThrow();
      await verify(await idToken());
    });

    it.each(['nonce', 'sub', 'azp'])('can be signed and yet wrong: %s', async (claim) => {
      const [wrong, right] = [decodeJwt(await idToken({ claim })), decodeJwt(await idToken())];
      expect(wrong[claim]).not.toEqual(right[claim]);
      expect(await idToken({ claim: 'missing' })).toBe('undefined');
    });
  });

  describe('faults', () => {
    it('grants a scope nobody asked for, or speaks for somebody else', async () => {
      const scope = 'https://www.googleapis.com/auth/youtube.upload';
      await box.control('faults', { platform: 'google', kind: 'surplus_scope', scope });
      expect(textAt((await box.googleTokens('youtube-creator')).json, 'scope')).toContain(scope);
      await box.control('faults', { platform: 'google', kind: 'changed_identity', as: 'youtube-other-account' });
      const { access } = await box.googleTokens('youtube-creator', { more: { prompt: 'consent' } });
      expect((await box.youtube('channels?part=snippet&mine=true', access)).json).toMatchObject({
        items: [{ snippet: { customUrl: '@sandbox.other.account' } }],
      });
    });

    it('has used the code although the answer is lost', async () => {
      const lost = await code();
      await box.control('faults', { platform: 'google', kind: 'drop_response', operation: 'google.oauth.token' });
      await expect(box.redeemGoogle(lost)).rejects.toThrow();
      expect((await box.redeemGoogle(lost)).json).toMatchObject({ error: 'invalid_grant' });
    });

    it('words outage, throttle and a dead token as the token address would', async () => {
      const { refresh } = await box.googleTokens('youtube-creator');
      for (const fault of [{ kind: 'status' }, { kind: 'throttle' }, { kind: 'token_invalid' }])
        await box.control('faults', { platform: 'google', operation: 'google.oauth.refresh', ...fault });
      const answers = [
        await box.refreshGoogle(refresh),
        await box.refreshGoogle(refresh),
        await box.refreshGoogle(refresh),
      ];
      expect(answers.map((answer) => [answer.status, at(answer.json, 'error')])).toEqual([
        [503, 'internal_failure'],
        [429, 'rate_limit_exceeded'],
        [400, 'invalid_grant'],
      ]);
    });
  });
});
