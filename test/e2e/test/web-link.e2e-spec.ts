import { tabTo, type Page } from '@creator-connect/browser';
import { Story, Windows } from '../src';
import type { GatewayDoor } from '../src/doors/gateway';
import { eventually } from '../src/doors/wait';
import { accountsOf, addInfluencer, copyLink, mailLink, type Influencer } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { diagnosisOn, toldAs } from '../src/windows/diagnosis';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { readPrimer } from '../src/windows/primer';
import {
  beginWithLink,
  consentAtFacebook,
  consentAtGoogle,
  logInAsGenerated,
  memberOnRoster,
  signInAsCreator,
  watchInbox,
} from '../src/windows/steps';

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

/** The organisation knows a handle, and its person may be logged in to another profile. */
describe('an authorization link for an account that is known by its handle', () => {
  let story: Story;
  let windows: Windows;
  let door: GatewayDoor;
  let creator: Influencer;

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    door = await story.admin();
    creator = await addInfluencer(story, door, 'browser-wrong-account');
  });

  afterAll(async () => {
    await windows.close();
    await story.end();
  });

  const atThePlatform = {
    instagram: (phone: Page) => consentAtFacebook(phone),
    tiktok: (phone: Page) => phone.getByRole('button', { name: 'Authorize', exact: true }).click(),
    youtube: (phone: Page) => consentAtGoogle(phone, 'YouTube hidden counts'),
  };

  it.each([
    ['instagram', 'Facebook'],
    ['tiktok', 'TikTok'],
    ['youtube', 'Google'],
  ] as const)('refuses another one of %s, names both, and leaves the request open', (platform, at) =>
    windows.tell(async () => {
      const handle = `asked.for.this.${platform}`;
      const request = await door.post<{ id: string }>('/v1/authorization-requests', {
        influencerId: creator.id,
        platforms: [{ platform, handle }],
      });
      const { url } = await door.post<{ url: string }>('/v1/authorization-links', {
        authorizationRequestId: request.id,
        delivery: 'copy',
      });
      const phone = await windows.ofSomebody({ width: 390 });
      if (platform === 'instagram') await logInAsGenerated(story, phone, 'facebook', 'world-instagram-947');
      if (platform === 'tiktok') await logInAsGenerated(story, phone, 'tiktok', 'world-tiktok-947');
      await beginWithLink(story, phone, creator.email, url);
      await phone.getByRole('listitem').getByText(`@${handle}`, { exact: true }).waitFor();
      await phone.getByRole('button', { name: `Continue to ${at}` }).click();
      await atThePlatform[platform](phone);
      expect(await diagnosisOn(phone, 'Another account came back')).toEqual(
        toldAs({ drawing: 'expected_not_offered', action: 'Try again', help: 'other-account' }),
      );
      const named = (title: string) => phone.getByRole('region', { name: title }).getByText(/^@/).innerText();
      expect(await named('Expected:')).toBe(`@${handle}`);
      expect(await named('Came back:')).not.toBe(`@${handle}`);
      // Whoever proved to be the invited person may have it as well, and says so by a press.
      await phone.getByRole('button', { name: 'Add as new account' }).waitFor();
      expect(await pageFaults(phone)).toEqual(noFaults);
      expect(await accountsOf(door, creator)).toEqual([]);
      await phone.getByRole('link', { name: 'Back', exact: true }).click();
      await phone.getByRole('status').getByText('0 of 1 connected').waitFor();
      await phone.getByRole('button', { name: `Continue to ${at}` }).waitFor();
      await door.post(`/v1/authorization-requests/${request.id}/withdrawal`);
    }),
  );
});

/** Programs that look at mails before their reader does, and open whatever address stands in them (security AL-02). */
describe('a mailed link that scanners opened before its person came', () => {
  let story: Story;
  let windows: Windows;
  let door: GatewayDoor;
  let creator: Influencer;
  let link: string;

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    door = await story.admin();
    creator = await addInfluencer(story, door, 'browser-scanned');
    link = await mailLink(story, door, creator, 'tiktok');
  });

  afterAll(async () => {
    await windows.close();
    await story.end();
  });

  const links = async () => {
    const path = `/v1/authorization-requests?influencerId=${creator.id}`;
    const { items } = await door.get<{ items: { status: string; links: { openedAt: string | null }[] }[] }>(path);
    return items.map(({ status, links: of }) => ({
      status,
      opened: of.filter(({ openedAt }) => openedAt !== null).length,
    }));
  };
  const addressesOn = (page: Page) =>
    page.locator('a[href]').evaluateAll((all) => all.map((one) => (one as unknown as { href: string }).href));

  /** Runs the page's scripts, follows every link of it and of each page that it leads to, and presses nothing. */
  async function scan(): Promise<number> {
    const page = await windows.ofSomebody();
    const posts: string[] = [];
    page.on('request', (request) => {
      if (!['GET', 'HEAD'].includes(request.method())) posts.push(`${request.method()} ${request.url()}`);
    });
    const read = async (address: string) => {
      await page.goto(address);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      return (await addressesOn(page)).filter((one) => new URL(one).host === new URL(windows.gateway).host);
    };
    const seen = new Set([link]);
    const found = await read(link);
    await page.getByRole('button', { name: 'Begin' }).waitFor();
    for (const address of found) if (!seen.has(address)) (await read(address)).forEach((one) => seen.add(one));
    found.forEach((one) => seen.add(one));
    expect(posts).toEqual([]);
    await page.context().close();
    return seen.size;
  }

  it('is as new: nothing was begun, no code was mailed, no use was counted', () =>
    windows.tell(async () => {
      const before = await links();
      for (let round = 0; round < 30; round += 1) {
        for (const headers of [{}, { 'sec-purpose': 'prefetch' }, { purpose: 'prefetch' }, { 'x-moz': 'prefetch' }]) {
          const method = round % 3 === 0 ? 'HEAD' : 'GET';
          expect((await fetch(link, { method, headers, redirect: 'manual' })).status).toBe(303);
        }
      }
      for (let round = 0; round < 4; round += 1) expect(await scan()).toBeGreaterThan(1);
      expect(await links()).toEqual(before);
      expect(before.at(0)).toMatchObject({ opened: 0 });
      const codes = (await story.mail.all(creator.email)).filter(({ subject }) => /code/i.test(subject));
      expect(codes).toEqual([]);
    }));

  it('works for its person to the end, and tells the platform nothing of itself', () =>
    windows.tell(async () => {
      const phone = await windows.ofSomebody({ width: 390 });
      await logInAsGenerated(story, phone, 'tiktok', 'world-tiktok-903');
      await beginWithLink(story, phone, creator.email, link);
      const referrers: (string | undefined)[] = [];
      phone.on('request', (request) => {
        if (/tiktok\.localhost/.test(request.url())) referrers.push(request.headers()['referer']);
      });
      await phone.getByRole('button', { name: 'Continue to TikTok' }).click();
      await phone.getByRole('button', { name: 'Authorize', exact: true }).click();
      await phone.getByRole('heading', { name: 'Your account is connected' }).waitFor();
      const token = new URL(link).pathname.split('/').at(-1)!;
      expect(referrers.length).toBeGreaterThan(0);
      expect(referrers.filter((referrer) => referrer?.includes(token))).toEqual([]);
      expect((await links()).at(0)).toMatchObject({ opened: 1 });
    }));
});

/** Whoever asked has thought better of it, while somebody has one of the links open. */
describe('a request that is taken back', () => {
  let story: Story;
  let windows: Windows;
  let door: GatewayDoor;
  let creator: Influencer;
  let admin: Page;
  let phone: Page;
  const links: string[] = [];

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    door = await story.admin();
    creator = await addInfluencer(story, door, `browser-withdrawn-${Date.now()}`);
    links.push(await copyLink(door, creator, 'youtube'), await copyLink(door, creator, 'tiktok'));
    admin = await memberOnRoster(windows, story.login());
    phone = await windows.ofSomebody({ width: 390 });
  });

  afterAll(async () => {
    await windows?.close();
    await story?.end();
  });

  const chapter = (title: string, what: () => Promise<void>) => it(title, () => windows.chapter(what));
  const request = (platform: string) =>
    admin.getByRole('region', { name: 'Requests' }).getByRole('article').filter({ hasText: platform });
  const withdraw = /^Withdraw the request of /;
  const focusOn = (button: ReturnType<Page['getByRole']>) => button.and(admin.locator(':focus')).waitFor();
  const unusable = (page: Page) => page.getByRole('heading', { name: 'This link can not be used' });

  chapter('asks once, by keyboard, and says what ends; who thinks better of it is where they were', async () => {
    await beginWithLink(story, phone, creator.email, links[1]!);
    await phone.getByRole('heading', { name: 'Connect your accounts' }).waitFor();
    await admin.goto(`/admin/influencers/${creator.id}`);
    await request('TikTok')
      .getByText(/^Open until /)
      .waitFor();
    await tabTo(admin, 'button', withdraw);
    await admin.keyboard.press('Enter');
    const question = admin.getByRole('dialog', { name: 'Withdraw this request?' });
    await question.getByText(/^All links of it stop working at once, wherever they were sent\./).waitFor();
    expect(await pageFaults(admin)).toEqual(noFaults);
    await admin.keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    await focusOn(request('TikTok').getByRole('button', { name: withdraw }));
    await admin.keyboard.press('Enter');
    await focusOn(question.getByRole('button', { name: 'Cancel' }));
    await admin.keyboard.press('Shift+Tab');
    await admin.keyboard.press('Enter');
    await question.waitFor({ state: 'detached' });
    await request('TikTok')
      .getByText(/^Withdrawn on /)
      .waitFor();
    expect(await request('TikTok').getByRole('button').count()).toBe(0);
    // Its button is gone, and the keys go on near it.
    await eventually('a place to go on', () =>
      admin.evaluate<boolean>(`document.querySelector('main').contains(document.activeElement)`),
    );
    expect(await pageFaults(admin)).toEqual(noFaults);
  });

  chapter('its link leads nowhere any more, wherever it is open; that of another request does', async () => {
    await eventually('the end on the open page', async () => {
      await phone.reload();
      await unusable(phone)
        .or(phone.getByRole('heading', { name: 'Connect your accounts' }))
        .waitFor();
      return unusable(phone).isVisible();
    });
    const other = await windows.ofSomebody();
    await other.goto(links[1]!);
    await unusable(other).waitFor();
    const help = other.getByRole('main').getByRole('link', { name: 'More about this' });
    expect(await help.getAttribute('href')).toBe('/help/authorization-link');
    await other.goto(links[0]!);
    await other.getByRole('button', { name: 'Begin' }).waitFor();
  });
});
