import type { Page } from '@creator-connect/browser';
import { generateSync } from 'otplib';
import { Story, Windows } from '../src';
import { eventually } from '../src/doors/wait';
import { systemStatus } from '../src/system-status';
import { consentAtFacebook, signInAsCreator, signInAsMember, watchInbox } from '../src/windows/steps';

const creator = { name: 'Browser creator', email: 'browser-creator@creators.example', persona: 'Creator Many-Pages' };
const member = {
  // Somebody new each time: a person's second factor outlives their membership.
  email: `second-admin-${Date.now()}@example.com`,
  name: 'Second admin',
  password: 'a few words, easy to remember',
};

/** One story in the windows of three people, as `product.md` tells it: each test goes on where the one before ended. */
describe('the web app in a real browser', () => {
  let story: Story;
  let windows: Windows;
  let owner: Page;
  let admin: Page;
  let phone: Page;
  let secret: string;
  let profile: string;
  let link: string;

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    owner = await windows.ofSomebody();
    admin = await windows.ofSomebody();
    phone = await windows.ofSomebody({ width: 390 });
  });

  afterAll(async () => {
    await windows.close();
    await story.end();
  });

  const chapter = (title: string, tell: () => Promise<void>) => it(title, () => windows.chapter(tell));
  const account = (page: Page) => page.getByRole('article', { name: /, Instagram$/ });
  /** What an authenticator app shows then. */
  const code = (secondsFromNow = 0) => generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + secondsFromNow });

  chapter('lets an owner invite a member, who joins with a password of their own', async () => {
    const inbox = await watchInbox(story, member.email);
    await signInAsMember(owner, story.login());
    await owner.getByRole('link', { name: 'Settings' }).click();
    await owner.getByRole('tab', { name: 'Members' }).click();
    await owner.getByRole('textbox', { name: 'E-mail address' }).fill(member.email);
    await owner.getByRole('button', { name: 'Send invitation' }).click();
    await owner.getByText(`An invitation is on its way to ${member.email}.`).waitFor();

    await admin.goto(await inbox.link(/invited/, /https?:\/\/\S+\/invitation#[\w-]+/));
    await admin.getByLabel('Your name').fill(member.name);
    await admin.getByRole('textbox', { name: 'New password' }).fill(member.password);
    await admin.getByRole('button', { name: 'Accept the invitation' }).click();
    await admin.getByRole('heading', { name: 'Influencers', level: 1 }).waitFor();
    expect(new URL(admin.url()).hash).toBe('');
  });

  chapter('sets up a second factor, and asks for it at the next sign-in', async () => {
    await admin.getByRole('link', { name: 'Settings' }).click();
    await admin.getByRole('tab', { name: 'Your access' }).click();
    await admin.getByRole('button', { name: 'Set up' }).click();
    await admin.getByRole('button', { name: 'Begin' }).click();
    secret = (await admin.getByText(/^([A-Z2-7]{4} ?)+$/).innerText()).replaceAll(' ', '');
    await admin.getByRole('textbox', { name: 'Code' }).fill(code());
    await admin.getByRole('button', { name: 'Confirm' }).click();
    await admin.getByRole('button', { name: 'I have put them away' }).click();
    await admin.getByText(/10 recovery codes are left/).waitFor();

    await admin.getByRole('button', { name: 'Sign out', exact: true }).click();
    await admin.waitForURL('/');
    await signInAsMember(admin, member);
    await admin.getByRole('heading', { name: 'One more step' }).waitFor();
    await admin.getByRole('textbox', { name: 'Code' }).fill('000000');
    await admin.getByRole('button', { name: 'Sign in' }).click();
    await admin.getByRole('alert').waitFor();
    // No code works twice: the next one, which a phone whose clock goes a little fast shows already.
    await admin.getByRole('textbox', { name: 'Code' }).fill(code(30));
    await admin.getByRole('button', { name: 'Sign in' }).click();
    await admin.getByRole('heading', { name: 'Influencers', level: 1 }).waitFor();
  });

  chapter('adds an influencer and copies an authorization link', async () => {
    await admin.getByRole('button', { name: 'Add influencer' }).click();
    await admin.getByRole('textbox', { name: 'Name' }).fill(creator.name);
    await admin.getByRole('textbox', { name: 'E-mail address' }).fill(creator.email);
    await admin.getByRole('button', { name: 'Add', exact: true }).click();
    await admin.getByRole('link', { name: creator.name }).click();
    await admin.getByRole('heading', { name: creator.name, level: 1 }).waitFor();
    profile = admin.url();

    await admin.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await admin.getByRole('button', { name: 'Copy link for Instagram' }).click();
    await admin.getByText('The link is copied.').waitFor();
    link = String(await admin.evaluate('navigator.clipboard.readText()'));
    expect(link).toMatch(/\/a\/[\w-]+$/);

    // A browser that refuses the clipboard: the link stands there to be copied by hand.
    await admin.evaluate('navigator.clipboard.writeText = () => Promise.reject(new Error("refused"))');
    await admin.getByRole('button', { name: 'Copy link for Instagram' }).click();
    expect(await admin.getByLabel('Copy this link:').inputValue()).toMatch(/\/a\/[\w-]+$/);

    // Of two links for the same the newer one is told; the other is one press away.
    await admin.reload();
    const requests = admin.getByRole('region', { name: 'Requests' });
    const earlier = requests.getByText('1 earlier one like this');
    await earlier.waitFor();
    expect(await requests.getByRole('article').count()).toBe(1);
    await earlier.click();
    expect(await requests.getByRole('article').count()).toBe(2);
  });

  chapter('puts the influencer into a campaign', async () => {
    await admin.getByRole('link', { name: 'Campaigns' }).click();
    await admin.getByRole('button', { name: 'New campaign' }).click();
    await admin.getByRole('textbox', { name: 'Name' }).fill('Browser campaign');
    await admin.getByRole('button', { name: 'Create' }).click();
    await admin.getByRole('link', { name: 'Browser campaign' }).click();
    await admin.getByRole('searchbox', { name: 'Add from the roster' }).fill(creator.name);
    await admin.getByRole('button', { name: `Add ${creator.name}` }).click();
    await admin.getByRole('region', { name: 'Influencers' }).getByRole('link', { name: creator.name }).waitFor();
  });

  chapter('leads the creator through proof, consent and choice, and asks no platform before the press', async () => {
    const asked: string[] = [];
    phone.on('request', (request) => {
      if (new URL(request.url()).host !== new URL(windows.gateway).host) asked.push(request.url());
    });
    const inbox = await watchInbox(story, creator.email);
    await phone.goto(link);
    await phone.getByRole('heading', { name: 'Acme Talent asks you to connect' }).waitFor();
    expect(phone.url()).not.toContain('/a/');
    await phone.getByRole('button', { name: 'Begin' }).click();
    await phone.getByLabel('Code from the mail').fill(await inbox.link(/code/i, /\b\d{6}\b/));
    await phone.getByRole('button', { name: 'Check the code' }).click();
    const leave = phone.getByRole('button', { name: 'Continue to Facebook' });
    await leave.waitFor();
    expect(asked).toEqual([]);
    await leave.click();
    await consentAtFacebook(phone, creator.persona);
    await phone.getByRole('heading', { name: 'Which account do you want to connect?' }).waitFor();
    expect(phone.url()).not.toMatch(/code=|state=/);
    // Every account with its picture, which comes from the platform and passes our content security policy.
    await eventually('the pictures of the offered accounts', () =>
      phone.evaluate<boolean>(
        `(() => {
          const pictures = [...document.querySelectorAll('main img')];
          return pictures.length > 1 && pictures.every((picture) => picture.complete && picture.naturalWidth > 0);
        })()`,
      ),
    );
    await phone.getByRole('checkbox').nth(1).check();
    await phone.getByRole('button', { name: 'Connect this account' }).click();
    await phone.getByRole('heading', { name: 'Your account is connected' }).waitFor();
    await phone.getByRole('link', { name: 'Go on' }).click();
    await phone.getByRole('heading', { name: 'All done' }).waitFor();
    expect(phone.context().pages()).toHaveLength(1);
  });

  chapter('shows the profile and the dashboard of the connected account', async () => {
    await owner.goto(profile);
    await account(owner).getByText('Authenticated', { exact: true }).waitFor();
    await signInAsCreator(story, phone, creator.email);
    await account(phone).getByText('Authenticated', { exact: true }).waitFor();
    await account(phone)
      .getByText(/Last collected/)
      .waitFor();
  });

  chapter('forecasts on the campaign which authorization ends before it does, and when', async () => {
    const door = await story.admin();
    const path = `${new URL(admin.url()).pathname.replace('/admin', '/v1')}/forecast`;
    const { accounts } = await door.get<{ accounts: { handle: string; endsAt: string }[] }>(path);
    expect(accounts).toHaveLength(1);
    const { handle, endsAt } = accounts[0]!;
    const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
    const line = `${creator.name}, @${handle} (Instagram): ${format.format(new Date(endsAt))}`;
    const notice = (title: string) => admin.getByRole('alert', { name: title });
    await notice('1 authorization ends within a year').getByRole('listitem').getByText(line).waitFor();

    const lastDay = async (days: number) => {
      await admin.getByRole('button', { name: 'Edit', exact: true }).click();
      await admin
        .getByLabel('Last day')
        .fill(new Date(Date.parse(endsAt) + days * 86_400_000).toISOString().slice(0, 10));
      await admin.getByRole('button', { name: 'Save', exact: true }).click();
    };
    await lastDay(-1);
    await notice('1 authorization ends within a year').waitFor({ state: 'detached' });
    expect(await admin.getByRole('alert', { name: /authorization/ }).count()).toBe(0);
    await lastDay(1);
    const ending = notice('1 authorization ends before the campaign does');
    await ending.getByRole('listitem').getByText(line).waitFor();
    await ending.getByText('Nothing is wrong yet. Their owners are asked in time to renew them.').waitFor();
    await ending.getByRole('link', { name: creator.name }).waitFor();
  });

  chapter('says REAUTH on open pages by itself, and Attention on the campaign', async () => {
    await story.sandbox.does('creator-many-pages', 'change-password');
    const door = await story.admin();
    const { items } = await door.get<{ items: { id: string }[] }>(
      `/v1/influencers/${profile.split('/').at(-1)}/social-accounts`,
    );
    // Whoever is about to press something goes on where they are.
    const another = phone.getByRole('button', { name: 'Add Account: TikTok' });
    await another.focus();
    await door.post(`/v1/social-accounts/${items[0]!.id}/authorization/verifications`);
    await account(owner).getByText('Reauth', { exact: true }).waitFor();
    await account(owner).getByText('The password at the platform was changed.').first().waitFor();
    await account(owner).getByRole('button', { name: 'Show history' }).click();
    await account(owner)
      .getByText(/ · seen in an answer of Instagram$/)
      .waitFor();
    await account(owner)
      .getByText(/^Code for support: instagram\.\w+\.190\/460$/)
      .waitFor();
    await account(phone).getByText('Reauth', { exact: true }).first().waitFor();
    await phone
      .getByRole('status')
      .getByText(/^@\S+: Reauth$/)
      .waitFor({ state: 'attached' });
    expect(await another.and(phone.locator(':focus')).count()).toBe(1);
    const notice = admin.getByRole('alert', { name: 'Attention' });
    await notice.getByText('Attention: 1 account needs its owner').waitFor();
    await notice.getByRole('button', { name: 'Show the accounts' }).click();
    await notice.getByRole('link', { name: creator.name }).waitFor();
    await notice.getByText(/Reauth: The password at the platform was changed/).waitFor();
    // What was foretold is what has happened now.
    await admin.getByRole('alert', { name: /authorization ends/ }).waitFor({ state: 'detached' });
  });

  chapter('heals by Reauth on the dashboard, and the notice goes by itself', async () => {
    await account(phone).getByRole('button', { name: 'Reauth' }).click();
    await phone.getByRole('dialog').getByRole('button', { name: 'Continue to Facebook' }).click();
    await consentAtFacebook(phone, creator.persona);
    // Of the thirty only the one that is to be repaired can be chosen, and it comes first.
    await phone.getByRole('checkbox', { checked: true }).waitFor();
    expect(await phone.getByRole('checkbox').first().isChecked()).toBe(true);
    expect(await phone.getByRole('checkbox', { disabled: true }).count()).toBe(29);
    expect(new URL(phone.url()).hash).toBe('');
    await phone.getByRole('button', { name: 'Connect this account' }).click();
    await phone.getByRole('heading', { name: 'Your account is connected' }).waitFor();
    await phone.getByRole('link', { name: 'To your accounts' }).click();
    await account(phone).getByText('Authenticated', { exact: true }).waitFor();
    await account(owner).getByText('Authenticated', { exact: true }).waitFor();
    await admin.getByRole('alert', { name: 'Attention' }).waitFor({ state: 'detached' });
  });

  chapter('revokes after one question, says what stops, and offers to connect again', async () => {
    await account(phone).getByRole('button', { name: 'Revoke Authorization' }).click();
    const dialog = phone.getByRole('dialog');
    await dialog.getByText(/hidden now and deleted after seven days/).waitFor();
    await dialog.getByRole('button', { name: 'Revoke Authorization' }).click();
    await account(phone).getByText('Revoked', { exact: true }).waitFor();
    await account(phone).getByRole('button', { name: 'Connect again' }).waitFor();
    await account(owner).getByText('Revoked', { exact: true }).waitFor();
    await admin.getByRole('alert', { name: 'Attention' }).waitFor();
  });
});
