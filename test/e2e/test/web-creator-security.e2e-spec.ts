import { fitsWidth, type Page } from '@creator-connect/browser';
import { Story, Windows, type GatewayDoor } from '../src';
import { eventually } from '../src/doors/wait';
import { accountInState, addInfluencer, type Influencer } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { addTikTokAccount, creatorOnPhone, logInAsGenerated, signInAsCreator } from '../src/windows/steps';

/** What a creator would miss if somebody else were at their accounts, and how they throw them out (security AL-09). */
describe('your security', () => {
  let story: Story;
  let windows: Windows;
  let door: GatewayDoor;
  let influencer: Influencer;
  let phone: Page;
  let stranger: Page;

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    door = await story.admin();
    influencer = await addInfluencer(story, door, 'browser-creator-security');
    phone = await creatorOnPhone(story, windows, influencer.email);
    await logInAsGenerated(story, phone, 'tiktok', 'world-tiktok-951');
  });

  afterAll(async () => {
    await windows?.close();
    await story?.end();
  });

  const chapter = (title: string, tell: () => Promise<void>) => it(title, () => windows.chapter(tell));
  const looksRight = async (name: string) => {
    expect({ name, ...(await pageFaults(phone)) }).toEqual({ name, ...noFaults });
  };
  const toSecurity = async () => {
    await phone.getByRole('link', { name: /^Your security/ }).click();
    await phone.getByRole('heading', { name: 'Your security', level: 1 }).waitFor();
  };
  const toAccounts = () => phone.getByRole('link', { name: 'To your accounts' }).click();
  const card = () => phone.getByRole('article', { name: /, TikTok$/ });
  const events = () => phone.getByRole('region', { name: 'Recent events' });
  /** What, and with which account. */
  const happened = async () =>
    (await events().getByRole('listitem').allInnerTexts()).map((text) =>
      text.split('\n').filter(Boolean).slice(0, 2).join(': '),
    );
  const places = () => phone.getByRole('region', { name: 'Where you are signed in' });

  chapter('is empty before anything happened, and names this browser', async () => {
    await toSecurity();
    await events().getByText('Nothing has happened yet').waitFor();
    await places().getByText('This browser').waitFor();
    expect(await places().getByRole('listitem').count()).toBe(1);
    await looksRight('nothing yet');
    await toAccounts();
  });

  chapter('lists what was connected, paused, resumed and taken back, newest first, and through whom', async () => {
    await addTikTokAccount(phone);
    const { handle } = await accountInState(door, influencer, 'tiktok', { authState: 'AUTHENTICATED' });
    await card()
      .getByRole('button', { name: /^Pause/ })
      .click();
    await card().getByRole('button', { name: 'Go on collecting' }).click();
    await card().getByText('Authenticated', { exact: true }).waitFor();
    await toSecurity();
    const account = `@${handle}, TikTok`;
    const until = [`Collection goes on: ${account}`, `Collection paused: ${account}`, `Connected: ${account}`];
    await events().getByText('Collection goes on').waitFor();
    expect(await happened()).toEqual(until);
    expect(
      await events()
        .getByText(/ · by you$/)
        .count(),
    ).toBe(3);

    await toAccounts();
    await card().getByRole('button', { name: 'Revoke Authorization' }).click();
    await phone.getByRole('dialog').getByRole('button', { name: 'Revoke Authorization' }).click();
    await card().getByText('Revoked', { exact: true }).waitFor();
    await toSecurity();
    await events().getByText('Permission taken back').waitFor();
    expect(await happened()).toEqual([`Permission taken back: ${account}`, ...until]);
    await looksRight('events');
  });

  chapter('signs another browser out, by itself or with all', async () => {
    stranger = await windows.ofSomebody();
    await signInAsCreator(story, stranger, influencer.email);
    await phone.reload();
    await places()
      .getByRole('button', { name: /^Sign out of the session since/ })
      .click();
    await places().getByText('That browser is signed out.').waitFor();
    expect(await places().getByRole('listitem').count()).toBe(1);
    const heading = places().getByRole('heading', { name: 'Where you are signed in' });
    await eventually('the focus', async () => (await heading.and(phone.locator(':focus')).count()) === 1);
    await stranger.goto('/dashboard');
    await stranger.getByText('Please sign in').waitFor();

    await signInAsCreator(story, stranger, influencer.email);
    await places().getByRole('button', { name: 'Sign out everywhere' }).click();
    await phone.getByRole('link', { name: 'I am a creator' }).waitFor();
    for (const page of [phone, stranger]) {
      await page.goto('/dashboard/security');
      await page.getByText('Please sign in').waitFor();
    }
  });

  chapter('speaks German', async () => {
    await signInAsCreator(story, phone, influencer.email);
    await phone.getByRole('contentinfo').getByLabel('Language').selectOption('Deutsch');
    await phone.getByRole('link', { name: /^Deine Sicherheit/ }).click();
    await phone.getByRole('heading', { name: 'Deine Sicherheit', level: 1 }).waitFor();
    await phone.getByText('Erlaubnis zurückgenommen').waitFor();
    await phone.getByRole('button', { name: 'Überall abmelden' }).waitFor();
    await phone.setViewportSize({ width: 320, height: 640 });
    expect(await fitsWidth(phone)).toBe(true);
  });
});
