import { inspect } from 'node:util';
import type { GrantInspection } from '../capabilities/grants';
import { PlatformError } from '../platform-error';
import { SecretText } from '../secret-text';
import { freshToken, LoopbackPlatform } from '../testing/loopback-platform';
import { InstagramGrants } from './instagram-grants';

const now = new Date('2026-11-02T10:00:00Z');
const seconds = (date: string) => Date.parse(date) / 1000;

describe('InstagramGrants', () => {
  let platform: LoopbackPlatform;
  let grants: InstagramGrants;
  const token = new SecretText(freshToken('user'));
  const pageToken = freshToken('page');
  const redirectUri = 'http://localhost:4400/oauth/instagram/callback';

  beforeAll(async () => {
    platform = await LoopbackPlatform.start();
    const config = { appId: '1385', appSecret: new SecretText(freshToken('secret')) };
    grants = new InstagramGrants(
      { ...config, graphUrl: `${platform.url}/graph`, dialogUrl: 'http://facebook.localhost:4406' },
      { profile: 'local', now: () => now },
    );
  });
  beforeEach(() => platform.reset());
  afterAll(async () => {
    await grants.close();
    await platform.stop();
  });

  const debugToken = (data: object) =>
    platform.answers({ json: [{ code: 200, body: JSON.stringify({ data: { app_id: '1385', ...data } }) }] });
  const graphError = (code: number, error_subcode?: number) => ({
    status: 400,
    json: { error: { code, error_subcode, message: `broken for ${token.reveal()}`, type: 'OAuthException' } },
  });

  describe('authorization address', () => {
    const queryOf = (ask?: 'first' | 'rerequest' | 'reauthorize', scopes?: string[]) =>
      new URL(grants.authorizationUrl({ redirectUri, state: 's1', ask, scopes })).searchParams;

    it('asks for the read-only list', () => {
      const url = new URL(grants.authorizationUrl({ redirectUri, state: 's1' }));
      expect(url.origin + url.pathname).toBe('http://facebook.localhost:4406/v25.0/dialog/oauth');
      expect(Object.fromEntries(url.searchParams)).toEqual({
        client_id: '1385',
        redirect_uri: redirectUri,
        state: 's1',
        response_type: 'code',
        scope: 'instagram_basic,instagram_manage_insights,pages_show_list,pages_read_engagement',
      });
    });

    it('asks again for what was declined, and only for that', () => {
      const query = queryOf('rerequest', ['instagram_manage_insights']);
      expect([query.get('auth_type'), query.get('scope')]).toEqual(['rerequest', 'instagram_manage_insights']);
      expect(queryOf('reauthorize').get('auth_type')).toBe('reauthorize');
      expect(queryOf('first').get('auth_type')).toBeNull();
    });

    it('cannot be made to ask for more', () => {
      expect(() => queryOf('first', ['pages_manage_posts'])).toThrow('outside the read-only list');
    });
  });

  it('reads the redirect back, and passes no text of it on', () => {
    expect(grants.readCallback({ code: 'c1', state: 's' })).toMatchObject({ outcome: 'code' });
    const refused = { error: 'access_denied', error_reason: 'user_denied', error_description: '<script>' };
    expect(grants.readCallback(refused)).toEqual({ outcome: 'refused' });
    expect(grants.readCallback({ error: 'server_error' })).toEqual({ outcome: 'failed', error: 'server_error' });
    expect(grants.readCallback({ error: '<script>' })).toEqual({ outcome: 'failed', error: 'unreadable' });
    expect(grants.readCallback({ error: ['a', 'b'] })).toEqual({ outcome: 'failed', error: 'unreadable' });
    expect(grants.readCallback({ code: ['a', 'b'] })).toEqual({ outcome: 'failed', error: 'code_missing' });
    expect(grants.readCallback({})).toEqual({ outcome: 'failed', error: 'code_missing' });
  });

  it('ends the exchange with the long-lived token and its life from the answer', async () => {
    const long = freshToken('long');
    platform.answers({ json: { access_token: 'short' } }, { json: { access_token: long, expires_in: 5183944 } });
    const tokens = await grants.exchange({ code: new SecretText('c1'), redirectUri });
    expect(tokens.accessToken.reveal()).toBe(long);
    expect(tokens.accessExpiresAt).toEqual(new Date(now.getTime() + 5183944_000));
    expect(JSON.stringify(tokens)).not.toContain(long);
  });

  it('says "unknown life" when the answer names none, and fails on an answer without a token', async () => {
    platform.answers({ json: { access_token: 'short' } }, { json: { access_token: 'long' } });
    const exchange = () => grants.exchange({ code: new SecretText('c1'), redirectUri });
    expect((await exchange()).accessExpiresAt).toBeNull();
    platform.answers({ json: { token_type: 'bearer' } });
    await expect(exchange()).rejects.toMatchObject({ kind: 'unknown', answer: { note: 'unexpected_shape' } });
  });

  it('carries no token in an error', async () => {
    platform.answers(graphError(190, 460));
    const error: unknown = await grants.candidates(token).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PlatformError);
    expect(error).toMatchObject({ deathCause: 'password_changed', retryable: false, outcome: 'answered' });
    const shown = inspect(error, { depth: null }) + JSON.stringify(error);
    expect(shown).not.toContain(token.reveal());
    expect(shown).toContain('460');
  });

  describe('inspection', () => {
    it('reads person, scopes, targets and both ends', async () => {
      debugToken({
        type: 'USER',
        user_id: '1022',
        is_valid: true,
        issued_at: seconds('2026-11-01T00:00:00Z'),
        expires_at: seconds('2026-12-31T00:00:00Z'),
        data_access_expires_at: seconds('2027-01-30T00:00:00Z'),
        scopes: ['pages_show_list', 'public_profile'],
        granular_scopes: [{ scope: 'pages_show_list', target_ids: ['1100'] }, { scope: 'instagram_basic' }],
        something_new: true,
      });
      expect(await grants.inspect(token)).toEqual({
        valid: true,
        issuedToUs: true,
        tokenType: 'user',
        platformUserId: '1022',
        profileId: null,
        scopes: ['pages_show_list', 'public_profile'],
        granularScopes: [
          { scope: 'pages_show_list', targetIds: ['1100'] },
          { scope: 'instagram_basic', targetIds: null },
        ],
        issuedAt: new Date('2026-11-01T00:00:00Z'),
        expiresAt: new Date('2026-12-31T00:00:00Z'),
        dataAccessExpiresAt: new Date('2027-01-30T00:00:00Z'),
        deathCause: null,
      });
    });

    it('knows a Page token, without an end of its own', async () => {
      debugToken({ type: 'PAGE', profile_id: '1100', user_id: '1022', is_valid: true, expires_at: 0, scopes: [] });
      expect(await grants.inspect(token)).toMatchObject({ tokenType: 'page', profileId: '1100', expiresAt: null });
    });

    it('tells a token of another app', async () => {
      debugToken({ app_id: '9999', type: 'USER', is_valid: true });
      expect(await grants.inspect(token)).toMatchObject({ valid: true, issuedToUs: false });
    });

    it('tells it too when Meta refuses to inspect the token of another app', async () => {
      const message = '(#100) The App_id in the input_token did not match the Viewing App';
      platform.answers({ json: [{ code: 400, body: JSON.stringify({ error: { code: 100, message } }) }] });
      expect(await grants.inspect(token)).toMatchObject({ valid: false, issuedToUs: false, deathCause: null });
    });

    it('believes no living token that names no app', async () => {
      debugToken({ app_id: undefined, type: 'USER', is_valid: true });
      expect(await grants.inspect(token)).toMatchObject({ issuedToUs: false });
    });

    it('gives the cause of death as a result', async () => {
      debugToken({ is_valid: false, scopes: [], error: { code: 190, subcode: 458, message: 'x' } });
      expect(await grants.inspect(token)).toMatchObject({ valid: false, deathCause: 'revoked_by_person' });
    });

    it('sees that data access is over though the token is valid', async () => {
      debugToken({ type: 'USER', is_valid: true, data_access_expires_at: seconds('2026-11-02T09:59:59Z') });
      expect(await grants.inspect(token)).toMatchObject({ valid: true, deathCause: 'data_access_expired' });
    });

    it('learns nothing from a refused app token or an unfinished batch', async () => {
      const refused = JSON.stringify({ error: { code: 190, message: 'Invalid OAuth access token signature.' } });
      platform.answers({ json: [{ code: 400, body: refused }] }, graphError(190), { json: [null] });
      await expect(grants.inspect(token)).rejects.toMatchObject({ kind: 'app_misconfigured' });
      await expect(grants.inspect(token)).rejects.toMatchObject({ kind: 'app_misconfigured' });
      await expect(grants.inspect(token)).rejects.toMatchObject({ kind: 'transient' });
    });
  });

  describe('candidates', () => {
    const linked = { id: '17841', username: 'bakery', name: 'Bakery', followers_count: 10 };
    const page = (id: string, extra: object = {}) => ({ id, name: `Page ${id}`, access_token: pageToken, ...extra });
    const inspection = (granularScopes: GrantInspection['granularScopes']) => ({ granularScopes }) as GrantInspection;

    it('keeps every Page, the unusable ones with their reason', async () => {
      const keptBack = { json: { id: '6', name: 'Portfolio Page' } };
      const list = {
        json: {
          data: [
            page('1', { instagram_business_account: linked, tasks: ['ANALYZE'] }),
            page('2'),
            page('3', { instagram_business_account: { id: '17842' }, access_token: undefined }),
            page('4', { instagram_business_account: { id: '17843' }, tasks: [] }),
            page('5', { instagram_business_account: { id: '17844' } }),
            { broken: true },
          ],
        },
      };
      platform.answers(list, keptBack);
      const granular = [
        { scope: 'pages_show_list', targetIds: ['1', '2', '6'] },
        { scope: 'instagram_basic', targetIds: ['17841', '17842', '17843', 'of Page 6'] },
      ];
      const candidates = await grants.candidates(token, inspection(granular));
      expect(candidates.map(({ id, usable, reason }) => [id, usable, reason])).toEqual([
        ['17841', true, null],
        ['page:2', false, 'page_without_instagram'],
        ['17842', false, 'page_token_missing'],
        ['17843', false, 'page_role_insufficient'],
        ['17844', false, 'instagram_not_shared'],
        ['page:6', false, 'page_not_shared'],
      ]);
      expect(candidates[0]).toMatchObject({
        account: { id: '17841', handle: 'bakery', displayName: 'Bakery', pictureUrl: null, followers: 10 },
        page: { id: '1', name: 'Page 1' },
      });
      expect(candidates[0]?.accessToken?.reveal()).toBe(pageToken);
      expect(candidates.slice(1).every((candidate) => candidate.accessToken === null)).toBe(true);
      expect(candidates.at(-1)?.page).toEqual({ id: '6', name: 'Portfolio Page' });
      expect(JSON.stringify(candidates)).not.toContain(pageToken);
    });

    it.each<[string, object, readonly string[] | null, string]>([
      ['shows no account and nothing was narrowed', {}, null, 'page_without_instagram'],
      [
        'is connected to one that is not professional',
        { connected_instagram_account: { id: '9' } },
        null,
        'instagram_personal',
      ],
      ['shows no account and none was ticked', {}, [], 'instagram_not_shared'],
      [
        'is connected to one that was not ticked',
        { connected_instagram_account: { id: '9' } },
        ['8'],
        'instagram_not_shared',
      ],
      ['shows no account although one was ticked', {}, ['17841'], 'instagram_on_another_page'],
    ])('says why a Page leads nowhere that %s', async (_what, extra, ticked, reason) => {
      platform.answers({ json: { data: [page('1', extra)] } });
      const [candidate] = await grants.candidates(token, inspection([{ scope: 'instagram_basic', targetIds: ticked }]));
      expect(candidate).toMatchObject({ id: 'page:1', usable: false, reason });
    });

    it('goes on without the name of a Page that does not answer', async () => {
      platform.answers({ json: { data: [] } }, graphError(100));
      const ticked = inspection([{ scope: 'pages_show_list', targetIds: ['6'] }]);
      expect(await grants.candidates(token, ticked)).toMatchObject([{ id: 'page:6', page: { id: '6', name: null } }]);
    });

    it('reads all pages of the list, and stops at a cursor that stands still', async () => {
      const paging = (after: string) => ({ paging: { cursors: { after }, next: 'https://graph.facebook.com/next' } });
      platform.answers(
        { json: { data: [page('1')], ...paging('A') } },
        { json: { data: [page('2')], ...paging('B') } },
        { json: { data: [page('3')], ...paging('B') } },
      );
      expect((await grants.candidates(token)).map((candidate) => candidate.page?.id)).toEqual(['1', '2', '3']);
      expect(platform.calls.map((call) => call.query['after'])).toEqual([undefined, 'A', 'B']);
    });

    it('sees a Page that lost its Instagram account', async () => {
      platform.answers({ json: { id: '1' } }, { json: { id: '1', instagram_business_account: linked } });
      const pageSecret = new SecretText(pageToken);
      expect(await grants.linkedAccount(pageSecret, '1')).toBeNull();
      expect(await grants.linkedAccount(pageSecret, '1')).toMatchObject({ id: '17841', handle: 'bakery' });
    });
  });

  it('tells granted, declined and expired permissions apart', async () => {
    const data = ['granted', 'declined', 'expired'].map((status, index) => ({ permission: `p${index}`, status }));
    platform.answers({ json: { data } });
    expect([...(await grants.permissions(token))]).toEqual([
      ['p0', 'granted'],
      ['p1', 'declined'],
      ['p2', 'expired'],
    ]);
  });

  it('counts a revoke as done when the grant was dead before, and only then', async () => {
    const revoke = () => grants.revoke({ token, platformUserId: '1022' });
    platform.answers(graphError(190, 458), { json: { success: true } });
    await revoke();
    await revoke();
    platform.answers({ status: 503, text: 'down' }, { json: { success: false } });
    await expect(revoke()).rejects.toMatchObject({ kind: 'transient' });
    await expect(revoke()).rejects.toMatchObject({ kind: 'unknown' });
    await expect(grants.revoke({ token, platformUserId: '../me' })).rejects.toThrow('not a platform id');
  });

  it('refuses a configuration that leads elsewhere', () => {
    const config = { appId: '1', appSecret: token };
    const make = (extra: object, profile: 'local' | 'production') => () =>
      new InstagramGrants({ ...config, ...extra }, { profile });
    expect(make({ graphUrl: 'http://127.0.0.1:4406' }, 'production')).toThrow('graphUrl');
    expect(make({ dialogUrl: 'https://facebook.example' }, 'local')).toThrow('dialogUrl');
    expect(make({ apiVersion: 'v25.0/../v1.0' }, 'local')).toThrow('apiVersion');
  });
});
