import { axeViolations, fitsWidth, openChromium, type Browser, type Page } from '@creator-connect/browser';
import { CallbackServer } from '../src/testing/callback-server';
import { INSTAGRAM_SCOPES, TestSandbox, TIKTOK_SCOPES, YOUTUBE_SCOPES } from '../src/testing/test-sandbox';

interface Faults {
  page: string;
  light: string[];
  dark: string[];
  fits: boolean;
}

/** Every page of the sandbox, as its people come by them: WCAG 2.2 AA in both themes, and 320 pixels. */
describe('the rules that pages of the sandbox keep', () => {
  const app = new CallbackServer();
  let box: TestSandbox;
  let browser: Browser;
  let page: Page;
  let callback: string;
  let found: Faults[];

  beforeAll(async () => {
    callback = `${await app.start()}/callback`;
    const links = { SANDBOX_APP_URL: 'http://localhost:4400', SANDBOX_INBOX_URL: 'http://localhost:4407' };
    box = await TestSandbox.start({ SANDBOX_REDIRECT_URIS: callback, ...links });
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser.close();
    await box.stop();
    await app.stop();
  });
  beforeEach(async () => {
    found = [];
    page = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage();
  });
  afterEach(() => page.context().close());

  const look = async (): Promise<void> => {
    const faults = { page: `${new URL(page.url()).pathname} ${await page.title()}`, fits: await fitsWidth(page) };
    await page.emulateMedia({ colorScheme: 'light' });
    const light = await axeViolations(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    found.push({ ...faults, light, dark: await axeViolations(page, 'colours') });
  };
  const broken = () => found.filter(({ fits, light, dark }) => !fits || light.length > 0 || dark.length > 0);
  const opens = async (url: string): Promise<void> => {
    await page.goto(url);
    await look();
  };
  const press = async (selector: string, then: string): Promise<void> => {
    await page.locator(selector).click();
    await page.locator(then).waitFor();
    await look();
  };
  const site = (name: string): string => `http://${name}.localhost:${box.port}`;
  const query = (more: Record<string, string>): string =>
    new URLSearchParams({ redirect_uri: callback, response_type: 'code', state: 's', ...more }).toString();

  it('control page, with its links to the app and the inbox', async () => {
    for (const tab of ['personas', 'faults', 'calls']) await opens(`http://localhost:${box.port}/control?tab=${tab}`);
    await page.getByRole('link', { name: 'Inbox' }).waitFor();
    await page.getByRole('link', { name: 'To the app' }).waitFor();
    await page.goto(`http://localhost:${box.port}/`);
    await page.locator('[id="creator-one-page"] summary').click();
    await look();
    await page.locator('[id="tiktok-everyday"] summary').click();
    await page.locator('form[action="/control/personas/tiktok-everyday/end-invitation"] button').click();
    await page.getByRole('heading', { name: 'That is not possible now' }).waitFor();
    await look();
    expect(broken()).toEqual([]);
  });

  it('Facebook: login, permissions, Pages, the way back, settings', async () => {
    const dialog = query({ client_id: box.keys.metaId, scope: INSTAGRAM_SCOPES.join(',') });
    await opens(`${site('facebook')}/v25.0/dialog/oauth?${dialog}`);
    await press('#login-creator-two-pages', '#permissions');
    await press('#continue', '#targets');
    await page.locator('#continue').click();
    await page.waitForURL(`${callback}**`);
    await opens(`${site('facebook')}/v25.0/dialog/oauth?${dialog}`);
    await opens(`${site('facebook')}/settings/business-integrations`);
    await page.getByText('View and edit').click();
    await look();
    await press('#remove', '#no-integrations');
    expect(broken()).toEqual([]);
  });

  it('TikTok: login, consent, the marketplace, settings', async () => {
    const consent = query({ client_key: box.keys.tiktokKey, scope: TIKTOK_SCOPES.join(',') });
    await opens(`${site('tiktok')}/v2/auth/authorize/?${consent}`);
    await press('#login-tiktok-invited', '#authorize');
    await page.locator('#continue').click();
    await page.waitForURL(`${callback}**`);
    const code = new URL(page.url()).searchParams.get('code') ?? '';
    await box.tiktokForm('token', { grant_type: 'authorization_code', code, redirect_uri: callback });
    await opens(`${site('tiktok')}/`);
    await press('#system-notifications', '#view-more');
    await press('#view-more', '#join');
    await press('#join', '#joined');
    await opens(`${site('tiktok')}/setting/connected-apps`);
    await press('#remove', '#no-apps');
    expect(broken()).toEqual([]);
  });

  it('TikTok for Business: the authorization of the agency, its apps, and a request that is no good', async () => {
    const portal = `${site('tiktok')}/portal`;
    const asked = new URLSearchParams({ app_id: '701', state: 's', redirect_uri: callback }).toString();
    await opens(`${portal}/auth?${asked}`);
    await page.locator('#continue').click();
    await page.waitForURL(`${callback}**`);
    await opens(`${portal}/apps`);
    await press('#remove', '#restore');
    await press('#restore', '#remove');
    await opens(`${portal}/auth?app_id=9`);
    await page.getByText('The app is not known.').waitFor();
    expect(broken()).toEqual([]);
  });

  it('Google: login, identity, consent, connections', async () => {
    const consent = query({
      client_id: box.keys.googleId,
      access_type: 'offline',
      scope: YOUTUBE_SCOPES.join(' '),
    });
    await opens(`${site('google')}/o/oauth2/v2/auth?${consent}`);
    await press('#login-youtube-brand-account', '#identity');
    await press('#identity-brand-722', '#consent');
    await page.locator('#continue').click();
    await page.waitForURL(`${callback}**`);
    await opens(`${site('google')}/`);
    await press('#connections', '#remove-brand-722');
    await press('#remove-brand-722', '#no-apps');
    expect(broken()).toEqual([]);
  });

  it('Instagram and TikTok: what everybody sees; and what is not there', async () => {
    await opens(`${site('instagram')}/sandbox.kitchen`);
    await page.getByRole('heading', { name: '@sandbox.kitchen' }).waitFor();
    await opens(`${site('tiktok')}/@sandbox.everyday`);
    await page.getByRole('heading', { name: '@sandbox.everyday' }).waitFor();
    await opens(`${site('instagram')}/`);
    await opens(`${site('tiktok')}/@nobody.of.that.name`);
    await opens(`${site('facebook')}/v25.0/dialog/oauth?client_id=1`);
    await opens(`${site('google')}/o/oauth2/v2/auth?client_id=1`);
    await opens(`${site('tiktok')}/v2/auth/authorize/?client_key=1`);
    expect(broken()).toEqual([]);
  });
});
