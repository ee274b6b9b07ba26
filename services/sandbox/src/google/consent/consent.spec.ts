import { TestSandbox, YOUTUBE_CALLBACK, YOUTUBE_SCOPES } from '../../testing/test-sandbox';

const [, YOUTUBE = '', ANALYTICS = ''] = YOUTUBE_SCOPES;

describe('consent at Google', () => {
  let box: TestSandbox;
  beforeAll(async () => (box = await TestSandbox.start()));
  afterAll(() => box.stop());
  beforeEach(() => box.control('reset', {}));
  const logIn = (persona: string) => box.browser.post('google://login', { persona, next: '/' });

  it.each([
    ['another client', { client_id: 'other' }, 401, 'invalid_client'],
    ['an address that is not registered', { redirect_uri: `${YOUTUBE_CALLBACK}/` }, 400, 'redirect_uri_mismatch'],
    ['scopes separated by commas', { scope: YOUTUBE_SCOPES.join(',') }, 400, 'invalid_scope'],
    ['no scope', { scope: '' }, 400, 'invalid_request'],
    ['another response type', { response_type: 'token' }, 400, 'unsupported_response_type'],
    ['an unknown prompt', { prompt: 'login' }, 400, 'invalid_request'],
    ['a challenge that is no SHA-256', { code_challenge: 'short' }, 400, 'invalid_request'],
  ])('shows an error page and does not go back to the app: %s', async (_what, more, status, error) => {
    const answer = await box.browser.get(box.authUrl(more));
    expect(answer).toMatchObject({ status, location: undefined });
    expect(answer.body).toContain(error);
  });

  it('shows what policies forbid: the organisation, a deleted client, an embedded browser', async () => {
    await logIn('youtube-creator');
    await box.control('personas/youtube-creator/block-by-admin', {});
    expect((await box.browser.get(box.authUrl())).body).toContain('admin_policy_enforced');
    await box.control('personas/youtube-creator/unblock-by-admin', {});
    await box.control('settings', { google: { audience: 'internal' } });
    expect((await box.browser.get(box.authUrl())).body).toContain('org_internal');
    await box.control('settings', { google: { client: 'deleted' } });
    expect((await box.browser.get(box.authUrl())).body).toContain('deleted_client');
    const embedded = { 'user-agent': 'Mozilla/5.0 (Linux; Android 15; Pixel; wv) Chrome/140' };
    expect((await box.browser.get(box.authUrl(), embedded)).body).toContain('disallowed_useragent');
  });

  it('goes back with code, state, issuer and what was granted', async () => {
    const back = await box.googleConsent('youtube-creator');
    expect(`${back.origin}${back.pathname}`).toBe(YOUTUBE_CALLBACK);
    const { code, ...others } = Object.fromEntries(back.searchParams);
    expect(code).toMatch(/^4\/0A/);
    expect(others).toEqual({
      state: 's3',
      iss: 'https://accounts.google.com',
      scope: YOUTUBE_SCOPES.join(' '),
      authuser: '0',
      prompt: 'consent',
    });
  });

  it('succeeds with less when a box is empty; signing in has no box', async () => {
    const back = await box.googleConsent('youtube-creator', { scopes: [YOUTUBE] });
    expect(back.searchParams.get('scope')).toBe(`openid ${YOUTUBE}`);
    const without = await box.googleConsent('youtube-other-account', { scopes: [], more: { scope: YOUTUBE } });
    expect(without.searchParams.get('error')).toBe('access_denied');
  });

  it('has boxes only where there is a choice, empty ones for the persona that leaves them so', async () => {
    await logIn('youtube-no-analytics');
    const page = (await box.browser.get(box.authUrl())).body;
    const boxOf = (scope: string) => new RegExp(`<input[^>]*value="${scope}"[^>]*>`).exec(page)?.[0] ?? '';
    expect(boxOf(YOUTUBE)).toMatch(/checkbox[^]*checked/);
    expect(boxOf(ANALYTICS)).toMatch(/checkbox/);
    expect(boxOf(ANALYTICS)).not.toMatch(/checked/);
    const single = (await box.browser.get(box.authUrl({ scope: `openid ${ANALYTICS}` }))).body;
    expect(single).not.toContain('type="checkbox"');
    expect((await box.browser.get(box.authUrl({ enable_granular_consent: 'false' }))).body).not.toContain(
      'type="checkbox"',
    );
  });

  it('tells the app that the person cancelled', async () => {
    const back = await box.googleConsent('youtube-creator', { decision: 'cancel' });
    expect(Object.fromEntries(back.searchParams)).toEqual({
      state: 's3',
      iss: 'https://accounts.google.com',
      error: 'access_denied',
    });
  });

  it('asks nobody twice, unless it is told to', async () => {
    await box.googleTokens('youtube-creator');
    expect((await box.browser.get(box.authUrl())).location).toContain('code=');
    expect((await box.browser.get(box.authUrl({ prompt: 'consent' }))).body).toContain('id="consent"');
    const more = `${YOUTUBE_SCOPES.join(' ')} https://www.googleapis.com/auth/yt-analytics-monetary.readonly`;
    expect((await box.browser.get(box.authUrl({ scope: more }))).body).toContain('id="consent"');
    expect((await box.browser.get(box.authUrl({ prompt: 'select_account' }))).body).toContain('id="login"');
  });

  it('adds what was granted before only on demand', async () => {
    await box.googleTokens('youtube-creator');
    const only = await box.googleConsent('youtube-creator', { more: { scope: 'openid' } });
    expect(only.searchParams.get('scope')).toBe('openid');
    const all = await box.googleConsent('youtube-creator', {
      more: { scope: 'openid', include_granted_scopes: 'true' },
    });
    expect(all.searchParams.get('scope')).toBe(YOUTUBE_SCOPES.join(' '));
  });

  it('can be asked without a page, and then says what it would need', async () => {
    const silent = async () =>
      new URL((await box.browser.get(box.authUrl({ prompt: 'none' }))).location ?? '').searchParams;
    await box.browser.post('google://logout');
    expect((await silent()).get('error')).toBe('login_required');
    await logIn('youtube-creator');
    expect((await silent()).get('error')).toBe('consent_required');
    await box.googleTokens('youtube-creator');
    expect((await silent()).get('code')).toMatch(/^4\//);
  });

  it('lets the person choose among brand accounts, and the token speaks for that one', async () => {
    await logIn('youtube-brand-account');
    expect((await box.browser.get(box.authUrl())).body).toContain('id="identity-brand-721"');
    const { access } = await box.googleTokens('youtube-brand-account', { identity: 'brand-722' });
    expect((await box.youtube('channels?part=snippet&mine=true', access)).json).toMatchObject({
      items: [{ snippet: { customUrl: '@sandbox.brand.travel' } }],
    });
    const own = await box.googleTokens('youtube-brand-account');
    expect((await box.youtube('channels?part=snippet&mine=true', own.access)).json).toMatchObject({
      pageInfo: { totalResults: 0 },
    });
  });

  it('knows several accounts: a hint for another one leads to the chooser, and its choice counts', async () => {
    await logIn('youtube-creator');
    const hinted = box.authUrl({ login_hint: 'youtube-other-account@gmail.example' });
    const chooser = await box.browser.get(hinted);
    expect(chooser.body).toMatch(/id="login-youtube-other-account"\s+autofocus/);
    const next = /name="next" value="([^"]+)"/.exec(chooser.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const page = await box.browser.post('google://login', { persona: 'youtube-other-account', next });
    expect(page.body).toContain('youtube-other-account@gmail.example');
    expect(page.body).toContain('id="consent"');
  });
});
