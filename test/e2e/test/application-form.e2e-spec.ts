import { tabTo, type Page } from '@creator-connect/browser';
import { Story, Windows, type GatewayDoor } from '../src';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { readPrimer } from '../src/windows/primer';
import { watchInbox } from '../src/windows/steps';

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

  async function begin(page: Page): Promise<void> {
    await page.goto(link);
    await page.getByRole('button', { name: 'Start my application' }).click();
    await page.getByRole('heading', { name: 'Connect your accounts' }).waitFor();
  }

  /** By the platform's own pages, in the same tab. */
  async function connectTikTok(page: Page, persona: string): Promise<void> {
    await page.getByRole('button', { name: 'TikTok' }).click();
    const primer = page.getByRole('dialog', { name: 'Before you connect TikTok' });
    await (await readPrimer(primer, 'TikTok')).click();
    await page.locator(`#login-${persona}`).click();
    await page.getByRole('button', { name: 'Authorize' }).click();
    await page.getByRole('link', { name: 'Go on with your application' }).click();
    await page.getByText('Authenticated').waitFor();
  }

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
    await page.getByRole('heading', { name: /unknown, too old or was used already/ }).waitFor();
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

    await page.getByRole('link', { name: 'Go on: about you' }).click();
    await page.getByLabel('Your name').fill('New Creator');
    await page.getByLabel('City').fill('Lisbon');
    await page.getByLabel('Your e-mail address').fill(email);
    // Back to the accounts by the browser's own button, and forward again.
    await page.goBack();
    await page.getByRole('heading', { name: 'Connect your accounts' }).waitFor();
    await page.goForward();
    await expect(page.getByLabel('City').inputValue()).resolves.toBe('Lisbon');
    await page.reload();
    await expect(page.getByLabel('Your name').inputValue()).resolves.toBe('New Creator');
    await expect(page.getByLabel('Your e-mail address').inputValue()).resolves.toBe(email);

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
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw application' }).click();
    await page.getByText('I am a creator').waitFor();
    await page.goto('/apply');
    await page.getByRole('heading', { name: 'There is no application in this browser' }).waitFor();
  });

  it('goes on in another browser by a link to the confirmed address, which opening it does not spend', async () => {
    const page = await windows.ofSomebody();
    const email = `elsewhere-${Date.now()}@applicants.example`;
    await begin(page);
    await page.getByText('For that your e-mail address has to be confirmed').waitFor();
    await page.goto('/apply?step=details');
    await page.getByLabel('Your name').fill('New Creator');
    await page.getByLabel('Your e-mail address').fill(email);
    const inbox = await watchInbox(story, email);
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await page.getByLabel('Code from the mail').fill(await inbox.link(/code/i, /\b\d{6}\b/));
    await page.getByRole('button', { name: 'Confirm address' }).click();
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
    await expect(phone.getByLabel('Your name').inputValue()).resolves.toBe('New Creator');
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

  it('leads somebody of the roster to sign in, once they have proven the address', async () => {
    const email = `known-${Date.now()}@applicants.example`;
    await admin.post('/v1/influencers', { name: 'Known', email });
    const page = await windows.ofSomebody();
    await begin(page);
    await page.goto('/apply?step=details');
    await page.getByLabel('Your e-mail address').fill(email);
    const inbox = await watchInbox(story, email);
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await page.getByLabel('Code from the mail').fill(await inbox.link(/code/i, /\b\d{6}\b/));
    await page.getByRole('button', { name: 'Confirm address' }).click();
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
