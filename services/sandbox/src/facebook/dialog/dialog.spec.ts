import { listAt, textAt, column } from '../../testing/json';
import { INSTAGRAM_CALLBACK, INSTAGRAM_SCOPES, TestSandbox } from '../../testing/test-sandbox';

describe('the dialog of Facebook Login', () => {
  let box: TestSandbox;
  beforeAll(async () => (box = await TestSandbox.start()));
  afterAll(() => box.stop());
  beforeEach(() => box.control('reset', {}));

  const logIn = (persona: string) => box.browser.post('facebook://login', { persona, next: '/' });

  it.each([
    ['another app id', { client_id: '999' }, 'Invalid App ID'],
    ['a redirect address with one more slash', { redirect_uri: `${INSTAGRAM_CALLBACK}/` }, 'URL blocked'],
    ['a redirect address with a query', { redirect_uri: `${INSTAGRAM_CALLBACK}?a=1` }, 'URL blocked'],
    ['a permission that does not exist', { scope: 'instagram_everything' }, 'Invalid scopes'],
    ['no state', { state: '' }, 'State is missing'],
    ['the implicit flow', { response_type: 'token' }, 'Invalid response type'],
  ])('shows an error page and does not go back to the app: %s', async (_what, more, title) => {
    const answer = await box.browser.get(box.dialogUrl(more));
    expect(answer).toMatchObject({ status: 400, location: undefined });
    expect(answer.body).toContain(title);
  });

  it('asks who is there first, without any field for a password, and then goes on', async () => {
    const login = await box.browser.get(box.dialogUrl());
    expect(login.body).toContain('Log in as Creator One-Page');
    expect(login.body).not.toMatch(/type="password"/i);
    const next = /name="next" value="([^"]+)"/.exec(login.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const dialog = await box.browser.post('facebook://login', { persona: 'creator-two-pages', next });
    expect(dialog.body).toContain('id="permission-instagram_basic"');
  });

  it('walks from permissions to Pages and back to the app with a code and the state', async () => {
    await logIn('creator-two-pages');
    const pages = await box.browser.post(box.dialogUrl().replace('/oauth?', '/oauth/permissions?'), {
      decision: 'continue',
      permission: INSTAGRAM_SCOPES,
    });
    expect(pages.body).toContain('Kitchen Page');
    expect(pages.body).toContain('@sandbox.travel');
    const back = await box.consent('creator-two-pages');
    expect(`${back.origin}${back.pathname}`).toBe(INSTAGRAM_CALLBACK);
    expect(back.searchParams.get('state')).toBe('s1');
    expect(back.searchParams.get('code')).toMatch(/^AQ/);
    expect(back.hash).toBe('#_=_');
  });

  it.each(['permissions', 'targets'])('tells the app that the person cancelled (%s)', async (step) => {
    await logIn('creator-one-page');
    const answer = await box.browser.post(box.dialogUrl().replace('/oauth?', `/oauth/${step}?`), {
      decision: 'cancel',
    });
    const back = new URL(answer.location ?? '');
    expect(Object.fromEntries(back.searchParams)).toMatchObject({
      error: 'access_denied',
      error_reason: 'user_denied',
      state: 's1',
    });
    expect(back.searchParams.has('code')).toBe(false);
  });

  it('treats an unticked permission as a smaller grant and not as an error', async () => {
    const some = INSTAGRAM_SCOPES.filter((name) => name !== 'instagram_manage_insights');
    const back = await box.consent('creator-one-page', {
      permissions: some,
      more: { response_type: 'code,granted_scopes' },
    });
    expect(back.searchParams.get('denied_scopes')).toBe('instagram_manage_insights');
    expect(back.searchParams.get('granted_scopes')).toContain('public_profile');
    expect(back.searchParams.has('code')).toBe(true);
  });

  it('does not ask again for a declined permission, unless rerequest says so', async () => {
    await box.consent('creator-one-page', { permissions: ['instagram_basic'] });
    expect((await box.browser.get(box.dialogUrl())).body).toContain('Continue as Creator One-Page');
    const again = (await box.browser.get(box.dialogUrl({ auth_type: 'rerequest' }))).body;
    expect(again).toContain('id="permission-instagram_manage_insights"');
    expect(again).not.toContain('id="permission-instagram_basic"');
    expect(again).toContain('type="hidden" name="permission" value="instagram_basic"');
  });

  it('hides a new Page behind "Continue as", until the settings are edited', async () => {
    await box.facebookToken('creator-one-page');
    await box.control('personas/creator-one-page/create-page', {});
    const quick = await box.browser.post(box.dialogUrl().replace('/oauth?', '/oauth/continue?'), {
      decision: 'continue',
    });
    const token = textAt(
      (await box.redeemCode(new URL(quick.location ?? '').searchParams.get('code') ?? '')).json,
      'access_token',
    );
    expect(column((await box.graph('me/accounts?fields=name', token)).json, 'data', 'name')).toEqual(['One Page']);
    const edited = await box.facebookToken('creator-one-page');
    expect(listAt((await box.graph('me/accounts?fields=name', edited)).json, 'data')).toHaveLength(2);
  });

  it('refuses forms that come from another site', async () => {
    await logIn('creator-one-page');
    const foreign = await box.browser.post(
      box.dialogUrl().replace('/oauth?', '/oauth/targets?'),
      { decision: 'continue' },
      { 'sec-fetch-site': 'cross-site' },
    );
    expect(foreign.status).toBe(403);
  });

  it('keeps words of the request out of the markup', async () => {
    const answer = await box.browser.get(box.dialogUrl({ client_id: '"><script>alert(1)</script>' }));
    expect(answer.body).not.toContain('<script>');
  });
});
