import type { Locator, Page } from '@creator-connect/browser';
import { Story, Windows, type GatewayDoor } from '../src';
import { connectAgency } from '../src/journeys/marketplace.journey';
import { accountInState, addInfluencer, type Influencer } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { creatorOnPhone, logInAsGenerated, memberOnRoster, watchInbox } from '../src/windows/steps';

const tiktok = 'world-tiktok-931';
const instagram = 'world-instagram-931';
const handle = 'browser.repairs';
/** All that the rules of the marketplace look at. */
const eligible = {
  handle,
  followers: 50_000,
  country: 'US',
  age: 25,
  accountType: 'personal',
  viewsPerVideo: 5_000,
  posting: { atStart: 30, everyHours: 24 },
};
/** Before the pages look by themselves (30 s): they are told. How soon is `npm run bench`'s to measure. */
const soon = { timeout: 20_000 };
const day = 86_400;

/** What open pages say by themselves of one account: its end, its repair, its membership and the end that is foretold. */
describe('repairs and memberships on open pages', () => {
  let story: Story;
  let windows: Windows;
  let door: GatewayDoor;
  let admin: Page;
  let campaign: Page;
  let phone: Page;
  let influencer: Influencer;

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    door = await story.admin();
    await connectAgency(story, door);
    await story.sandbox.does(tiktok, 'set', eligible);
    await story.sandbox.does(tiktok, 'leave-marketplace');
    influencer = await addInfluencer(story, door, 'browser-repairs');
    phone = await creatorOnPhone(story, windows, influencer.email);
    await logInAsGenerated(story, phone, 'tiktok', tiktok);
    await logInAsGenerated(story, phone, 'facebook', instagram);
    await consent(phone.getByRole('button', { name: 'Add Account: TikTok' }));
    // The permission at Instagram ends in ten days, which is soon.
    await story.sandbox.setting({ facebook: { dataAccessSeconds: 10 * day } });
    await consent(phone.getByRole('button', { name: 'Add Account: Instagram' }));
    await story.sandbox.setting({ facebook: { dataAccessSeconds: 90 * day } });
    const { id } = await door.post<{ id: string }>('/v1/campaigns', { name: 'Browser repairs' });
    await door.post(`/v1/campaigns/${id}/influencers`, { influencerId: influencer.id });
    admin = await memberOnRoster(windows, story.login());
    await admin.goto(`/admin/influencers/${influencer.id}`);
    campaign = await admin.context().newPage();
    await campaign.goto(`/admin/campaigns/${id}`);
    await campaign.getByRole('heading', { name: 'Browser repairs', level: 1 }).waitFor();
  });

  afterAll(async () => {
    await story?.sandbox.setting({ facebook: { dataAccessSeconds: 90 * day } });
    await windows?.close();
    await story?.end();
  });

  const chapter = (title: string, what: () => Promise<void>) => it(title, () => windows.chapter(what));
  const card = (page: Page, platform: 'TikTok' | 'Instagram' = 'TikTok') =>
    page.getByRole('article', { name: new RegExp(`, ${platform}$`) });
  const state = (page: Page, told: string, platform?: 'TikTok' | 'Instagram') =>
    card(page, platform).locator('.mantine-Badge-root').getByText(told, { exact: true });
  const attention = () => campaign.getByRole('alert', { name: 'Attention' });
  /** At TikTok, which asks nothing of whom it knows already, and back. */
  const authorizeWhereAsked = async (page: Page) => {
    const authorize = page.getByRole('button', { name: 'Authorize', exact: true });
    const connected = page.getByRole('heading', { name: 'Your account is connected' });
    await authorize.or(connected).waitFor();
    if (await authorize.isVisible()) await authorize.click();
    await connected.waitFor();
  };
  /** From the button on the dashboard through the platform and back to the dashboard. */
  const consent = async (button: Locator) => {
    await button.click();
    const onward = phone.getByRole('dialog').getByRole('button', { name: /^Continue to/ });
    const isTikTok = (await onward.innerText()).includes('TikTok');
    await onward.click();
    const connected = phone.getByRole('heading', { name: 'Your account is connected' });
    if (isTikTok) await authorizeWhereAsked(phone);
    else {
      const next = phone.getByRole('button', { name: 'Next', exact: true });
      const again = phone.getByRole('button', { name: /^Continue as/ });
      await next.or(again).waitFor();
      if (await again.isVisible()) await again.click();
      else {
        await next.click();
        await phone.getByRole('button', { name: 'Done', exact: true }).click();
      }
      await phone.getByRole('button', { name: 'Connect this account' }).click();
    }
    await connected.waitFor();
    await phone.getByRole('link', { name: 'To your accounts' }).click();
  };

  chapter('a permission that ends soon: the card says so and when, in amber, with one way to renew it', async () => {
    await state(phone, 'Expires soon', 'Instagram').waitFor();
    const soonest = card(phone, 'Instagram');
    await soonest.getByText(/but the permission ends soon\. Renew it now\./).waitFor();
    expect(await soonest.locator('[data-variant="filled"]:is(button, a)').allInnerTexts()).toEqual(['Reauth']);
    expect(await soonest.getByRole('alert').count()).toBe(0);
    // What needs its owner comes first.
    expect(await phone.getByRole('article').first().getAttribute('aria-label')).toMatch(/, Instagram$/);
    expect(await pageFaults(phone)).toEqual(noFaults);
    await campaign.getByRole('alert', { name: /authorization ends/ }).waitFor();
    expect(await attention().count()).toBe(0);
  });

  chapter('renewed in time: the card is calm again', async () => {
    await consent(card(phone, 'Instagram').getByRole('button', { name: 'Reauth' }));
    await state(phone, 'Authenticated', 'Instagram').waitFor();
  });

  chapter('an end at the platform reaches the profile, the dashboard and the campaign, without a reload', async () => {
    const { id } = await accountInState(door, influencer, 'tiktok', { authState: 'AUTHENTICATED' });
    await story.sandbox.does(tiktok, 'expire-refresh-token');
    await door.post(`/v1/social-accounts/${id}/authorization/verifications`);
    await accountInState(door, influencer, 'tiktok', { authState: 'REAUTH' });
    await Promise.all([
      state(admin, 'Reauth').waitFor(soon),
      state(phone, 'Reauth').waitFor(soon),
      attention().getByText('Attention: 1 account needs its owner').waitFor(soon),
    ]);
    expect(await pageFaults(campaign)).toEqual(noFaults);
  });

  chapter('the red notice of an open campaign is gone as soon as the last account is repaired', async () => {
    await consent(card(phone).getByRole('button', { name: 'Reauth' }));
    await accountInState(door, influencer, 'tiktok', { authState: 'AUTHENTICATED' });
    await Promise.all([
      attention().waitFor({ state: 'detached', ...soon }),
      state(admin, 'Authenticated').waitFor(soon),
      state(phone, 'Authenticated').waitFor(soon),
    ]);
    expect(await pageFaults(campaign, 'colours')).toEqual(noFaults);
  });

  chapter('lost again: a mail asked for at the campaign leads to the repair, with no code and no sign-in', async () => {
    const { id } = await accountInState(door, influencer, 'tiktok', { authState: 'AUTHENTICATED' });
    await story.sandbox.does(tiktok, 'expire-refresh-token');
    await door.post(`/v1/social-accounts/${id}/authorization/verifications`);
    await attention().getByRole('button', { name: 'Show the accounts' }).click();
    const inbox = await watchInbox(story, influencer.email);
    await attention().getByRole('button', { name: 'Send e-mail to browser repairs' }).click();
    await campaign.getByRole('dialog').getByRole('button', { name: 'Send e-mail' }).click();
    const link = await inbox.link(new RegExp(`@${handle}`), /https?:\/\/\S+\/a\/[\w-]{43}/);

    const elsewhere = await windows.ofSomebody({ width: 390 });
    await logInAsGenerated(story, elsewhere, 'tiktok', tiktok);
    await elsewhere.goto(link);
    await elsewhere.getByRole('button', { name: 'Begin' }).click();
    await elsewhere.getByRole('status').getByText('0 of 1 connected').waitFor();
    await elsewhere.getByRole('listitem').getByText(`@${handle}`, { exact: true }).waitFor();
    expect(await pageFaults(elsewhere)).toEqual(noFaults);
    await elsewhere.getByRole('button', { name: 'Continue to TikTok' }).click();
    await authorizeWhereAsked(elsewhere);
    await elsewhere.getByRole('link', { name: 'Go on' }).click();
    await elsewhere.getByRole('heading', { name: 'All done' }).waitFor();
    await Promise.all([
      attention().waitFor({ state: 'detached', ...soon }),
      state(admin, 'Authenticated').waitFor(soon),
      state(phone, 'Authenticated').waitFor(soon),
    ]);
    // Used once, it is used up, and says what to do.
    await elsewhere.goto(link);
    expect(await pageFaults(elsewhere)).toEqual(noFaults);
  });

  chapter('an invitation to the marketplace, sent by one press, waits for the creator', async () => {
    const invite = card(admin).getByRole('button', { name: `Send Invite to @${handle}` });
    await invite.click();
    const dialog = admin.getByRole('dialog', { name: `Invite @${handle} to the Creator Marketplace?` });
    const rules = dialog.getByRole('list', { name: 'Rules of the Creator Marketplace' }).getByRole('listitem');
    await rules.first().waitFor();
    expect(await rules.filter({ hasText: 'Not met' }).count()).toBe(0);
    expect(await pageFaults(admin)).toEqual(noFaults);
    await dialog.getByRole('button', { name: 'Send Invite' }).click();
    await dialog.waitFor({ state: 'detached' });
    await card(admin).getByText('Invited', { exact: true }).waitFor();
    expect(await pageFaults(admin)).toEqual(noFaults);
  });

  chapter('whoever joins in TikTok is Marketplace in the profile by itself', async () => {
    const there = await phone.context().newPage();
    await there.goto(story.sandbox.site('tiktok', '/notifications'));
    await there.getByRole('link', { name: 'View More' }).click();
    await there.getByRole('button', { name: 'Join' }).click();
    await accountInState(door, influencer, 'tiktok', { marketplace: 'TTCM' });
    await card(admin).getByText('Marketplace', { exact: true }).waitFor(soon);
    await card(admin).getByText('TikTok, with the creator’s permission, and the Creator Marketplace').waitFor();
    expect(
      await card(admin)
        .getByRole('button', { name: /^Send Invite/ })
        .count(),
    ).toBe(0);
    expect(await pageFaults(admin)).toEqual(noFaults);
  });

  chapter('whoever comes into the campaign by another hand is there without a reload', async () => {
    const late = await addInfluencer(story, door, 'browser-repairs-late');
    const id = new URL(campaign.url()).pathname.split('/').at(-1);
    await door.post(`/v1/campaigns/${id}/influencers`, { influencerId: late.id });
    await campaign.getByRole('main').getByRole('link', { name: 'browser repairs late' }).waitFor(soon);
  });
});
