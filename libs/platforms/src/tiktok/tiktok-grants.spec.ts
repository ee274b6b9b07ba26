import { SecretText } from '../secret-text';
import { freshToken, LoopbackPlatform } from '../testing/loopback-platform';
import { TikTokGrants } from './tiktok-grants';

const now = new Date('2026-11-02T10:00:00Z');

describe('TikTokGrants', () => {
  let platform: LoopbackPlatform;
  let grants: TikTokGrants;
  const token = new SecretText(freshToken('act'));
  const redirectUri = 'http://localhost:4400/oauth/tiktok/callback';

  beforeAll(async () => {
    platform = await LoopbackPlatform.start();
    grants = new TikTokGrants(
      {
        clientKey: 'key1',
        clientSecret: new SecretText(freshToken('secret')),
        openApiUrl: `${platform.url}/tiktok-open`,
        authorizeUrl: 'http://tiktok.localhost:4406',
      },
      { profile: 'local', now: () => now },
    );
  });
  beforeEach(() => platform.reset());
  afterAll(async () => {
    await grants.close();
    await platform.stop();
  });

  const dataError = (code: string, status: number) => ({ status, json: { data: {}, error: { code, message: '' } } });
  const oauthError = (error: string, status = 400) => ({
    status,
    json: { error, error_description: 'd', log_id: 'l' },
  });
  const user = (fields: object = {}) => ({
    json: { data: { user: { open_id: 'open-1', ...fields } }, error: { code: 'ok' } },
  });
  const refresh = () => grants.refresher.refresh(token);

  it('builds the authorization address, without PKCE, as the web flow wants it', () => {
    const url = new URL(grants.authorizationUrl({ redirectUri, state: 's1' }));
    expect(url.origin + url.pathname).toBe('http://tiktok.localhost:4406/v2/auth/authorize/');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_key: 'key1',
      response_type: 'code',
      scope: 'user.info.basic,user.info.stats,video.list,user.info.profile',
      redirect_uri: redirectUri,
      state: 's1',
    });
    const again = new URL(grants.authorizationUrl({ redirectUri, state: 's1', ask: 'rerequest' }));
    expect(again.searchParams.get('disable_auto_auth')).toBe('1');
  });

  it('takes life times, scopes and person from the token answer', async () => {
    const [access, renewal] = [freshToken('act'), freshToken('rft')];
    platform.answers({
      json: {
        access_token: access,
        expires_in: 7200,
        open_id: 'open-1',
        refresh_token: renewal,
        refresh_expires_in: 15552000,
        scope: 'user.info.basic,video.list',
        token_type: 'Bearer',
      },
    });
    const tokens = await grants.exchange({ code: new SecretText('c'), redirectUri });
    expect(tokens).toMatchObject({
      accessExpiresAt: new Date('2026-11-02T12:00:00Z'),
      refreshExpiresAt: new Date('2027-05-01T10:00:00Z'),
      scopes: ['user.info.basic', 'video.list'],
      platformUserId: 'open-1',
    });
    expect([tokens.accessToken.reveal(), tokens.refreshToken?.reveal()]).toEqual([access, renewal]);
  });

  it('gives null for what a refresh answer omits, so that nothing is overwritten with it', async () => {
    platform.answers({ json: { access_token: 'a' } });
    expect(await refresh()).toMatchObject({
      accessExpiresAt: null,
      refreshToken: null,
      refreshExpiresAt: null,
      scopes: null,
      platformUserId: null,
    });
  });

  it.each([200, 400, 401])('looks at the error key whatever the status, here %i', async (status) => {
    platform.answers(oauthError('invalid_grant', status));
    await expect(refresh()).rejects.toMatchObject({ deathCause: 'refresh_token_dead', outcome: 'answered' });
  });

  it('never takes a lost answer for a dead refresh token', async () => {
    platform.answers((request) => void request.socket.destroy());
    await expect(refresh()).rejects.toMatchObject({ kind: 'transient', outcome: 'unknown' });
  });

  it.each([
    ['100%25', '100%'],
    ['100%', '100%'],
  ])('decodes a code once, and keeps one that cannot be decoded: %s', async (code, sent) => {
    platform.answers({ json: { access_token: 'a' } });
    await grants.exchange({ code: new SecretText(code), redirectUri });
    expect(new URLSearchParams(platform.calls[0]?.body).get('code')).toBe(sent);
  });

  it('inspects by the cheapest call', async () => {
    platform.answers(user(), dataError('access_token_invalid', 401), dataError('internal_error', 500));
    expect(await grants.inspect(token)).toMatchObject({ valid: true, platformUserId: 'open-1', scopes: null });
    expect(await grants.inspect(token)).toMatchObject({ valid: false, deathCause: 'access_token_invalid' });
    await expect(grants.inspect(token)).rejects.toMatchObject({ kind: 'transient' });
  });

  it('offers the one account of the grant, also when the optional permission is missing', async () => {
    platform.answers(dataError('scope_permission_missed', 400), user({ display_name: 'Bakery', follower_count: 12 }));
    const [candidate] = await grants.candidates(token);
    expect(candidate).toMatchObject({
      id: 'open-1',
      usable: true,
      account: { id: 'open-1', handle: null, displayName: 'Bakery', followers: 12 },
    });
    expect(candidate?.accessToken).toBe(token);
    expect(platform.calls[1]?.query['fields']).not.toContain('username');
  });

  it('counts a revoke as done when the token was dead before, and only then', async () => {
    platform.answers({ text: '' }, oauthError('invalid_grant'), oauthError('invalid_client'));
    await grants.revoke({ token });
    await grants.revoke({ token });
    await expect(grants.revoke({ token })).rejects.toMatchObject({ kind: 'app_misconfigured' });
  });
});
