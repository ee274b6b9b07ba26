import { axeViolations, fitsWidth, type Locator, type Page } from '@creator-connect/browser';
import { Story, Windows, type GatewayDoor } from '../src';
import { eventually } from '../src/doors/wait';
import { furtherOrganisation } from '../src/journeys/further-organisation';
import { accountInState, accountsOf, addInfluencer, type Influencer, type SocialAccount } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { addTikTokAccount, creatorOnPhone, logInAsGenerated, memberOnRoster } from '../src/windows/steps';

const unavailable = {
  status: 503,
  code: 'request.unavailable',
  title: 'A part of the system does not answer.',
  nextStep: 'Try again in a moment.',
};

/** What pages say when it is nobody's turn to act, and what stays while the system is away. */
describe('faults of the system and of the platforms, in a real browser', () => {
  let story: Story;
  let windows: Windows;
  let door: GatewayDoor;
  let influencer: Influencer;
  let account: SocialAccount;
  let phone: Page;
  let admin: Page;

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    door = await story.admin();
    influencer = await addInfluencer(story, door, 'browser-faults');
    phone = await creatorOnPhone(story, windows, influencer.email);
    admin = await memberOnRoster(windows, story.login());
    await connectTikTok('world-tiktok-943');
    account = await accountInState(door, influencer, 'tiktok', { authState: 'AUTHENTICATED' });
    await card(phone)
      .getByText(/^Last collected/)
      .waitFor();
  });

  afterAll(async () => {
    await story.sandbox.clearFaults();
    await windows.close();
    await story.end();
  });

  const tell = (title: string, what: () => Promise<void>) => it(title, () => windows.tell(what));
  async function connectTikTok(persona: `world-tiktok-${number}`) {
    await logInAsGenerated(story, phone, 'tiktok', persona);
    await addTikTokAccount(phone);
  }
  const card = (page: Page) => page.getByRole('article', { name: /\.943, TikTok$/ });
  const collect = async (id: string, failing: boolean) => {
    const feed = `/v1/social-accounts/${id}/collections`;
    await door.post(feed);
    await eventually(
      failing ? 'the failure' : 'the recovery',
      async () => ((await door.get<{ lastError: string | null }>(feed)).lastError !== null) === failing,
    );
  };
  /** Red is for what a person must do. */
  const nothingRed = async (page: Page) => {
    const coloured = '.mantine-Alert-root, .mantine-Badge-root, .mantine-Indicator-root, .mantine-Indicator-indicator';
    const colours = await page.evaluate<string[]>(
      `[...document.querySelectorAll('${coloured}')].map((one) => one.getAttribute('style') ?? '')`,
    );
    expect(colours.filter((style) => style.includes('--mantine-color-red'))).toEqual([]);
  };
  const profile = () => `/admin/influencers/${influencer.id}`;

  tell(
    'a platform that is throttled or away: both sides read when the next try is, and nobody has to act',
    async () => {
      for (const kind of ['status', 'throttle']) {
        await story.sandbox.fault({ platform: 'tiktok', kind, persona: 'world-tiktok-943', times: null });
        await collect(account.id, true);
        await phone.goto('/dashboard');
        await card(phone)
          .getByText(/^The last collection did not work\. The next try is on .*; you have nothing to do\.$/)
          .waitFor();
        await card(phone).getByText('Delayed', { exact: true }).waitFor();
        await admin.goto(profile());
        await card(admin).getByText('Delayed', { exact: true }).waitFor();
        await card(admin)
          .getByText(/the next try is on .* Nobody has to do anything\./)
          .waitFor();
        for (const page of [phone, admin]) {
          await nothingRed(page);
          expect(await pageFaults(page, 'colours')).toEqual(noFaults);
        }
        await story.sandbox.clearFaults();
        await collect(account.id, false);
      }
    },
  );

  tell('a late collection is a state of its own, Delayed, before what is well, until it has worked again', async () => {
    await connectTikTok('world-tiktok-983');
    const cards = (page: Page) => page.getByRole('main').getByRole('article');
    const said = (page: Page, state: string) => cards(page).filter({ has: page.getByText(state, { exact: true }) });
    await said(phone, 'Authenticated').nth(1).waitFor();
    await cards(phone)
      .getByText(/^Last collected/)
      .nth(1)
      .waitFor();
    // The one that comes last by itself.
    const name = (await cards(phone).last().getAttribute('aria-label'))!;
    const handle = /^@(.+), TikTok$/.exec(name)![1]!;
    const late = (await accountsOf(door, influencer)).find((one) => one.handle === handle)!;
    const persona = `world-tiktok-${handle.split('.').at(-1)}`;
    await story.sandbox.fault({ platform: 'tiktok', kind: 'status', persona, times: null });
    await collect(late.id, true);

    await phone.goto('/dashboard');
    await admin.goto(profile());
    const told = (page: Page) =>
      Promise.all(
        [0, 1].map(async (place) => [
          (await cards(page).nth(place).getAttribute('aria-label')) === name,
          await cards(page).nth(place).locator('.mantine-Badge-root').first().innerText(),
        ]),
      );
    for (const page of [phone, admin]) {
      await said(page, 'Delayed').waitFor();
      expect(await told(page)).toEqual([
        [true, 'Delayed'],
        [false, 'Authenticated'],
      ]);
    }
    const main = (where: Locator) => where.locator('[data-variant="filled"]:is(button, a)').allInnerTexts();
    for (const one of await cards(phone).all()) expect(await main(one)).toEqual(['What is collected']);
    const language = phone.getByRole('contentinfo').getByRole('combobox');
    await language.selectOption('Deutsch');
    await said(phone, 'Verzögert')
      .getByText(/du musst nichts tun\.$/)
      .waitFor();
    expect(await pageFaults(phone, 'colours')).toEqual(noFaults);
    await language.selectOption('English');
    await said(phone, 'Delayed').waitFor();

    await story.sandbox.clearFaults();
    await collect(late.id, false);
    // The page looks again as soon as it is back; who does not see the cards is told.
    await phone.context().setOffline(true);
    await phone.getByText('You are offline').waitFor();
    await phone.context().setOffline(false);
    await phone.getByRole('status').getByText(`@${handle}: Authenticated`, { exact: true }).waitFor();
    await said(phone, 'Authenticated').nth(1).waitFor();
    await admin.reload();
    await said(admin, 'Authenticated').nth(1).waitFor();
  });

  tell('a service that does not answer: the page says so in amber, when it tries again, and does', async () => {
    for (const [page, address, api, back] of [
      [phone, '/dashboard', /\/v1\/social-accounts\?/, card(phone)],
      [admin, profile(), /\/v1\/influencers\/[^/]+\/social-accounts/, card(admin)],
    ] as const) {
      const refuse = { status: 503, headers: { 'retry-after': '6' }, json: unavailable };
      await page.route(api, (route) => route.fulfill({ ...refuse, contentType: 'application/problem+json' }));
      await page.goto(address);
      const notice = page.getByRole('alert');
      await notice.getByText(/^This page tries again by itself at \d{2}:\d{2}:\d{2}\.$/).waitFor();
      await notice.getByRole('button', { name: 'Try again' }).waitFor();
      await nothingRed(page);
      expect(await pageFaults(page, 'colours')).toEqual(noFaults);
      // The same notice outlasts the next try, which changes but its time.
      const time = () => notice.getByText(/^This page tries again by itself at /).innerText();
      const before = await time();
      await page.evaluate(`void (globalThis.left = 0, ((notice) =>
        new MutationObserver(() => { if (!notice.isConnected) globalThis.left += 1; })
          .observe(document.body, { subtree: true, childList: true }))(document.querySelector('[role="alert"]')))`);
      await eventually('a further try', async () => (await time()) !== before);
      expect(await page.evaluate('globalThis.left')).toBe(0);
      await page.unroute(api);
      // Nobody presses anything.
      await back.waitFor();
    }
  });

  tell(
    'the whole server away: what was typed stays, on pages and in dialogs, and goes through when it is back',
    async () => {
      await admin.goto(`${profile()}?tab=notes`);
      await admin.getByRole('textbox', { name: 'New note' }).fill('Typed before the fault');
      const everything = () => true;
      await admin.context().route(everything, (route) => route.abort('connectionrefused'));
      await admin.getByRole('button', { name: 'Add note' }).click();
      await admin.getByText('The server can not be reached', { exact: true }).waitFor();
      await admin.getByText(/^What you typed stays\./).waitFor();
      await nothingRed(admin);
      expect(await admin.getByRole('textbox', { name: 'New note' }).inputValue()).toBe('Typed before the fault');
      await admin.context().unroute(everything);
      await admin.getByText('The server can not be reached', { exact: true }).waitFor({ state: 'detached' });
      expect(await admin.getByRole('textbox', { name: 'New note' }).inputValue()).toBe('Typed before the fault');
      await admin.getByRole('button', { name: 'Add note' }).click();
      await admin.getByRole('button', { name: 'Delete the note "Typed before the fault"' }).waitFor();
      expect(await admin.getByRole('alert').count()).toBe(0);

      // In a dialog, and of what can not be typed by halves.
      const { email } = await addInfluencer(story, door, 'browser-faults-dialog');
      const leaving = await creatorOnPhone(story, windows, email);
      await leaving.goto('/dashboard/data');
      await leaving.getByRole('button', { name: 'See what would be erased' }).click();
      const question = leaving.getByRole('dialog');
      const typed = question.getByRole('textbox');
      await typed.fill('Acme Talent');
      await leaving.context().route(everything, (route) => route.abort('connectionrefused'));
      await question.getByRole('button', { name: 'Erase for good' }).click();
      await question.getByRole('alert').getByText('The server can not be reached.').waitFor();
      await leaving.getByText('The server can not be reached', { exact: true }).waitFor();
      expect(await typed.inputValue()).toBe('Acme Talent');
      await leaving.context().unroute(everything);
      await leaving.getByText('The server can not be reached', { exact: true }).waitFor({ state: 'detached' });
      expect(await typed.inputValue()).toBe('Acme Talent');
      await question.getByRole('button', { name: 'Erase for good' }).click();
      await leaving.getByRole('heading', { name: 'You are erased' }).waitFor();
    },
  );

  tell('offline on the dashboard: the cards stay, in amber, and a press works as soon as there is a way', async () => {
    await phone.goto('/dashboard');
    await card(phone).waitFor();
    await phone.context().setOffline(true);
    await phone.getByText('You are offline').waitFor();
    const pause = card(phone).getByRole('button', { name: /^Pause/ });
    await pause.click();
    await card(phone).getByRole('alert').getByText('The server can not be reached.').waitFor();
    await nothingRed(phone);
    await phone.context().setOffline(false);
    await phone.getByText('You are offline').waitFor({ state: 'detached' });
    await pause.click();
    await card(phone).getByText('Paused', { exact: true }).waitFor();
    expect(await pageFaults(phone)).toEqual(noFaults);
    expect(await card(phone).getByRole('alert').count()).toBe(0);
  });

  describe('a page whose program does not come', () => {
    const notLoaded = 'This page has not loaded yet';

    tell('is not white: it says so in plain words, and leads on', async () => {
      const guest = await windows.ofSomebody();
      await guest.route('**/assets/*.js', (route) => route.abort('connectionreset'));
      // What stands behind the # is the secret of a link, which a further load must not lose.
      await guest.goto('/sign-in#token');
      await guest.getByText(notLoaded).waitFor();
      expect(await pageFaultsWithoutScript(guest)).toEqual({ light: [], dark: [], fits: true });
      await guest.unroute('**/assets/*.js');
      await guest.getByRole('button', { name: 'Load the page again' }).click();
      await guest.getByRole('heading', { name: 'Welcome back' }).waitFor();
      expect(await guest.getByText(notLoaded).count()).toBe(0);
    });

    tell('says at once that it needs JavaScript, where that is off', async () => {
      const guest = await windows.ofSomebody({ javaScript: false });
      await guest.goto('/');
      const said = guest.locator('noscript');
      await said.waitFor();
      expect(await said.innerText()).toMatch(/Creator Connect needs JavaScript\.[^]*braucht JavaScript\./);
    });
  });

  tell('a page that has to wait says so in plain words, and its button asks for the same address again', async () => {
    // Of an organisation of its own: what is asked too often there is counted for nobody else.
    const { login } = await furtherOrganisation(story, door, `Hasty Agency ${Date.now()}`);
    const hasty = await memberOnRoster(windows, login);
    const cookie = (await hasty.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const ask = () => fetch(new URL('/docs/style.css', windows.gateway), { headers: { cookie } });
    const told = hasty.getByRole('heading', { name: 'One moment, please' });
    let tries = 0;
    await eventually('the page', async () => {
      await Promise.all(Array.from({ length: 200 }, ask));
      // An address that differs in what stands behind its `#` alone is not asked for again.
      await hasty.goto(`/docs/errors?try=${(tries += 1)}#request.throttled`);
      return (await told.count()) === 1;
    });
    await hasty.getByText(/^Try again in (\d+ seconds?|a few seconds)\.$/).waitFor();
    expect(await pageFaultsWithoutScript(hasty)).toEqual({ light: [], dark: [], fits: true });
    await hasty.context().clearCookies();
    await hasty.getByRole('link', { name: 'Try again' }).click();
    await hasty.getByRole('heading', { name: 'Errors', level: 1 }).waitFor();
    expect(hasty.url()).toBe(new URL(`/docs/errors?try=${tries}#request.throttled`, windows.gateway).href);
  });

  /** The app that names its theme is not there. */
  async function pageFaultsWithoutScript(page: Page) {
    const light = await axeViolations(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await axeViolations(page, 'colours');
    await page.setViewportSize({ width: 320, height: 640 });
    return { light, dark, fits: await fitsWidth(page) };
  }
});
