import type { Page } from '@creator-connect/browser';
import { Story, Windows } from '../src';
import { addInfluencer, copyLink, type Influencer } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { readPrimer } from '../src/windows/primer';
import { consentAtGoogle, logInAsGenerated, signInAsCreator, watchInbox } from '../src/windows/steps';

/** One link that asks for three accounts: each is a step, begun on a phone and finished on another device. */
describe('an authorization link for several accounts, in a real browser', () => {
  let story: Story;
  let windows: Windows;
  let phone: Page;
  let laptop: Page;
  let creator: Influencer;
  let link: string;

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    const door = await story.admin();
    creator = await addInfluencer(story, door, 'browser-stepper');
    link = await copyLink(door, creator, 'instagram', 'tiktok', 'youtube');
    phone = await windows.ofSomebody({ width: 390 });
    laptop = await windows.ofSomebody();
    await logInAsGenerated(story, phone, 'facebook', 'world-instagram-901');
    await logInAsGenerated(story, laptop, 'tiktok', 'world-tiktok-902');
  });

  afterAll(async () => {
    await windows.close();
    await story.end();
  });

  const chapter = (title: string, tell: () => Promise<void>) => it(title, () => windows.chapter(tell));
  const step = (page: Page, platform: string) =>
    page.getByRole('list', { name: 'The accounts, step by step' }).getByRole('listitem').filter({ hasText: platform });
  const open = (page: Page) => page.locator('li[aria-current="step"]');
  const check = (page: Page) => page.locator('details').filter({ hasText: 'Before you go to Facebook' });

  const begin = async (page: Page) => {
    const inbox = await watchInbox(story, creator.email);
    await page.goto(link);
    await page.getByRole('heading', { name: 'Acme Talent asks you to connect' }).waitFor();
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByLabel('Code from the mail').fill(await inbox.link(/code/i, /\b\d{6}\b/));
    await page.getByRole('button', { name: 'Check the code' }).click();
    await page.getByRole('heading', { name: 'Connect your accounts' }).waitFor();
  };
  const comeBack = async (page: Page) => {
    await page.getByRole('heading', { name: 'Your account is connected' }).waitFor();
    await page.getByRole('link', { name: 'Go on' }).click();
  };

  chapter('says before each platform who asks for what, and asks none before the press', async () => {
    const asked: string[] = [];
    phone.on('request', (request) => {
      if (new URL(request.url()).host !== new URL(windows.gateway).host) asked.push(request.url());
    });
    await begin(phone);
    await phone.getByRole('status').getByText('0 of 3 connected').waitFor();
    expect(await phone.getByRole('button', { name: /^Continue to/ }).count()).toBe(1);
    await readPrimer(open(phone), 'Instagram');
    for (const platform of ['YouTube', 'TikTok'] as const) {
      await step(phone, platform).getByRole('button', { expanded: false }).click();
      await readPrimer(open(phone), platform);
      expect(await pageFaults(phone, 'colours')).toEqual(noFaults);
    }
    expect(asked).toEqual([]);
  });

  chapter('shows three lines to check before Facebook, each with its help, which nobody has to answer', async () => {
    await step(phone, 'Instagram').getByRole('button', { expanded: false }).click();
    const lines = check(phone).getByRole('listitem');
    for (const [index, [line, help]] of [
      ['Your Instagram account is a Business or Creator account', '/help/instagram-account-type'],
      ['It is linked to a Facebook Page', '/help/link-page'],
      ['You are signed in to the Facebook profile that manages this Page', '/help/other-account'],
    ].entries()) {
      await lines.nth(index).getByText(line!).waitFor();
      expect(await lines.nth(index).getByRole('link').getAttribute('href')).toBe(help);
    }
    expect(await lines.count()).toBe(3);
    expect(await check(phone).getByRole('checkbox').or(check(phone).getByRole('textbox')).count()).toBe(0);
    await open(phone).getByRole('button', { name: 'Continue to Facebook' }).click();
    await phone.getByRole('button', { name: 'Next', exact: true }).click();
    await phone.getByRole('button', { name: 'Done', exact: true }).click();
    await phone.getByRole('button', { name: 'Connect this account' }).click();
    await comeBack(phone);
    await phone.getByRole('status').getByText('1 of 3 connected').waitFor();
    await step(phone, 'Instagram').getByText('Connected', { exact: true }).waitFor();
    await readPrimer(open(phone), 'TikTok');
  });

  chapter('goes on at the same step on another device, once the person has proven to be the invited one', async () => {
    await begin(laptop);
    await laptop.getByRole('status').getByText('1 of 3 connected').waitFor();
    await step(laptop, 'Instagram').getByText('Connected', { exact: true }).waitFor();
    await (await readPrimer(open(laptop), 'TikTok')).click();
    await laptop.getByRole('button', { name: 'Authorize', exact: true }).click();
    await comeBack(laptop);
    await laptop.getByRole('status').getByText('2 of 3 connected').waitFor();
    await (await readPrimer(open(laptop), 'YouTube')).click();
    await consentAtGoogle(laptop, 'YouTube everyday');
    await comeBack(laptop);
    await laptop.getByRole('heading', { name: 'All done' }).waitFor();
    await laptop.getByText('Every account that was asked for is connected.').waitFor();
    expect(await laptop.getByText('Connected', { exact: true }).count()).toBe(3);
    expect(await laptop.getByRole('main').getByRole('button').count()).toBe(0);
    // The phone was left open all the time.
    await phone.getByRole('heading', { name: 'All done' }).waitFor();
  });

  chapter('does not show the three lines again to whoever went on to Facebook once', async () => {
    await signInAsCreator(story, phone, creator.email);
    await phone.getByRole('button', { name: 'Add Account: Instagram' }).click();
    const dialog = phone.getByRole('dialog', { name: 'Before you connect Instagram' });
    await readPrimer(dialog, 'Instagram');
    const lines = check(phone).getByRole('listitem');
    expect(await lines.first().isVisible()).toBe(false);
    await check(phone).locator('summary').click();
    await lines.first().waitFor();
    expect(await pageFaults(phone, 'colours')).toEqual(noFaults);
  });
});
