import { tabTo, type Page } from '@creator-connect/browser';
import { generateSync } from 'otplib';
import { Story, Windows } from '../src';
import { eventually } from '../src/doors/wait';
import { addInfluencer, joinedMember } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { memberOnRoster, signInAsMember, watchInbox } from '../src/windows/steps';

const signInLink = /https?:\/\/\S+\/sign-in#[\w-]+/;
const resetLink = /https?:\/\/\S+\/reset-password#[\w-]+/;

/** A member who forgets their password, and then loses the phone with their second factor. */
describe('getting in, and in again, in a real browser', () => {
  let story: Story;
  let windows: Windows;
  let member: { email: string; password: string };
  let page: Page;
  let secret: string;
  let codes: string[];

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    member = await joinedMember(story, await story.admin(), 'admin');
    page = await windows.ofSomebody();
  });

  afterAll(async () => {
    await windows?.close();
    await story?.end();
  });

  const chapter = (title: string, what: () => Promise<void>) => it(title, () => windows.chapter(what));
  const keepsTheRules = async () => expect(await pageFaults(page)).toEqual(noFaults);
  const roster = () => page.getByRole('heading', { name: 'Influencers', level: 1 });
  const answer = async (code: string) => {
    await page.getByRole('textbox', { name: 'Code' }).fill(code);
    await page.getByRole('button', { name: 'Sign in' }).click();
  };
  const signOut = async () => {
    await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL('/');
  };

  chapter('a forgotten password: a mailed link, another password, and every browser is signed out', async () => {
    const elsewhere = await memberOnRoster(windows, member);
    const inbox = await watchInbox(story, member.email);
    await page.goto('/sign-in?for=admin');
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    await page.getByRole('heading', { name: 'Forgot your password?' }).waitFor();
    await page.getByRole('textbox', { name: 'E-mail address' }).fill(member.email);
    await page.getByRole('button', { name: 'Send me a link' }).click();
    await page.getByText(/^If there is a member with this address, a link is on its way\./).waitFor();
    await keepsTheRules();

    const link = await inbox.link(/^Choose a new password$/, resetLink);
    await page.goto(link);
    await page.getByRole('heading', { name: 'Choose a new password' }).waitFor();
    const field = page.getByRole('textbox', { name: 'New password' });
    await field.fill('too short');
    await page.getByRole('button', { name: 'Set password' }).click();
    await page.getByText('Use at least 15 characters.').waitFor();
    await keepsTheRules();
    member.password = 'quite other words, chosen anew';
    await field.fill(member.password);
    await page.getByRole('button', { name: 'Set password' }).click();
    await page.getByRole('heading', { name: 'Your password is changed' }).waitFor();
    await page.getByText('You were signed out everywhere.').waitFor();
    await keepsTheRules();
    await inbox.link(/^Your password was changed$/, /./);
    await eventually('the end of the session elsewhere', async () => {
      await elsewhere.goto('/admin/influencers');
      const signIn = elsewhere.getByRole('heading', { name: 'Please sign in' });
      await signIn.or(elsewhere.getByRole('heading', { name: 'Influencers', level: 1 })).waitFor();
      return signIn.isVisible();
    });
    await elsewhere.context().close();

    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByRole('textbox', { name: 'E-mail address' }).fill(member.email);
    await page.getByRole('textbox', { name: 'Password' }).fill(member.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await roster().waitFor();

    // The link has done what it could.
    await page.goto('about:blank');
    await page.goto(link);
    await page.getByRole('textbox', { name: 'New password' }).fill('a third password, one more time');
    await page.getByRole('button', { name: 'Set password' }).click();
    await page.getByRole('alert').waitFor();
    await keepsTheRules();
    await page.getByRole('link', { name: 'Ask for a new link' }).click();
    await page.getByRole('heading', { name: 'Forgot your password?' }).waitFor();
  });

  chapter('a second factor: every step of its set-up can be read by everybody, and used by keyboard', async () => {
    await page.goto('/admin/settings?tab=security');
    await page.getByRole('button', { name: 'Set up' }).click();
    await page.getByRole('button', { name: 'Begin' }).click();
    secret = (await page.getByText(/^([A-Z2-7]{4} ?)+$/).innerText()).replaceAll(' ', '');
    await keepsTheRules();
    await page.getByRole('textbox', { name: 'Code' }).fill('000000');
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByRole('textbox', { name: 'Code' }).fill(generateSync({ secret }));
    await tabTo(page, 'button', 'Confirm');
    await page.keyboard.press('Enter');
    await page.getByText('Keep these recovery codes').waitFor();
    // The session goes on under another id, and the stream of news with it: that is no outage.
    expect(await page.getByText('The server can not be reached').count()).toBe(0);
    codes = await page.getByText(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/).allInnerTexts();
    expect(codes).toHaveLength(10);
    await keepsTheRules();

    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy them' }).click();
    await page.getByText('Copied.').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(codes.join('\n'));
    await page.evaluate('navigator.clipboard.writeText = () => Promise.reject(new Error("refused"))');
    await page.getByRole('button', { name: 'Copy them' }).click();
    await page.getByText('The browser did not let it be copied. Select it, and copy it by hand.').waitFor();
    await page.getByRole('button', { name: 'I have put them away' }).click();
    await page.getByText(/10 recovery codes are left/).waitFor();
    await keepsTheRules();
  });

  chapter('a lost phone: a recovery code opens, once, and it is said how many are left and what to do', async () => {
    await signOut();
    await signInAsMember(page, member);
    await page.getByRole('heading', { name: 'One more step' }).waitFor();
    await keepsTheRules();
    // As it was written down: small letters, spaces.
    await answer(codes[0]!.toLowerCase().replaceAll('-', ' '));
    await roster().waitFor();
    const told = page.getByRole('status').filter({ hasText: 'You signed in with a recovery code' });
    await told.getByText('It works no more. 9 are left.').waitFor();
    await told.getByText('Is the phone lost? Remove the second factor, and set it up on another phone.').waitFor();
    await keepsTheRules();
    await told.getByRole('link', { name: 'Your access' }).click();
    await page.getByText(/9 recovery codes are left/).waitFor();
    await told.getByRole('button', { name: 'Close' }).click();
    await told.waitFor({ state: 'detached' });

    await signOut();
    await signInAsMember(page, member);
    await answer(codes[0]!);
    await page.getByRole('alert').waitFor();
    await answer(codes[1]!);
    await page.getByText('It works no more. 8 are left.').waitFor();
  });

  chapter(
    'new recovery codes take the place of the old ones, and a code of the app tells nothing of them',
    async () => {
      await page.goto('/admin/settings?tab=security');
      await page.getByRole('button', { name: 'New recovery codes' }).click();
      const renewed = page.getByText(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
      await renewed.first().waitFor();
      expect(await renewed.allInnerTexts()).not.toContain(codes[2]);
      await page.getByRole('button', { name: 'I have put them away' }).click();
      await page.getByText(/10 recovery codes are left/).waitFor();
      await signOut();
      await signInAsMember(page, member);
      await answer(codes[2]!);
      await page.getByRole('alert').waitFor();
      // No code of the app works twice: the next one, which a phone whose clock goes a little fast shows already.
      await answer(generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + 30 }));
      await roster().waitFor();
      expect(await page.getByText('You signed in with a recovery code').count()).toBe(0);
    },
  );

  chapter('a creator’s link that was used or never was: it says what to do, and leads to another one', async () => {
    const { email } = await addInfluencer(story, await story.admin(), 'browser-sign-in');
    const inbox = await watchInbox(story, email);
    const creator = await windows.ofSomebody({ width: 390 });
    const askForLink = async () => {
      await creator.getByRole('textbox', { name: 'E-mail address' }).fill(email);
      await creator.getByRole('button', { name: 'Send me a link' }).click();
      await creator.getByText(/^If the address is known, a link is on its way\./).waitFor();
    };
    const use = async (address: string) => {
      await creator.goto('about:blank');
      await creator.goto(address);
      await creator.getByRole('button', { name: 'Sign in with this link' }).click();
    };
    await creator.goto('/sign-in');
    await askForLink();
    expect(await pageFaults(creator)).toEqual(noFaults);
    const link = await inbox.link(/sign in/i, signInLink);
    await use(link);
    await creator.getByRole('heading', { name: 'Your accounts' }).waitFor();
    await creator.getByRole('button', { name: 'Sign out' }).click();
    await creator.waitForURL('/');

    for (const unusable of [link, link.replace(/#.*/, `#${'x'.repeat(43)}`)]) {
      await use(unusable);
      const refusal = creator.getByRole('alert');
      await refusal.getByText('This sign-in link was used already or is too old.').waitFor();
      await refusal.getByText('Ask for a new one.').waitFor();
      expect(await pageFaults(creator)).toEqual(noFaults);
      await creator.getByRole('link', { name: 'Ask for a new link' }).click();
      await creator.getByRole('heading', { name: 'Sign in as a creator' }).waitFor();
      await creator.goto('/dashboard');
      await creator.getByRole('heading', { name: 'Please sign in' }).waitFor();
    }
    const another = await watchInbox(story, email);
    await creator.goto('/sign-in');
    await askForLink();
    await use(await another.link(/sign in/i, signInLink));
    await creator.getByRole('heading', { name: 'Your accounts' }).waitFor();
  });

  chapter(
    'the mail that lets a creator in: its link opens the dashboard, and pressed again leads to a new one',
    async () => {
      const persona = `browser-welcome-${Date.now()}`;
      const email = `${persona}@creators.example`;
      const inbox = await watchInbox(story, email);
      await addInfluencer(story, await story.admin(), persona);
      const link = await inbox.link(/ added you to its creators$/, signInLink);

      const creator = await windows.ofSomebody();
      await creator.goto(link);
      expect(new URL(creator.url()).pathname).toBe('/sign-in');
      await creator.getByRole('button', { name: 'Sign in with this link' }).click();
      await creator.waitForURL('/dashboard');

      const late = await windows.ofSomebody();
      await late.goto(link);
      await late.getByRole('button', { name: 'Sign in with this link' }).click();
      await late.getByText('This sign-in link was used already or is too old.').waitFor();
      await late.getByRole('link', { name: 'Ask for a new link' }).click();
      await late.getByRole('textbox', { name: 'E-mail address' }).fill(email);
      await late.getByRole('button', { name: 'Send me a link' }).click();
      await late.goto(await inbox.link(/^Your link to sign in$/, signInLink));
      await late.getByRole('button', { name: 'Sign in with this link' }).click();
      await late.waitForURL('/dashboard');
    },
  );
});
