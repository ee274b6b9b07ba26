import type { Locator, Page } from '@creator-connect/browser';
import { Story, Windows, type GatewayDoor } from '../src';
import { accountInState, addInfluencer, type Influencer } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { readPrimer } from '../src/windows/primer';
import { consentAtGoogle, creatorOnPhone, logInAsGenerated, memberOnRoster } from '../src/windows/steps';

const channel = { name: 'YouTube contacts', handle: 'sandbox.contacts' };
/** Before the pages look by themselves (30 s): they are told. How soon is `npm run bench`'s to measure. */
const soon = { timeout: 20_000 };
const platforms = ['Instagram', 'TikTok', 'YouTube'] as const;
type PlatformName = (typeof platforms)[number];

/** What a creator gives by hand at Facebook, TikTok and Google, and takes back on the settings pages there. */
describe('what a creator does at the platforms themselves, in a real browser', () => {
  let story: Story;
  let windows: Windows;
  let door: GatewayDoor;
  let influencer: Influencer;
  let phone: Page;
  let admin: Page;

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    door = await story.admin();
    // By the member: typed with a channel that nobody has authenticated.
    const typed = { platform: 'youtube', handle: channel.handle } as const;
    influencer = await addInfluencer(story, door, `browser-there-${Date.now()}`, [typed]);
    phone = await creatorOnPhone(story, windows, influencer.email);
    await logInAsGenerated(story, phone, 'facebook', 'world-instagram-976');
    await logInAsGenerated(story, phone, 'tiktok', 'world-tiktok-976');
    admin = await memberOnRoster(windows, story.login());
    await admin.goto(`/admin/influencers/${influencer.id}`);
  });

  afterAll(async () => {
    await windows?.close();
    if (influencer) await door.call('DELETE', `/v1/influencers/${influencer.id}`);
    await story?.end();
  });

  const chapter = (title: string, what: () => Promise<void>) => it(title, () => windows.chapter(what));
  const card = (page: Page, platform: PlatformName) =>
    page.getByRole('article', { name: new RegExp(`, ${platform}$`) });
  const state = (page: Page, platform: PlatformName, told: string) =>
    card(page, platform).locator('.mantine-Badge-root').getByText(told, { exact: true });
  const fact = (platform: PlatformName, name: string) =>
    card(admin, platform)
      .locator('dt')
      .filter({ hasText: new RegExp(`^${name}$`) })
      .locator('xpath=following-sibling::dd');
  const isThere = async (one: Locator, other: Locator) => {
    await one.or(other).first().waitFor();
    return one.isVisible();
  };
  /** What each platform asks somebody who is logged in there, until our page says that the account is connected. */
  const consent = async (page: Page, platform: PlatformName) => {
    const connected = page.getByRole('heading', { name: 'Your account is connected' });
    const choice = page.getByRole('button', { name: 'Connect this account' });
    if (platform === 'Instagram') {
      const next = page.getByRole('button', { name: 'Next', exact: true });
      await next.click();
      await page.getByRole('button', { name: 'Done', exact: true }).click();
      await choice.click();
    } else if (platform === 'YouTube') {
      await consentAtGoogle(page, channel.name);
    } else {
      const yes = page.getByRole('button', { name: 'Authorize', exact: true });
      // Whom it knows already it may ask nothing.
      if (await isThere(yes, connected)) await yes.click();
    }
    await connected.waitFor();
  };
  const add = async (button: Locator, platform: PlatformName) => {
    await button.click();
    await (await readPrimer(phone.getByRole('dialog'), platform)).click();
    await consent(phone, platform);
    await phone.getByRole('link', { name: 'To your accounts' }).click();
    await state(phone, platform, 'Authenticated').waitFor();
  };

  chapter('authenticates the channel that a member typed, by the button on its card', async () => {
    const typed = await accountInState(door, influencer, 'youtube', { authState: 'NON_AUTH' });
    await state(phone, 'YouTube', 'Non-auth').waitFor();
    await card(phone, 'YouTube')
      .getByText(/^Only what YouTube shows everybody is collected\./)
      .waitFor();
    await fact('YouTube', 'Source of the figures').getByText('YouTube, public figures only').waitFor();
    await add(card(phone, 'YouTube').getByRole('button', { name: 'Authenticate', exact: true }), 'YouTube');
    expect(await phone.getByRole('article').count()).toBe(1);
    const { id } = await accountInState(door, influencer, 'youtube', { authState: 'AUTHENTICATED' });
    expect(id).toBe(typed.id);
    await state(admin, 'YouTube', 'Authenticated').waitFor(soon);
    await fact('YouTube', 'Source of the figures').getByText('YouTube, with the creator’s permission').waitFor();
    for (const platform of ['Instagram', 'TikTok'] as const)
      await add(phone.getByRole('button', { name: `Add Account: ${platform}` }), platform);
    for (const platform of platforms) await state(admin, platform, 'Authenticated').waitFor(soon);
  });

  /** From the home page of the site, as a person finds it. */
  const takeBack: Record<PlatformName, (there: Page) => Promise<void>> = {
    Instagram: async (there) => {
      await there.goto(story.sandbox.site('facebook'));
      await there.getByRole('link', { name: 'Settings → Business Integrations' }).click();
      await there.getByText('Active', { exact: true }).waitFor();
      await there.getByRole('button', { name: /^Remove / }).click();
      await there.getByText('No app has access.').waitFor();
    },
    TikTok: async (there) => {
      await there.goto(story.sandbox.site('tiktok'));
      await there.getByRole('link', { name: 'Settings → connected apps' }).click();
      await there.getByRole('button', { name: 'Remove access' }).click();
      await there.getByText('No app is connected.').waitFor();
    },
    YouTube: async (there) => {
      await there.goto(story.sandbox.site('google'));
      await there.getByRole('link', { name: 'Third-party apps with account access' }).click();
      await there.getByRole('button', { name: 'Remove access' }).click();
      await there.getByText('No app has access.').waitFor();
    },
  };

  for (const platform of platforms)
    chapter(`takes the permission back in the settings of ${platform}, and both open pages say so`, async () => {
      const there = await phone.context().newPage();
      await takeBack[platform](there);
      await there.close();
      await Promise.all([
        state(phone, platform, 'Revoked').waitFor(soon),
        state(admin, platform, 'Revoked').waitFor(soon),
      ]);
      await card(phone, platform).getByRole('button', { name: 'Connect again' }).waitFor();
      await card(phone, platform).getByText('The permission was taken back. Nothing is collected.').waitFor();
      await card(admin, platform).getByText('The creator took the permission back.').first().waitFor();
      // By no other source either, though YouTube shows figures to everybody.
      expect(await fact(platform, 'Tracked').innerText()).toBe('no');
      await card(admin, platform).getByRole('list', { name: 'Granted permissions' }).waitFor({ state: 'detached' });
      await accountInState(door, influencer, platform.toLowerCase(), { authState: 'NON_AUTH', tracked: false });
      expect(await pageFaults(phone, 'colours')).toEqual(noFaults);
    });
});
