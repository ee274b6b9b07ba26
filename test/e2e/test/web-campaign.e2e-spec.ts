import { tabTo, type Page } from '@creator-connect/browser';
import { Story, Windows, type GatewayDoor } from '../src';
import { must } from '../src/doors/wait';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { memberOnRoster, watchInbox } from '../src/windows/steps';

const at = Date.now();
const name = `Browser campaigner ${at}`;
const email = `campaigner-${at}@creators.example`;
const campaign = `Browser campaign ${at}`;
/** Channels that no other story adds. */
const HANDLE = 'june.builds.973';
const SECOND = 'pia.builds.974';

/** From the first key to the last trace: made by keyboard, asked by mail and by link, deleted, removed, erased. */
describe('a campaign and its one influencer, in a real browser', () => {
  let story: Story;
  let door: GatewayDoor;
  let windows: Windows;
  let admin: Page;
  let profile: string;

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    door = await story.admin();
    admin = await memberOnRoster(windows, story.login());
    await admin.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  });

  afterAll(async () => {
    await windows?.close();
    await story?.end();
  });

  const chapter = (title: string, what: () => Promise<void>) => it(title, () => windows.chapter(what));
  const main = () => admin.getByRole('main');
  const type = (text: string) => admin.keyboard.type(text);
  const go = async (role: Parameters<Page['getByRole']>[0], label: string | RegExp) => {
    await tabTo(admin, role, label);
    await admin.keyboard.press('Enter');
  };
  const keepsTheRules = async () => expect(await pageFaults(admin)).toEqual(noFaults);
  /** A pointer over a button changes the ground its words stand on. */
  const keepsTheRulesUnderPointer = async (label: string) => {
    await main().getByRole('button', { name: label }).hover();
    await keepsTheRules();
  };
  const inRoster = async () =>
    (await door.get<{ items: { id: string }[] }>(`/v1/influencers?search=${encodeURIComponent(email)}`)).items;

  chapter('adds somebody with two typed accounts by keyboard alone', async () => {
    await go('button', 'Add influencer');
    await main().getByRole('textbox', { name: 'Name' }).and(admin.locator(':focus')).waitFor();
    await type(name);
    await tabTo(admin, 'textbox', 'E-mail address');
    await type(email);
    await keepsTheRulesUnderPointer('Add an account');
    await go('button', 'Add an account');
    await main().getByRole('textbox', { name: 'Handle of the account' }).waitFor();
    await tabTo(admin, 'textbox', 'Handle of the account');
    await type(HANDLE);
    await go('button', 'Add another account');
    await main().getByRole('group', { name: 'Account 2' }).waitFor();
    await tabTo(admin, 'textbox', 'Handle of the account');
    await type(SECOND);
    await go('button', /^Add$/);
    await main().getByRole('group', { name: 'Account 1' }).waitFor({ state: 'detached' });
    const [added] = await inRoster();
    must(added, 'the roster lists who was added');
    profile = `/admin/influencers/${added.id}`;
  });

  chapter('makes a campaign and puts them in by keyboard alone', async () => {
    await go('link', 'Campaigns');
    await admin.getByRole('heading', { name: 'Campaigns', level: 1 }).waitFor();
    await go('button', 'New campaign');
    await main().getByRole('textbox', { name: 'Name' }).and(admin.locator(':focus')).waitFor();
    await type(campaign);
    await admin.keyboard.press('Enter');
    await main().getByRole('link', { name: campaign }).waitFor();
    await go('link', campaign);
    await admin.getByRole('heading', { name: campaign, level: 1 }).waitFor();
    await tabTo(admin, 'searchbox', 'Add from the roster');
    await type(name);
    await keepsTheRulesUnderPointer(`Add ${name}`);
    await go('button', `Add ${name}`);
    await main().getByRole('link', { name }).waitFor();
  });

  chapter('opens Attention by keyboard, copies the link of one and mails it to them', async () => {
    const notice = admin.getByRole('alert', { name: 'Attention' });
    await notice.getByText('Attention: 2 accounts need their owners').waitFor();
    expect(await notice.getByRole('link', { name: 'More about this' }).getAttribute('href')).toBe('/help/attention');
    await go('button', 'Show the accounts');
    // One person, told once, with a row for each account.
    const person = notice.getByRole('listitem').filter({ has: admin.getByRole('link', { name }) });
    const rows = person.getByRole('listitem');
    for (const handle of [HANDLE, SECOND]) await rows.filter({ hasText: `@${handle} – Non-auth: ` }).waitFor();
    expect([await person.count(), await rows.count()]).toEqual([1, 2]);
    await keepsTheRules();
    await go('button', `Copy link for ${name}`);
    await notice.getByText('The link is copied. It works for seven days.').waitFor();
    const copied = await admin.evaluate<string>('navigator.clipboard.readText()');
    expect(copied).toMatch(/\/a\/[\w-]{43}$/);

    const inbox = await watchInbox(story, email);
    await go('button', `Send e-mail to ${name}`);
    const dialog = admin.getByRole('dialog', { name: 'Send this e-mail?' });
    await dialog.getByText(`<${email}>`).waitFor();
    await keepsTheRules();
    await go('button', 'Send e-mail');
    await dialog.waitFor({ state: 'detached' });
    await notice.getByText('The mail is on its way.').waitFor();
    const mailed = await inbox.link(/asks you to connect your 2 accounts$/, /https?:\/\/\S+\/a\/[\w-]{43}/);
    expect(mailed).not.toBe(copied);
    const creator = await windows.ofSomebody({ width: 390 });
    await creator.goto(mailed);
    await creator.getByRole('button', { name: 'Begin' }).waitFor();
    await creator.context().close();
  });

  chapter('deletes the campaign after a question that says what stays', async () => {
    const address = new URL(admin.url()).pathname;
    await main().getByRole('button', { name: 'Delete', exact: true }).click();
    const question = admin.getByRole('dialog', { name: `Delete "${campaign}"?` });
    await question.getByText('Its influencers and their data stay in the roster.').waitFor();
    await keepsTheRules();
    await question.getByRole('button', { name: 'Delete' }).click();
    await admin.getByRole('heading', { name: 'Campaigns', level: 1 }).waitFor();
    await main().getByRole('link', { name: campaign }).waitFor({ state: 'detached' });
    await admin.goto(address);
    await admin.getByText('This is not in your organisation').waitFor();
    await keepsTheRules();
    expect(await inRoster()).toHaveLength(1);
  });

  chapter('removes both accounts, knowing what becomes of them', async () => {
    await admin.goto(profile);
    for (const handle of [HANDLE, SECOND]) {
      const card = main().getByRole('article', { name: `@${handle}, YouTube` });
      await card.getByRole('button', { name: 'Remove', exact: true }).click();
      const question = admin.getByRole('dialog', { name: `Remove @${handle}?` });
      await question
        .getByText(/^The authorization is revoked at the platform, and what was collected is deleted\./)
        .waitFor();
      await keepsTheRules();
      await question.getByRole('button', { name: 'Remove the account' }).click();
      await card.waitFor({ state: 'detached' });
    }
    await main().getByText('No account yet. Send the creator a link.').waitFor();
  });

  chapter('erases a person for good, having read how much goes', async () => {
    await main().getByRole('button', { name: 'Erase', exact: true }).click();
    const question = admin.getByRole('dialog', { name: `Erase ${name}?` });
    await question.getByText(/^Everything about this person is deleted, in every service/).waitFor();
    await question.getByText('the entry itself: 1', { exact: true }).waitFor();
    await keepsTheRules();
    await question.getByRole('button', { name: 'Erase for good' }).click();
    await admin.getByRole('heading', { name: 'Influencers', level: 1 }).waitFor();
    await main().getByRole('link', { name }).waitFor({ state: 'detached' });
    await admin.goto(profile);
    await admin.getByText('This is not in your organisation').waitFor();
    expect(await inRoster()).toEqual([]);
  });
});
