import { tabTo, type Page } from '@creator-connect/browser';
import { Story, Windows, type GatewayDoor } from '../src';
import { eventually, must } from '../src/doors/wait';
import { accountInState, addInfluencer, type Influencer } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { creatorOnPhone, logInAsGenerated, memberOnRoster, signInAsCreator, watchInbox } from '../src/windows/steps';

const persona = 'world-instagram-944';

/** A creator who uses no mouse, from the first account to a refusal; what each state looks like is checked on the way. */
describe('the dashboard by keyboard alone', () => {
  let story: Story;
  let windows: Windows;
  let door: GatewayDoor;
  let influencer: Influencer;
  let page: Page;
  let member: Page;
  let held: { posts: number; figures: number };

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    door = await story.admin();
    influencer = await addInfluencer(story, door, 'browser-keyboard');
    page = await creatorOnPhone(story, windows, influencer.email);
    await logInAsGenerated(story, page, 'facebook', persona);
    member = await memberOnRoster(windows, story.login());
  });

  afterAll(async () => {
    await windows?.close();
    await story?.end();
  });

  const chapter = (title: string, tell: () => Promise<void>) => it(title, () => windows.chapter(tell));
  const card = () => page.getByRole('article', { name: /, Instagram$/ });
  const state = (told: string) => card().locator('.mantine-Badge-root').getByText(told, { exact: true });
  const focused = (role: Parameters<Page['getByRole']>[0], name: string | RegExp) =>
    page.getByRole(role, { name }).and(page.locator(':focus'));
  const press = async (role: Parameters<Page['getByRole']>[0], name: string | RegExp, key = 'Enter') => {
    await page.getByRole(role, { name }).first().waitFor();
    await tabTo(page, role, name);
    await page.keyboard.press(key);
  };
  const looksRight = async (name: string) => {
    expect({ name, ...(await pageFaults(page)) }).toEqual({ name, ...noFaults });
  };

  chapter('adds an account: the primer, the platform, and back to the choice', async () => {
    await press('button', 'Add Account: Instagram');
    await page.getByRole('dialog', { name: 'Before you connect Instagram' }).waitFor();
    await looksRight('the primer');
    // Whoever thinks better of it is where they were.
    await page.keyboard.press('Escape');
    await focused('button', 'Add Account: Instagram').waitFor();
    await page.keyboard.press('Enter');
    await press('button', 'Continue to Facebook');
    await press('button', 'Next');
    await press('button', 'Done');
    await page.getByRole('heading', { name: 'Which account do you want to connect?' }).waitFor();
    await looksRight('the choice');
  });

  chapter('chooses the account and goes to the dashboard', async () => {
    const choice = page.getByRole('checkbox', { name: /^@/ });
    const confirm = page.getByRole('button', { name: 'Connect this account' });
    // The only one is chosen already; Space takes it out, and puts it back.
    await press('checkbox', /^@/, 'Space');
    await choice.and(page.locator('[aria-checked="false"]')).waitFor();
    expect(await confirm.isDisabled()).toBe(true);
    await page.keyboard.press('Space');
    await choice.and(page.locator('[aria-checked="true"]')).waitFor();
    await press('button', 'Connect this account');
    await page.getByRole('heading', { name: 'Your account is connected' }).waitFor();
    await looksRight('connected');
    await press('link', 'To your accounts');
    await state('Authenticated').waitFor();
    await card()
      .getByText(/^Last collected/)
      .waitFor();
  });

  chapter('pauses and goes on', async () => {
    await press('button', /^Pause/);
    await state('Paused').waitFor();
    await looksRight('paused');
    await press('button', 'Go on collecting');
    await state('Authenticated').waitFor();
  });

  /** As if it had ended at the service: this browser has none any more, and the page does not know yet. */
  const sessionEnds = () => page.context().clearCookies({ domain: new URL(windows.gateway).hostname });

  chapter('is told on an open page that the session has ended, and goes on there after a new sign-in', async () => {
    await sessionEnds();
    await press('button', /^Pause/);
    const opened = page.context().waitForEvent('page');
    await page.getByRole('alert').getByRole('link', { name: 'Sign in' }).click();
    const tab = await opened;
    const inbox = await watchInbox(story, influencer.email);
    await tab.getByRole('textbox', { name: 'E-mail address' }).fill(influencer.email);
    await tab.getByRole('button', { name: 'Send me a link' }).click();
    await tab.goto(await inbox.link(/sign in/i, /https?:\/\/\S+\/sign-in#[\w-]+/));
    await tab.getByRole('button', { name: 'Sign in with this link' }).click();
    await tab.getByRole('heading', { name: 'Your accounts' }).waitFor();
    await tab.close();
    await press('button', /^Pause/);
    await state('Paused').waitFor();
    await press('button', 'Go on collecting');
    await state('Authenticated').waitFor();

    await page.goto('/dashboard/data');
    await page.getByRole('button', { name: 'Pause everything' }).waitFor();
    await sessionEnds();
    await press('button', 'Pause everything');
    await page.getByRole('alert').getByRole('link', { name: 'Sign in' }).waitFor();
    await page.goto('/dashboard');
    await page.getByRole('heading', { name: 'Please sign in' }).waitFor();
    await signInAsCreator(story, page, influencer.email);
    await state('Authenticated').waitFor();
  });

  chapter('is told calmly of an attempt to connect that is not theirs, or is long over', async () => {
    await page.goto('/connect/transactions/0190a0a0-0000-7000-8000-000000000000');
    await page.getByRole('heading', { name: 'This attempt to connect is not here' }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await looksRight('no such attempt');
    await press('link', 'Back');
    await state('Authenticated').waitFor();
  });

  chapter('is asked for a new permission, and refuses it: calm, with every way on', async () => {
    await story.sandbox.does(persona, 'change-password');
    const { id } = await accountInState(door, influencer, 'instagram', { authState: 'AUTHENTICATED' });
    await door.post(`/v1/social-accounts/${id}/authorization/verifications`);
    await state('Reauth').waitFor();
    await looksRight('Reauth');
    expect(await card().getByRole('link', { name: 'More about this' }).getAttribute('href')).toBe(
      '/help/reauthenticate',
    );
    await press('button', 'Reauth');
    await press('button', 'Continue to Facebook');
    await press('button', 'Cancel');
    await page.getByRole('heading', { name: 'Nothing was connected' }).waitFor();
    await looksRight('refused');
    expect(await page.getByRole('alert').count()).toBe(0);
    await press('link', 'Back');
    await state('Reauth').waitFor();
  });

  /** Posts and figures that are held, as the creator reads it of their own. */
  const collected = async () => {
    await page.getByRole('link', { name: /^Your data/ }).click();
    const facts = page.getByRole('region', { name: 'What is collected' }).getByRole('article');
    const fact = async (name: string) => {
      const value = facts
        .locator('dt')
        .filter({ hasText: new RegExp(`^${name}$`) })
        .locator('xpath=following-sibling::dd');
      return Number((await value.innerText()).replaceAll(',', ''));
    };
    const read = { posts: await fact('Posts'), figures: await fact('Figures') };
    await page.getByRole('link', { name: 'To your accounts' }).click();
    return read;
  };
  /** The newest posts with their figures, as a member reads them. */
  const postsOfProfile = async () => {
    await member.goto(`/admin/influencers/${influencer.id}?tab=data`);
    const rows = member.getByRole('table', { name: 'Posts' }).getByRole('row');
    await rows.nth(1).waitFor();
    return (await rows.locator('td').allInnerTexts()).join(' ');
  };

  chapter('keeps what was collected readable meanwhile, for the creator and for members', async () => {
    const { posts, figures } = await collected();
    expect([posts > 0, figures > 0]).toEqual([true, true]);
    expect(await postsOfProfile()).toMatch(/\d/);
    await member.getByRole('region', { name: 'Figures over time' }).waitFor();
    held = { posts, figures };
    await state('Reauth').waitFor();
  });

  chapter('repairs the same account, and everything collected before is still there', async () => {
    const before = await accountInState(door, influencer, 'instagram', { authState: 'REAUTH' });
    await press('button', 'Reauth');
    await press('button', 'Continue to Facebook');
    await press('button', /^Continue as/);
    await press('button', 'Connect this account');
    await press('link', 'To your accounts');
    await state('Authenticated').waitFor();
    const after = await accountInState(door, influencer, 'instagram', { authState: 'AUTHENTICATED' });
    expect(after.id).toBe(before.id);
    const now = await collected();
    expect([now.posts >= held.posts, now.figures >= held.figures]).toEqual([true, true]);
    expect(await postsOfProfile()).toMatch(/\d/);
    await state('Authenticated').waitFor();
  });

  chapter('is valid until the moment that the API tells, as members read it', async () => {
    const { id } = await accountInState(door, influencer, 'instagram', { authState: 'AUTHENTICATED' });
    const { validUntil } = await door.get<{ validUntil: string | null }>(`/v1/social-accounts/${id}`);
    must(validUntil, 'a permission at Facebook has an end');
    await member.goto(`/admin/influencers/${influencer.id}`);
    const until = member
      .locator('dt')
      .filter({ hasText: /^Valid until$/ })
      .locator('xpath=following-sibling::dd');
    const words = await member.evaluate<string>(
      `new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date('${validUntil}'))`,
    );
    await until.getByText(words, { exact: true }).waitFor();
  });

  chapter('revokes after one question, which Escape answers with no', async () => {
    await press('button', 'Revoke Authorization');
    const question = page.getByRole('dialog');
    await question.waitFor();
    expect(await question.getByRole('link', { name: 'More about this' }).getAttribute('href')).toBe('/help/revoke');
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    await focused('button', 'Revoke Authorization').waitFor();
    await page.keyboard.press('Enter');
    await question.waitFor();
    // Inside the dialog the key Tab stays in the dialog.
    await tabTo(page, 'button', 'Revoke Authorization');
    expect(
      await question.getByRole('button', { name: 'Revoke Authorization' }).and(page.locator(':focus')).count(),
    ).toBe(1);
    const told = async () => {
      const calls = await story.sandbox.calls({ platform: 'facebook', operation: 'graph.permissions.delete' });
      return calls.filter(({ status }) => status === 200).length;
    };
    const before = await told();
    await page.keyboard.press('Enter');
    await state('Revoked').waitFor();
    await looksRight('revoked');
    await eventually('Facebook to take the permission back', async () => (await told()) > before);
  });
});
