import { nothingMoves, tabTo, type Page } from '@creator-connect/browser';
import { generateSync } from 'otplib';
import { Story, Windows } from '../src';
import { sendBrokenEvent } from '../src/doors/event-forge';
import { eventually } from '../src/doors/wait';
import { addInfluencer, joinedMember } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';

/** An admin who has no mouse. Nothing here is pressed but keys. */
describe('the admin app by keyboard alone', () => {
  let story: Story;
  let windows: Windows;
  let member: { email: string; password: string };
  let page: Page;
  let secret: string;
  const name = 'browser no mouse';

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    const door = await story.admin();
    await addInfluencer(story, door, name.replaceAll(' ', '-'));
    member = await joinedMember(story, door, 'admin');
    const own = story.visitor();
    await own.post('/v1/sessions', member);
    ({ secret } = await own.post<{ secret: string }>('/v1/second-factor'));
    await own.post('/v1/second-factor/confirmation', { code: generateSync({ secret }) });
    page = await windows.ofSomebody();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  });

  afterAll(async () => {
    await windows?.close();
    await story?.end();
  });

  const chapter = (title: string, what: () => Promise<void>) => it(title, () => windows.chapter(what));
  const press = (key: string) => page.keyboard.press(key);
  const focused = (role: Parameters<Page['getByRole']>[0], label: string | RegExp) =>
    page.getByRole(role, { name: label }).and(page.locator(':focus'));
  const has = (role: Parameters<Page['getByRole']>[0], label: string | RegExp) =>
    eventually(`the focus on the ${role} ${label}`, async () => (await focused(role, label).count()) === 1);
  const go = async (role: Parameters<Page['getByRole']>[0], label: string | RegExp, key = 'Enter') => {
    await tabTo(page, role, label);
    await press(key);
  };
  /** Whatever has the focus shows it, and is not hidden by anything else (WCAG 2.4.7 and 2.4.11). */
  const showsFocus = async () => {
    await nothingMoves(page);
    const there = page.locator(':focus');
    const element = (await there.elementHandle())!;
    const look = () =>
      element.evaluate((one) => {
        const { outline, boxShadow, borderColor } = getComputedStyle(one);
        return [outline, boxShadow, borderColor].join();
      });
    const isOnTop = await element.evaluate((one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      return one.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    });
    const focused = await look();
    await element.evaluate((one) => (one as HTMLElement).blur());
    await nothingMoves(page);
    const without = await look();
    await element.evaluate((one) => (one as HTMLElement).focus());
    return isOnTop && focused !== without;
  };

  chapter('signs in with a password and a code', async () => {
    await page.goto('/');
    await tabTo(page, 'link', 'Skip to the content');
    await press('Enter');
    await go('link', 'I work for an organisation');
    await page.getByRole('heading', { name: 'Sign in to your organisation' }).waitFor();
    await tabTo(page, 'textbox', 'E-mail address');
    await page.keyboard.type(member.email);
    await tabTo(page, 'textbox', 'Password');
    await page.keyboard.type('a wrong one');
    await press('Enter');
    await page.getByRole('alert').waitFor();
    await tabTo(page, 'textbox', 'Password');
    await press('Control+A');
    await page.keyboard.type(member.password);
    await press('Enter');
    await page.getByRole('heading', { name: 'One more step' }).waitFor();
    await tabTo(page, 'textbox', 'Code');
    // No code works twice: the next one, which a phone whose clock goes a little fast shows already.
    await page.keyboard.type(generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + 30 }));
    await press('Enter');
    await page.getByRole('heading', { name: 'Influencers', level: 1 }).waitFor();
  });

  chapter('finds somebody in the roster, opens the profile, and copies a link', async () => {
    await go('link', 'Skip to the content');
    await tabTo(page, 'searchbox', 'Search');
    expect(await showsFocus()).toBe(true);
    await page.keyboard.type(name);
    await page.waitForURL(/search=/);
    await tabTo(page, 'combobox', 'State');
    await eventually('one row', async () => {
      return (await page.getByRole('list', { name: 'Influencers' }).getByRole('listitem').count()) === 1;
    });
    await go('link', name);
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    await tabTo(page, 'button', 'Copy link for TikTok');
    expect(await showsFocus()).toBe(true);
    await press('Enter');
    await page.getByText('The link is copied. It works for seven days.').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/\/a\/[\w-]+$/);
  });

  chapter('moves between the tabs of a profile by arrow keys', async () => {
    await tabTo(page, 'tab', 'Accounts');
    await press('ArrowRight');
    await has('tab', 'Data');
    await page.waitForURL(/tab=data/);
    await press('End');
    await has('tab', 'Details');
    await press('Enter');
    await page.getByRole('textbox', { name: 'Name' }).waitFor();
  });

  chapter('asks before something is erased, begins at the harmless answer, and goes back to where it was', async () => {
    await tabTo(page, 'button', 'Erase');
    await press('Enter');
    const dialog = page.getByRole('dialog', { name: `Erase ${name}?` });
    await dialog.waitFor();
    await has('button', 'Cancel');
    // The keys stay inside.
    for (let presses = 0; presses < 6; presses += 1) {
      await press('Tab');
      expect(await dialog.locator(':focus').count()).toBe(1);
    }
    await press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await has('button', 'Erase');
  });

  chapter('reaches every part of the settings', async () => {
    await go('link', 'Settings');
    await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
    await tabTo(page, 'tab', 'Company');
    await press('ArrowDown');
    await has('tab', 'Members');
    await page.waitForURL(/tab=members/);
    await press('End');
    await has('tab', 'Your access');
    await press('Enter');
    await page.getByText('Where you are signed in').waitFor();
    await tabTo(page, 'button', 'Sign out everywhere');
    expect(await showsFocus()).toBe(true);
  });

  chapter('an operator replays nothing by mistake: a question comes first, and Escape leaves it', async () => {
    const operator = story.login();
    const other = await windows.ofSomebody();
    page = other;
    await page.goto('/sign-in?for=admin');
    await tabTo(page, 'textbox', 'E-mail address');
    await page.keyboard.type(operator.email);
    await tabTo(page, 'textbox', 'Password');
    await page.keyboard.type(operator.password);
    await press('Enter');
    await page.getByRole('heading', { name: 'Influencers', level: 1 }).waitFor();
    await go('link', 'Operations');
    await page.getByRole('heading', { name: 'Operations', level: 1 }).waitFor();
    await page.getByRole('region', { name: 'Services' }).first().waitFor();
    await tabTo(page, 'button', /^Service/);
    await press('Enter');
    expect(await page.getByRole('columnheader', { name: 'Service', exact: true }).getAttribute('aria-sort')).toBe(
      'ascending',
    );
    await sendBrokenEvent(story.status.addresses['kafka']!, 'oauth.authorization.v1', 'AuthExpired');
    await page.getByRole('article', { name: 'AuthExpired, accounts' }).first().waitFor();
    for (const [word, key] of [
      ['Replay', 'Escape'],
      ['Discard', 'Enter'],
    ] as const) {
      await go('button', `${word} AuthExpired of accounts`);
      const dialog = page.getByRole('dialog', { name: `${word} this event?` });
      await dialog.waitFor();
      await has('button', 'Cancel');
      await press(key);
      await dialog.waitFor({ state: 'detached' });
      await has('button', `${word} AuthExpired of accounts`);
    }
    await press('Enter');
    await has('button', 'Cancel');
    await press('Shift+Tab');
    await press('Enter');
    await page.getByText('The event was discarded.').waitFor();
    await tabTo(page, 'radio', 'Parked');
    await press('ArrowRight');
    await has('radio', 'Waiting');
    await page.getByText('No event waits behind a parked one.').waitFor();
  });

  chapter('anybody reads a help guide step by step, there and back', async () => {
    page = await windows.ofSomebody({ width: 390 });
    await page.goto('/help/instagram-account-type');
    const at = (step: number) => page.getByRole('heading', { name: `Step ${step} of 4` }).waitFor();
    await at(1);
    for (const step of [2, 3, 4]) {
      await tabTo(page, 'link', 'Next');
      expect(await showsFocus()).toBe(true);
      await press('Enter');
      await at(step);
    }
    expect(await page.getByRole('link', { name: 'Next' }).count()).toBe(0);
    await go('link', 'Back');
    await at(3);
    await go('link', 'Show all steps');
    await eventually('all steps', async () => (await page.getByRole('main').locator('ol > li').count()) === 4);
  });
});
