import { tabTo, type Page } from '@creator-connect/browser';
import { Story, Windows, type GatewayDoor } from '../src';
import { eventually } from '../src/doors/wait';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { readPrimer } from '../src/windows/primer';
import { watchInbox } from '../src/windows/steps';

const own = '/v1/applications/current';

describe('the application form in a real browser', () => {
  let story: Story;
  let admin: GatewayDoor;
  let windows: Windows;
  let link: string;

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    admin = await story.admin();
    // Not required, since other stories of the same organisation add people without it.
    const fields = [{ key: 'city', label: 'City', kind: 'text', choices: [], required: false }];
    await admin.put('/v1/organisations/current/influencer-fields', { items: fields });
    const group = { name: `Form ${Date.now()}` };
    link = (await admin.post<{ applicationLink: { url: string } }>('/v1/influencer-groups', group)).applicationLink.url;
  });
  afterAll(async () => {
    await admin.put('/v1/organisations/current/influencer-fields', { items: [] });
    await windows.close();
    await story.end();
  });

  async function keepsTheRules(page: Page): Promise<void> {
    expect(await pageFaults(page)).toEqual(noFaults);
  }

  /** Without a mouse. */
  async function press(page: Page, role: 'button' | 'link', name: string): Promise<void> {
    await page.getByRole(role, { name }).first().waitFor();
    await tabTo(page, role, name);
    await page.keyboard.press('Enter');
  }

  async function begin(page: Page): Promise<void> {
    await page.goto(link);
    await press(page, 'button', 'Start my application');
    await page.getByRole('heading', { name: 'Connect your accounts' }).waitFor();
  }

  /** By the platform's own pages, in the same tab, and by keyboard alone. */
  async function connectTikTok(page: Page, persona: string): Promise<void> {
    await press(page, 'button', 'TikTok');
    await readPrimer(page.getByRole('dialog', { name: 'Before you connect TikTok' }), 'TikTok');
    await press(page, 'button', 'Continue to TikTok');
    await page.locator(`#login-${persona}`).press('Enter');
    await press(page, 'button', 'Authorize');
    await press(page, 'link', 'Go on with your application');
    await page.getByText('Authenticated').waitFor();
  }

  async function proveAddress(page: Page, email: string): Promise<void> {
    const inbox = await watchInbox(story, email);
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await page.getByLabel('Code from the mail').fill(await inbox.link(/code/i, /\b\d{6}\b/));
    await page.getByRole('button', { name: 'Confirm address' }).click();
  }

  /** Also what the page before sent at its last moment, and what is typed elsewhere: it comes by itself. */
  const shows = (page: Page, field: string, value: string) =>
    eventually(`${field}: ${value}`, async () => (await page.getByLabel(field).inputValue()) === value);

  const typedInto = async (page: Page) =>
    (await (await page.request.get(own)).json()) as Record<'name' | 'email' | 'fields', unknown>;

  it('leads back to the application whoever refuses at the platform, or comes back with an answer that is no good', async () => {
    const page = await windows.ofSomebody();
    await begin(page);
    await page.getByRole('button', { name: 'TikTok' }).click();
    await page.getByRole('button', { name: 'Continue to TikTok' }).click();
    await page.locator('#login-tiktok-invited').click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('heading', { name: 'Nothing was connected' }).waitFor();
    await page.getByRole('link', { name: 'Back' }).click();
    await page.getByRole('heading', { name: 'Connect your accounts' }).waitFor();

    await page.goto('/oauth/tiktok/callback?code=x&state=made-up');
    await page.getByRole('heading', { name: 'Nothing was connected' }).waitFor();
    await page.getByText(/too old, was used already, or was started in another browser/).waitFor();
    await page.getByRole('link', { name: 'Back' }).click();
    await page.getByRole('heading', { name: 'Connect your accounts' }).waitFor();
  });

  it('leads from the link to the submission, and loses nothing typed on the way', async () => {
    const page = await windows.ofSomebody();
    const email = `form-${Date.now()}@applicants.example`;
    await page.goto(link);
    await page.getByRole('button', { name: 'Start my application' }).waitFor();
    await keepsTheRules(page);
    await begin(page);
    await page.getByText('Connect at least one account').waitFor();
    await keepsTheRules(page);
    await connectTikTok(page, 'tiktok-no-reason');
    await keepsTheRules(page);

    await press(page, 'link', 'Go on: about you');
    await page.getByLabel('Your name').fill('New Creator');
    await page.getByLabel('City').fill('Lisbon');
    await page.getByLabel('Your e-mail address').fill(email);
    // Back to the accounts by the browser's own button, and forward again.
    await page.goBack();
    await page.getByRole('heading', { name: 'Connect your accounts' }).waitFor();
    await page.goForward();
    await expect(page.getByLabel('City').inputValue()).resolves.toBe('Lisbon');
    await page.reload();
    await shows(page, 'Your name', 'New Creator');
    await shows(page, 'Your e-mail address', email);

    await page.getByRole('button', { name: 'Submit application' }).click();
    await page.getByText('Confirm this address with a code').waitFor();
    await keepsTheRules(page);
    const inbox = await watchInbox(story, email);
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await page.getByLabel('Code from the mail').fill(await inbox.link(/code/i, /\b\d{6}\b/));
    await page.keyboard.press('Enter');
    await page.getByText('Confirmed', { exact: true }).waitFor();
    await tabTo(page, 'button', 'Submit application');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^Your application is with/ }).waitFor();
    await keepsTheRules(page);
    await page.reload();
    await page.getByRole('heading', { name: /^Your application is with/ }).waitFor();

    await page.getByRole('button', { name: 'Withdraw application' }).click();
    const question = page.getByRole('dialog', { name: 'Withdraw your application?' });
    await question.waitFor();
    await keepsTheRules(page);
    await question.getByRole('button', { name: 'Withdraw application' }).click();
    await page.getByText('I am a creator').waitFor();
    await page.goto('/apply');
    await page.getByRole('heading', { name: 'There is no application in this browser' }).waitFor();
    await keepsTheRules(page);
  });

  it('goes on in another browser by a link to the confirmed address, which opening it does not spend', async () => {
    const page = await windows.ofSomebody();
    const email = `elsewhere-${Date.now()}@applicants.example`;
    await begin(page);
    await page.getByText('For that your e-mail address has to be confirmed').waitFor();
    await page.goto('/apply?step=details');
    await page.getByLabel('Your name').fill('New Creator');
    await page.getByLabel('Your e-mail address').fill(email);
    await proveAddress(page, email);
    const inbox = await watchInbox(story, email);
    const elsewhere = page.getByRole('region', { name: 'Continue on another device' });
    await elsewhere.getByRole('button', { name: 'Mail me the link' }).click();
    await elsewhere.getByText(`The link is on its way to ${email}`).waitFor();
    await keepsTheRules(page);
    const mailed = await inbox.link(/go on with your application/i, /https?:\/\/\S+\/apply#[\w-]+/);

    const scanner = await windows.ofSomebody();
    await scanner.goto(mailed);
    await scanner.getByRole('button', { name: 'Go on here' }).waitFor();
    await keepsTheRules(scanner);
    const phone = await windows.ofSomebody({ width: 390 });
    await phone.goto(mailed);
    await phone.getByRole('button', { name: 'Go on here' }).click();
    await phone.getByRole('heading', { name: 'Connect your accounts' }).waitFor();
    expect(new URL(phone.url()).hash).toBe('');
    await connectTikTok(phone, 'tiktok-no-reason');
    await phone.getByRole('link', { name: 'Go on: about you' }).click();
    await shows(phone, 'Your name', 'New Creator');
    await phone.getByRole('button', { name: 'Submit application' }).click();
    await phone.getByRole('heading', { name: /^Your application is with/ }).waitFor();
    await page.goto('/apply');
    await page.getByRole('heading', { name: /^Your application is with/ }).waitFor();

    await scanner.getByRole('button', { name: 'Go on here' }).click();
    await scanner.getByText(/was used already, is too old/).waitFor();
    await phone.getByRole('button', { name: 'Withdraw application' }).click();
    await phone.getByRole('dialog').getByRole('button', { name: 'Withdraw application' }).click();
    await phone.getByText('I am a creator').waitFor();
  });

  it('a reload that overtakes what was typed shows it a moment later, and nothing typed meanwhile writes over it', async () => {
    const page = await windows.ofSomebody();
    await begin(page);
    await page.goto('/apply?step=details');
    const before = await page.request.get(own);
    const asItWas = { status: 200, contentType: 'application/json', body: await before.text() };
    await page.getByLabel('Your name').fill('New Creator');
    await eventually('what was typed, at the service', async () =>
      (await (await page.request.get(own)).text()).includes('New Creator'),
    );

    const reading = (url: URL) => url.pathname === own;
    await page.route(reading, (route) =>
      route.request().method() === 'GET' ? route.fulfill(asItWas) : route.fallback(),
    );
    await page.reload();
    await page.getByLabel('City').fill('Porto');
    expect(await page.getByLabel('Your name').inputValue()).toBe('');
    await eventually('what was typed then, at the service', async () =>
      (await (await page.request.get(own)).text()).includes('Porto'),
    );
    await page.unroute(reading);
    await shows(page, 'Your name', 'New Creator');
    await shows(page, 'City', 'Porto');
  });

  it('what is typed at the same time on two pages meets, and what could not be kept is kept once the service is back', async () => {
    const page = await windows.ofSomebody();
    await begin(page);
    await page.goto('/apply?step=details');
    await page.getByLabel('City').waitFor();
    const tab = await page.context().newPage();
    await tab.goto('/apply?step=details');
    await tab.getByLabel('Your name').fill('New Creator');
    await shows(page, 'Your name', 'New Creator');
    // What a page has sent once is no longer its own.
    await page.getByLabel('Your name').fill('Newer Creator');
    await shows(tab, 'Your name', 'Newer Creator');
    await tab.getByLabel('Your e-mail address').fill('both@applicants.example');
    await shows(page, 'Your e-mail address', 'both@applicants.example');
    expect(await typedInto(page)).toMatchObject({ name: 'Newer Creator', email: 'both@applicants.example' });

    const saving = /\/v1\/applications\/[\w-]+$/;
    await page.route(saving, (route) =>
      route.request().method() === 'PATCH' ? route.abort('connectionrefused') : route.fallback(),
    );
    // By keys: a browser asks nobody who has done nothing on a page.
    await page.getByLabel('City').pressSequentially('Porto');
    const away = page.getByRole('alert').filter({ hasText: 'The server can not be reached.' });
    await away.waitFor();
    const question = page.waitForEvent('dialog');
    await page.evaluate('void setTimeout(() => location.reload())');
    expect((await question).type()).toBe('beforeunload');
    await (await question).dismiss();
    expect(await page.getByLabel('City').inputValue()).toBe('Porto');
    await tab.getByLabel('Your name').fill('New Creator again');
    await shows(page, 'Your name', 'New Creator again');
    await page.unroute(saving);
    await away.waitFor({ state: 'detached' });
    await shows(tab, 'City', 'Porto');
    await page.reload();
    await shows(page, 'City', 'Porto');
    await shows(page, 'Your name', 'New Creator again');
  });

  it('an ended session: says so, keeps what is typed, and goes on where it was by the link to the application', async () => {
    const page = await windows.ofSomebody();
    const email = `ended-${Date.now()}@applicants.example`;
    await begin(page);
    await page.goto('/apply?step=details');
    await page.getByLabel('Your name').fill('New Creator');
    await page.getByLabel('Your e-mail address').fill(email);
    await proveAddress(page, email);
    const inbox = await watchInbox(story, email);
    await page.getByRole('button', { name: 'Mail me the link' }).click();
    const mailed = await inbox.link(/go on with your application/i, /https?:\/\/\S+\/apply#[\w-]+/);

    await page.context().clearCookies();
    await page.getByLabel('City').fill('Porto');
    const over = page.getByRole('alert').filter({ hasText: 'Your session has ended' });
    await over.getByText('What you typed stays on this page.').waitFor();
    expect(await page.getByRole('main').getByRole('link', { name: 'Sign in' }).count()).toBe(0);
    await keepsTheRules(page);
    // On the way to and fro as well.
    await page.getByRole('link', { name: 'Back to the accounts' }).click();
    await page.getByRole('heading', { name: 'Connect your accounts' }).waitFor();
    await over.getByText('you connect your accounts anew').waitFor();
    expect(await over.getByText('What you typed').count()).toBe(0);
    await keepsTheRules(page);
    await page.goBack();

    const tab = await page.context().newPage();
    await tab.goto(mailed);
    await tab.getByRole('button', { name: 'Go on here' }).click();
    await tab.getByRole('heading', { name: 'Connect your accounts' }).waitFor();
    await tab.close();
    expect(await page.getByLabel('City').inputValue()).toBe('Porto');
    await over.waitFor({ state: 'detached' });
    await page.reload();
    await shows(page, 'Your name', 'New Creator');
    await shows(page, 'City', 'Porto');
  });

  it('another application, begun in another tab: takes nothing of what was typed for the one before, kept or not', async () => {
    const page = await windows.ofSomebody();
    await begin(page);
    await page.goto('/apply?step=details');
    await page.getByLabel('Your name').fill('New Creator');
    await eventually('what was typed, at the service', async () => (await typedInto(page)).name === 'New Creator');
    await page.context().clearCookies();
    await page.getByLabel('City').fill('Porto');
    await page.getByRole('alert').filter({ hasText: 'Your session has ended' }).waitFor();

    const tab = await page.context().newPage();
    await begin(tab);
    await shows(page, 'Your name', '');
    await shows(page, 'City', '');
    await page.getByLabel('Your e-mail address').fill('another@applicants.example');
    await eventually('what was typed then, at the service', async () => (await typedInto(page)).email !== '');
    expect(await typedInto(page)).toMatchObject({ name: '', email: 'another@applicants.example', fields: {} });
  });

  it('leads somebody of the roster to sign in, once they have proven the address', async () => {
    const email = `known-${Date.now()}@applicants.example`;
    await admin.post('/v1/influencers', { name: 'Known', email });
    const page = await windows.ofSomebody();
    await begin(page);
    await page.goto('/apply?step=details');
    await page.getByLabel('Your e-mail address').fill(email);
    await proveAddress(page, email);
    await page.getByText('works with you already').waitFor();
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Sign in as a creator' }).waitFor();
  });

  it('says what to do where a link is closed', async () => {
    const page = await windows.ofSomebody();
    await page.goto('/apply/never-was');
    await page.getByRole('heading', { name: 'This application link is closed' }).waitFor();
    await keepsTheRules(page);
  });
});
