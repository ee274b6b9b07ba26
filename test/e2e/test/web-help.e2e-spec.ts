import { axeViolations, fitsWidth, type Locator, type Page } from '@creator-connect/browser';
import { Story, Windows } from '../src';
import { addInfluencer, copyLink, type Influencer } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { isFaulty, noFaults, pageFaults } from '../src/windows/page-faults';
import { memberOnRoster, signInAsCreator } from '../src/windows/steps';

describe('help, and what a page says when it can not do what it should', () => {
  let story: Story;
  let windows: Windows;
  let guest: Page;
  let creator: Page;
  let admin: Page;
  let influencer: Influencer;

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    [guest, creator] = await Promise.all([windows.ofSomebody(), windows.ofSomebody()]);
    influencer = await addInfluencer(story, await story.admin(), 'browser-help');
    await signInAsCreator(story, creator, influencer.email);
    admin = await memberOnRoster(windows, story.login());
  });

  afterAll(async () => {
    await windows.close();
    await story.end();
  });

  const looks = (page: Page) => pageFaults(page, 'colours');

  it('is found from every page, by words and by the code of an error', async () => {
    await guest.goto('/');
    const opened = guest.context().waitForEvent('page');
    await guest.getByRole('banner').getByRole('link', { name: 'Help' }).click();
    const help = await opened;
    await help.getByRole('heading', { name: 'Help', level: 1 }).waitFor();
    expect(await looks(help)).toEqual(noFaults);
    await help.getByRole('searchbox').fill('oauth.instagram_no_page');
    await help.getByRole('status').getByText('1 page').waitFor();
    await help.getByRole('link', { name: 'Creating a Facebook Page' }).click();
    await help.getByRole('heading', { name: 'Creating a Facebook Page', level: 1 }).waitFor();
    await help.goBack();
    expect(await help.getByRole('searchbox').inputValue()).toBe('oauth.instagram_no_page');
    await help.close();
  });

  it('guides one step per screen, and Back is one step back', async () => {
    await guest.goto('/help/instagram-account-type');
    await guest.getByRole('heading', { name: 'Step 1 of 4' }).waitFor();
    expect(await looks(guest)).toEqual(noFaults);
    await guest.getByRole('link', { name: 'Next' }).click();
    await guest.getByRole('heading', { name: 'Step 2 of 4' }).waitFor();
    await guest.goBack();
    await guest.getByRole('heading', { name: 'Step 1 of 4' }).waitFor();
    await guest.getByRole('link', { name: 'Show all steps' }).click();
    await guest.getByText(/Choose it, then Creator or Business/).waitFor();
  });

  it('has a page for every topic, and every link on them leads somewhere', async () => {
    await guest.goto('/help');
    await guest.getByRole('link', { name: 'Creating a Facebook Page' }).waitFor();
    const topics = await linksOf(guest, /^\/help\/./);
    expect(topics.length).toBeGreaterThan(25);
    const gateway = story.status.addresses['gateway']!;
    const errors = await (await fetch(new URL('/docs/errors', gateway))).text();
    const dead: string[] = [];
    for (const topic of topics) {
      await guest.goto(topic);
      await guest.getByRole('link', { name: 'All help pages' }).waitFor();
      if (isFaulty(await looks(guest))) dead.push(`${topic}: ${JSON.stringify(await looks(guest))}`);
      for (const link of await linksOf(guest, /^\//)) {
        const [path, code] = link.split('#') as [string, string | undefined];
        if (path === '/docs/errors' ? !errors.includes(`id="${code}"`) : !isKnown(path, topics))
          dead.push(`${topic}: ${link}`);
      }
    }
    expect(dead).toEqual([]);
    await guest.goto('/help/no-such-topic');
    await guest.getByRole('heading', { name: 'There is no such page' }).waitFor();
  });

  it('has the errors and the interface of the API on pages that everybody can read', async () => {
    const reader = await windows.ofSomebody({ width: 320 });
    for (const path of ['/docs', '/docs/errors']) {
      await reader.goto(path);
      expect(await fitsWidth(reader)).toBe(true);
      for (const colorScheme of ['light', 'dark'] as const) {
        await reader.emulateMedia({ colorScheme });
        expect(await axeViolations(reader, colorScheme === 'light' ? 'all' : 'colours')).toEqual([]);
      }
    }
  });

  const helpsWith = async (place: Locator | Page, topic: string) => {
    const links = place.getByRole('link', { name: /^More about this/ });
    await links.first().waitFor();
    const topics = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(topics).toContain(`/help/${topic}`);
  };

  it('is one press away from each step of creators and applicants: of what that step is about', () =>
    windows.tell(async () => {
      const door = await story.admin();
      await guest.goto('/sign-in');
      await helpsWith(guest.getByRole('main'), 'sign-in');
      await guest.goto(await copyLink(door, influencer, 'tiktok'));
      await guest.getByRole('button', { name: 'Begin' }).waitFor();
      await helpsWith(guest.getByRole('main'), 'authorization-link');
      const group = { name: `Help ${Date.now()}` };
      const { applicationLink } = await door.post<{ applicationLink: { url: string } }>('/v1/influencer-groups', group);
      await guest.goto(applicationLink.url);
      await helpsWith(guest.getByRole('main'), 'application');
      await guest.getByRole('button', { name: 'Start my application' }).click();
      // Whoever goes on before the answer is here has begun none.
      await guest.getByRole('heading', { name: 'Connect your accounts' }).waitFor();
      for (const step of ['', '?step=details']) {
        await guest.goto(`/apply${step}`);
        await helpsWith(guest.getByRole('main'), 'application');
      }
      expect(await looks(guest)).toEqual(noFaults);
      await creator.goto('/dashboard');
      await creator.getByRole('button', { name: 'Add Account: TikTok' }).click();
      await helpsWith(creator.getByRole('dialog'), 'what-is-read');
      await creator.keyboard.press('Escape');
      await creator.goto('/dashboard/data');
      await helpsWith(creator.getByRole('main'), 'your-data');
    }));

  it.each([
    ['/admin/applications', 'applications-inbox'],
    ['/admin/discover', 'discover'],
    ['/admin/operations', 'operations'],
    ['/admin/settings?tab=company', 'outbound-email'],
    ['/admin/settings?tab=members', 'members'],
    ['/admin/settings?tab=vendor', 'vendor-data'],
    ['/admin/settings?tab=keys', 'api'],
    ['/admin/settings?tab=security', 'second-factor'],
  ])('is one press away from the work of members: %s', async (path, topic) => {
    await admin.goto(path);
    await helpsWith(admin.getByRole('main'), topic);
  });

  it('is one press away from adding somebody, asking for an account and inviting to the marketplace', async () => {
    await admin.goto('/admin/influencers');
    await admin.getByRole('button', { name: 'Add influencer' }).click();
    await helpsWith(admin.getByRole('main'), 'add-influencers');
    await admin.goto(`/admin/influencers/${influencer.id}`);
    await helpsWith(admin.getByRole('region', { name: 'Ask for an account' }), 'ask-creators');
    const invite = admin.getByRole('region', { name: 'Invite a TikTok handle to the Creator Marketplace' });
    await helpsWith(invite, 'marketplace');
  });

  it('is one press away from a refusal, and the page of the refusal stays', async () => {
    await guest.goto('/sign-in?for=admin');
    await guest.getByRole('textbox', { name: 'E-mail address' }).fill('nobody@example.com');
    await guest.getByRole('textbox', { name: 'Password' }).fill('not the one at all');
    await guest.getByRole('button', { name: 'Sign in' }).click();
    const opened = guest.context().waitForEvent('page');
    await guest.getByRole('alert').getByRole('link', { name: 'More about this' }).click();
    const help = await opened;
    await help.getByRole('heading', { name: 'Signing in', level: 1 }).waitFor();
    await help.close();
    expect(await guest.getByRole('textbox', { name: 'E-mail address' }).inputValue()).toBe('nobody@example.com');
  });

  it('no permission: says whom a page is for, who is signed in, and the way to their own', async () => {
    await windows.tell(async () => {
      await creator.goto('/admin/influencers');
      await creator.getByRole('heading', { name: 'This page is for members of an organisation' }).waitFor();
    });
    await creator.getByText(influencer.email).waitFor();
    expect(await looks(creator)).toEqual(noFaults);
    await creator.getByRole('link', { name: 'To your own page' }).click();
    await creator.getByRole('heading', { name: 'Your accounts' }).waitFor();
    await admin.goto('/dashboard');
    await admin.getByRole('heading', { name: 'This page is for creators' }).waitFor();
    await admin.getByRole('link', { name: 'To your own page' }).click();
    await admin.getByRole('heading', { name: 'Influencers', level: 1 }).waitFor();
  });

  it('offline: says so on top of the page, and the page catches up by itself', async () => {
    await admin.goto('/admin/influencers');
    await admin.getByText(influencer.email).first().waitFor();
    await admin.context().setOffline(true);
    await admin.getByText('You are offline').waitFor();
    expect(await looks(admin)).toEqual(noFaults);
    const added = await addInfluencer(story, await story.admin(), 'browser-meanwhile');
    await admin.context().setOffline(false);
    await admin.getByText('You are offline').waitFor({ state: 'detached' });
    await admin.getByText(added.email).first().waitFor();
  });

  it('server down: says so, leads to no dead end, and goes on when it is back', async () => {
    await windows.tell(async () => {
      await admin.goto('/admin/influencers');
      await admin.getByText(influencer.email).first().waitFor();
      const everything = () => true;
      await admin.context().route(everything, (route) => route.abort('connectionrefused'));
      await admin.getByRole('link', { name: 'Campaigns' }).click();
      await admin.getByText('The server can not be reached').first().waitFor();
      await admin.getByRole('navigation').waitFor();
      await admin.getByRole('button', { name: 'Try again' }).waitFor();
      await admin.context().unroute(everything);
      // By that button, or before anybody gets to press it.
      await Promise.race([
        admin.getByRole('button', { name: 'Try again' }).click(),
        admin.getByRole('heading', { name: 'Campaigns', level: 1 }).waitFor(),
      ]);
      await admin.getByRole('heading', { name: 'Campaigns', level: 1 }).waitFor();
      await admin.getByText('The server can not be reached').waitFor({ state: 'detached' });
    });
  });
});

/** Addresses of the app's own links on a page, without doubles. */
async function linksOf(page: Page, wanted: RegExp): Promise<string[]> {
  const links = await page.evaluate<(string | null)[]>(
    `[...document.querySelectorAll('main a')].map((link) => link.getAttribute('href'))`,
  );
  return [...new Set(links.filter((link): link is string => link !== null && wanted.test(link)))];
}

const isKnown = (path: string, topics: readonly string[]) =>
  path === '/help' || topics.includes(path.replace(/\?.*$/, ''));
