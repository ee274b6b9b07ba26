import { tabTo, type Locator, type Page } from '@creator-connect/browser';
import { Story, Windows } from '../src';
import { eventually } from '../src/doors/wait';
import { addInfluencer, connectedCreator, copyLink, type Influencer } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { everyPage, pageAt } from '../src/windows/every-page';
import { noFaults, pageFaults, widthFaults } from '../src/windows/page-faults';
import { consentAtFacebook, signInAsCreator, signInAsMember, watchInbox } from '../src/windows/steps';

const forEverybody: [string, RegExp | string][] = [
  ['/', 'Connect once, stay in control'],
  ['/sign-in', 'Sign in as a creator'],
  ['/sign-in#token', 'Welcome back'],
  ['/sign-in?for=admin', 'Sign in to your organisation'],
  ['/reset-password', 'Forgot your password?'],
  ['/reset-password#token', 'Choose a new password'],
  ['/connect', 'This link can not be used'],
  ['/invitation#token', 'Invitation'],
  ['/confirm-address#token', 'Confirm this address'],
  ['/stop-reminders#token', 'Stop reminders'],
  ['/stop-digest#token', 'Stop the digest'],
  ['/apply', 'There is no application in this browser'],
  ['/apply/no-such-link', 'This application link is closed'],
  ['/merged', 'The two are one now'],
  ['/erased#receipt', 'This receipt is not known'],
  ['/help', 'Creating a Facebook Page'],
  ['/help/link-page', /^Step 1 of /],
  ['/dashboard', 'Please sign in'],
  ['/admin/influencers', 'Please sign in'],
  ['/nowhere', 'There is no such page'],
];

const forMembers: [string, RegExp | string][] = [
  ['/admin/influencers', /tiktok korea eligible/],
  ['/admin/influencers?search=nobody-has-this-name', 'Nobody matches these filters.'],
  ['/admin/applications', 'Applications'],
  ['/admin/campaigns', 'Browser pages'],
  ['/admin/discover', /^Find public profiles of people/],
  ['/admin/reports', /^Public profiles that were found in Discover/],
  ['/admin/operations', 'Keys of the vault'],
  ['/admin/settings?tab=company', 'Outbound email'],
  ['/admin/settings?tab=members', 'Invite somebody'],
  ['/admin/settings?tab=fields', 'Add a field'],
  ['/admin/settings?tab=groups', 'Name of the new group'],
  ['/admin/settings?tab=marketplace', 'TikTok Creator Marketplace'],
  ['/admin/settings?tab=marketplace&outcome=permission_missing', 'It was not connected'],
  ['/admin/settings?tab=discovery', /^by exact handle/],
  ['/admin/settings?tab=vendor', 'Import vendor data'],
  ['/admin/settings?tab=keys', 'New key'],
  ['/admin/settings?tab=access', /^Every look of a member or an API key is noted/],
  ['/admin/settings?tab=notices', 'Your notices'],
  ['/admin/settings?tab=security', 'Where you are signed in'],
];

const tabs: [string, string][] = [
  ['accounts', 'Non-TTCM'],
  ['data', 'As of'],
  ['mails', 'Invitation to the dashboard'],
  ['notes', 'New note'],
  ['details', 'Time zone'],
];

/** What has to hold on every page; what it does not is named by page. */
describe('every page of the web app', () => {
  let story: Story;
  let windows: Windows;
  let admin: Page;
  let creator: Page;
  let guest: Page;
  let influencer: Influencer;
  let invited: Influencer;
  let link: string;
  let campaign: string;
  const pages = everyPage();
  const looked = new Set<string | undefined>();

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    const door = await story.admin();
    const connected = await connectedCreator(story, door, 'tiktok', 'tiktok-korea-eligible', 'TikTok korea eligible');
    influencer = connected.influencer;
    const posts = `/v1/posts?socialAccountId=${connected.account.id}&limit=1`;
    await eventually('a post', async () => (await door.get<{ items: unknown[] }>(posts)).items.length > 0);
    invited = await addInfluencer(story, door, 'browser-invited');
    link = await copyLink(door, invited, 'instagram');
    const { id } = await door.post<{ id: string }>('/v1/campaigns', { name: 'Browser pages' });
    campaign = `/admin/campaigns/${id}`;
    await door.post(`/v1/campaigns/${id}/influencers`, { influencerId: influencer.id });
    [admin, creator, guest] = await Promise.all([windows.ofSomebody(), windows.ofSomebody(), windows.ofSomebody()]);
    await signInAsMember(admin, story.login());
    await admin.getByRole('heading', { name: 'Influencers', level: 1 }).waitFor();
    await signInAsCreator(story, creator, influencer.email);
  });

  afterAll(async () => {
    await windows.close();
    await story.end();
  });

  const check = async (page: Page, name: string, seen: RegExp | string) => {
    await page.getByText(seen).first().waitFor();
    looked.add(pageAt(page.url(), pages));
    expect({ name, ...(await pageFaults(page, 'colours')) }).toEqual({ name, ...noFaults });
  };

  it.each(forEverybody)('for everybody: %s', async (path, seen) => {
    await guest.goto(path);
    await check(guest, path, seen);
  });

  it.each(forMembers)('for members: %s', async (path, seen) => {
    await admin.goto(path);
    await check(admin, path, seen);
  });

  it.each(tabs)('for members: the tab %s of a profile', async (tab, seen) => {
    await admin.goto(`/admin/influencers/${influencer.id}?tab=${tab}`);
    await check(admin, tab, seen);
  });

  it('for members: the report of a public profile, and two entries that are to become one', async () => {
    const door = await story.admin();
    const search = { platform: 'youtube', handle: 'sandbox.other.account' };
    const { items } = await door.post<{ items: { id: string }[] }>('/v1/discovery/searches', search);
    await admin.goto(`/admin/reports/${items[0]!.id}`);
    await check(admin, 'report', 'Contact Information');
    await admin.goto(`/admin/influencers/${influencer.id}/merge`);
    await check(admin, 'merge', 'Merge two entries of one person');
  });

  it.each([
    ['/dashboard/data', 'Download everything'],
    ['/dashboard/security', 'Where you are signed in'],
  ])('for creators: %s', async (path, seen) => {
    await creator.goto(path);
    await check(creator, path, seen);
  });

  it('fits in German as well, whose words are longer, into 320 pixels and into 1920', async () => {
    const [stranger, member] = await Promise.all([0, 1].map(() => windows.ofSomebody({ locale: 'de-DE' })));
    await member!.context().addCookies(await admin.context().cookies());
    const ofMembers = [
      ...forMembers.map(([path]) => path),
      ...tabs.map(([tab]) => `/admin/influencers/${influencer.id}?tab=${tab}`),
      campaign,
    ];
    const tooWide = await Promise.all([
      widthFaults(
        stranger!,
        forEverybody.map(([path]) => path),
      ),
      widthFaults(member!, ofMembers),
    ]);
    expect(tooWide.flat()).toEqual([]);
  });

  it('for members: open forms, an open history, and a question before something is deleted', async () => {
    await admin.goto('/admin/influencers');
    await admin.getByRole('button', { name: 'Add influencer' }).click();
    await check(admin, 'add influencer', 'E-mail address');
    await admin.getByRole('button', { name: 'Import CSV' }).click();
    await check(admin, 'import', 'CSV file');
    await admin.goto(`/admin/influencers/${influencer.id}`);
    await admin.getByRole('button', { name: 'Show history' }).click();
    await check(admin, 'history', /by the creator/);
    await admin.getByRole('button', { name: 'Erase' }).click();
    await check(admin, 'erase', /Nothing of it comes back/);
  });

  it('for members: a campaign that is being made, and one that is being changed', async () => {
    await admin.goto('/admin/campaigns');
    await admin.getByRole('button', { name: 'New campaign' }).click();
    await check(admin, 'new campaign', 'First day');
    await admin.getByLabel('First day').fill('2030-02-01');
    await admin.getByLabel('Last day').fill('2030-01-01');
    await admin.getByRole('button', { name: 'Create' }).click();
    await admin.getByText('Fill this in.').waitFor();
    await check(admin, 'new campaign, refused', 'Choose a day that is not before the first one.');
    await admin.goto(campaign);
    await admin.getByRole('button', { name: 'Edit', exact: true }).click();
    await admin.getByLabel('Last day').fill('2030-01-01');
    await admin.getByLabel('Last day').fill('');
    await check(admin, 'edit campaign', 'Last day');
    await admin.getByRole('button', { name: 'Cancel' }).click();
  });

  it('a page that breaks: says so, and that nothing is lost; it is loaded again by one press', async () => {
    await admin.route('**/v1/campaigns?*', (route) => route.fulfill({ json: { items: [null], nextCursor: null } }));
    await admin.goto('/admin/campaigns');
    await check(admin, 'crash', 'This page has a problem');
    await admin.getByText(/^Nothing you did is lost, and what you typed comes back/).waitFor();
    await admin.unroute('**/v1/campaigns?*');
    await admin.getByRole('button', { name: 'Load again' }).click();
    await admin.getByRole('link', { name: 'Browser pages' }).waitFor();
  });

  it('for creators: the dashboard, what is said before a platform is asked, and the question before a revocation', async () => {
    await creator.goto('/dashboard');
    await check(creator, 'dashboard', /Last collected/);
    await creator.getByRole('button', { name: 'Add Account: Instagram' }).click();
    await check(creator, 'primer', 'Before you connect Instagram');
    await creator.keyboard.press('Escape');
    await creator.getByRole('button', { name: 'Revoke Authorization' }).click();
    await check(creator, 'revocation', /deleted within 24 hours/);
    await creator.keyboard.press('Escape');
  });

  it('for members: the report of a campaign, from which posts are left out and put back', async () => {
    await admin.goto(campaign);
    await admin.getByRole('tab', { name: 'Report' }).click();
    const posts = admin.getByRole('region', { name: 'Posts of the campaign' });
    const leaveOut = posts.getByRole('button', { name: /^Leave out of the report: / });
    await leaveOut.first().waitFor();
    await check(admin, 'report', /^All figures are of /);
    const counted = async () => Number(await admin.getByRole('definition').first().innerText());
    const before = await counted();
    await leaveOut.first().click();
    await eventually('one post less', async () => (await counted()) === before - 1);
    await posts.getByText('Not in the report').click();
    await posts.getByText('chosen by hand').waitFor();
    await posts.getByRole('button', { name: /^Add to the report: / }).click();
    await posts.getByText('Every collected post is in the report.').waitFor();
    await eventually('all posts again', async () => (await counted()) === before);
  });

  it('turns red for members alone where somebody must act', async () => {
    await admin.goto(campaign);
    await check(admin, 'campaign', 'Browser pages');
    expect(await admin.getByRole('alert').count()).toBe(0);
    await story.sandbox.does('tiktok-korea-eligible', 'remove-app');
    await admin.getByRole('button', { name: 'Show the accounts' }).click();
    await check(admin, 'attention', /Attention: 1 account needs its owner/);
  });

  it('an authorization link: opened as often as one likes, by keyboard alone, and Back leads to the same step', async () => {
    await guest.goto(link);
    await guest.goto(link);
    await check(guest, 'link', 'Acme Talent asks you to connect');
    const inbox = await watchInbox(story, invited.email);
    await tabTo(guest, 'link', 'Skip to the content');
    await guest.keyboard.press('Enter');
    await tabTo(guest, 'button', 'Begin');
    await guest.keyboard.press('Enter');
    await check(guest, 'code', 'Is it you?');
    await tabTo(guest, 'textbox', 'Code from the mail');
    await guest.keyboard.type(await inbox.link(/code/i, /\b\d{6}\b/));
    await guest.keyboard.press('Enter');
    await check(guest, 'accounts', 'Connect your accounts');
    // Three things that stop most people there; none of them has to be answered.
    await guest.getByRole('heading', { name: 'Before you go to Facebook' }).waitFor();
    const ways = guest.getByRole('main').getByRole('link', { name: /^How do I check\?/ });
    const topics = await ways.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(topics).toEqual(['/help/instagram-account-type', '/help/link-page', '/help/other-account']);
    await tabTo(guest, 'button', 'Continue to Facebook');
    await guest.keyboard.press('Enter');
    await guest.waitForURL(/facebook\.localhost/);
    await guest.goBack();
    await guest.getByRole('heading', { name: 'Connect your accounts' }).waitFor();
    await guest.getByRole('button', { name: 'Continue to Facebook' }).click();
    await consentAtFacebook(guest, 'Creator Many-Pages');
    await check(guest, 'choice', 'Which account do you want to connect?');
    // The way on is in sight before the thirty are scrolled through, and hides none that has the focus.
    const confirm = guest.getByRole('button', { name: 'Connect this account' });
    const bottomOf = async (one: Locator) => (await one.boundingBox())!.y + (await one.boundingBox())!.height;
    expect(await bottomOf(confirm)).toBeLessThanOrEqual(guest.viewportSize()!.height);
    await guest.getByRole('checkbox').nth(12).focus();
    expect(await bottomOf(guest.getByRole('checkbox').nth(12))).toBeLessThanOrEqual((await confirm.boundingBox())!.y);
    await guest.getByRole('checkbox').nth(4).check();
    await confirm.click();
    await check(guest, 'connected', 'Your account is connected');
    await guest.getByRole('link', { name: 'Go on' }).click();
    await check(guest, 'done', 'All done');
    expect(await guest.getByRole('heading', { name: 'Before you go to Facebook' }).count()).toBe(0);
  });

  it('a used link: one page for all that do not work, which mails a new one if a request is open', async () => {
    const other = await windows.ofSomebody();
    await other.goto(link);
    await other.getByRole('heading', { name: 'This link can not be used' }).waitFor();
    await other.getByLabel('Your e-mail address').fill(invited.email);
    await other.getByRole('button', { name: 'Send me a new link' }).click();
    await other.getByText(/If a request is open for this address/).waitFor();
  });

  it('a wrong password: whoever is signing in is not sent to sign in', async () => {
    await guest.goto('/sign-in?for=admin');
    await guest.getByRole('textbox', { name: 'E-mail address' }).fill('nobody@example.com');
    await guest.getByRole('textbox', { name: 'Password' }).fill('not the one at all');
    await guest.getByRole('button', { name: 'Sign in' }).click();
    const links = guest.getByRole('alert').getByRole('link');
    await links.first().waitFor();
    expect(await links.count()).toBe(1);
    expect(await links.innerText()).toMatch(/^More about this/);
  });

  it.each([
    ['influencers', '0190a0a0-0000-7000-8000-000000000000', '← All influencers'],
    ['campaigns', 'nonsense', '← All campaigns'],
    ['reports', '0190a0a0-0000-7000-8000-000000000000', '← All reports'],
  ])('what is not there, of %s: says so calmly, and leads back to the list', async (list, id, back) => {
    await admin.goto(`/admin/${list}/${id}`);
    await check(admin, list, 'This is not in your organisation');
    expect(await admin.getByRole('alert').count()).toBe(0);
    await admin.getByRole('link', { name: back }).click();
    await admin.waitForURL((url) => url.pathname === `/admin/${list}`);
  });

  it('somebody who is in the roster already: leads to them', async () => {
    await admin.goto('/admin/influencers');
    await admin.getByRole('button', { name: 'Add influencer' }).click();
    await admin.getByRole('textbox', { name: 'Name' }).fill('Browser invited');
    await admin.getByRole('textbox', { name: 'E-mail address' }).fill(invited.email);
    await admin.getByRole('button', { name: 'Add', exact: true }).click();
    await admin.getByRole('link', { name: 'Open that influencer' }).click();
    // What was typed of them here is asked about.
    await admin.getByRole('button', { name: 'Leave without saving' }).click();
    await admin.waitForURL(`**/admin/influencers/${invited.id}`);
  });

  it('a lost connection: says so, keeps what was typed, and catches up', async () => {
    await admin.goto('/admin/influencers');
    await admin.getByRole('button', { name: 'Add influencer' }).click();
    await admin.getByRole('textbox', { name: 'Name' }).fill('Browser offline');
    await admin.getByRole('textbox', { name: 'E-mail address' }).fill('browser-offline@creators.example');
    await admin.context().setOffline(true);
    await admin.getByRole('button', { name: 'Add', exact: true }).click();
    await admin.getByRole('alert').getByText('Check your connection and try again.').waitFor();
    await admin.context().setOffline(false);
    expect(await admin.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Browser offline');
    await admin.getByRole('button', { name: 'Add', exact: true }).click();
    await admin.getByRole('link', { name: 'Browser offline' }).waitFor();
  });

  it('an ended session: says so where somebody was, keeps what was typed, and goes on after a new sign-in', async () => {
    await admin.goto(`/admin/influencers/${influencer.id}?tab=notes`);
    await admin.getByRole('textbox', { name: 'New note' }).fill('Browser note');
    await admin.context().clearCookies();
    await admin.getByRole('button', { name: 'Add note' }).click();
    const signIn = admin.context().waitForEvent('page');
    await admin.getByRole('alert').getByRole('link', { name: 'Sign in' }).click();
    const other = await signIn;
    await other.getByRole('textbox', { name: 'E-mail address' }).fill(story.login().email);
    await other.getByRole('textbox', { name: 'Password' }).fill(story.login().password);
    await other.getByRole('button', { name: 'Sign in' }).click();
    await other.getByRole('heading', { name: 'Influencers', level: 1 }).waitFor();
    await other.close();
    expect(await admin.getByRole('textbox', { name: 'New note' }).inputValue()).toBe('Browser note');
    await admin.getByRole('button', { name: 'Add note' }).click();
    await admin.getByRole('button', { name: /^Delete the note/ }).waitFor();
  });

  /** A page that is added to the router has to be looked at above, or this fails. */
  it('is all that was looked at in both themes and at 320 pixels: no page of the router is left out, and no tab', () => {
    expect(pages.length).toBeGreaterThan(40);
    expect(pages.filter((page) => !looked.has(page))).toEqual([]);
  });

  it('the back button: filters of the roster stand in the address', async () => {
    await admin.goto('/admin/influencers');
    await admin.getByLabel('Platform').selectOption('TikTok');
    await admin.getByRole('searchbox', { name: 'Search' }).fill('korea eligible');
    await admin.waitForURL(/search=korea/);
    await admin.getByRole('list', { name: 'Influencers' }).getByRole('link').first().click();
    await admin.getByRole('heading', { name: 'tiktok korea eligible', level: 1 }).waitFor();
    await admin.goBack();
    await admin.getByRole('heading', { name: 'Influencers', level: 1 }).waitFor();
    expect(Object.fromEntries(new URL(admin.url()).searchParams)).toEqual({
      platform: 'tiktok',
      search: 'korea eligible',
    });
    expect(await admin.getByRole('searchbox', { name: 'Search' }).inputValue()).toBe('korea eligible');
  });
});
