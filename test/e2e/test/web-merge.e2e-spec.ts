import { tabTo, type Page } from '@creator-connect/browser';
import { Story, Windows } from '../src';
import type { GatewayDoor } from '../src/doors/gateway';
import { must } from '../src/doors/wait';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { signInAsCreator, signInAsMember } from '../src/windows/steps';

const emails = ['stays', 'unused', 'declines', 'agrees'].map((name) => `merge-${name}@creators.example`);
const [stays, unused, declines, agrees] = emails as [string, string, string, string];

/** Somebody who stands in the roster twice becomes one entry; by their own word, where they have used the one that goes. */
describe('merging two entries of one person in a real browser', () => {
  let story: Story;
  let windows: Windows;
  let door: GatewayDoor;
  let member: Page;
  let creator: Page;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    door = await story.admin();
    await eraseOurs();
    await add(stays, 'Merge Stays');
    await add(unused, 'Merge Unused', [{ platform: 'youtube', handle: 'sandbox.other.account' }]);
    await add(declines, 'Merge Declines');
    await add(agrees, 'Merge Agrees');
    member = await windows.ofSomebody();
    await signInAsMember(member, story.login());
    await member.getByRole('heading', { name: 'Influencers', level: 1 }).waitFor();
  });

  afterAll(async () => {
    await windows?.close();
    await eraseOurs();
    await story?.end();
  });

  async function add(email: string, name: string, socialAccounts: object[] = []) {
    const { id } = await door.post<{ id: string }>('/v1/influencers', { name, email, socialAccounts });
    ids.set(email, id);
  }
  /** The story may be told again on the same system. */
  async function eraseOurs() {
    for (const email of emails) {
      const search = new URLSearchParams({ search: email }).toString();
      const { items } = await door.get<{ items: { id: string }[] }>(`/v1/influencers?${search}`);
      for (const { id } of items) await door.call('DELETE', `/v1/influencers/${id}`);
    }
  }
  const idOf = (email: string): string => {
    const id = ids.get(email);
    must(id, `${email} was added`);
    return id;
  };
  const tell = (title: string, what: () => Promise<void>) => it(title, () => windows.tell(what));
  const main = () => member.getByRole('main');
  const looksRight = async (page: Page, name: string) =>
    expect({ name, ...(await pageFaults(page, 'colours')) }).toEqual({ name, ...noFaults });
  const onProfileOf = async (name: string, email: string) => {
    await member.getByRole('heading', { name, level: 1 }).waitFor();
    await member.waitForURL((url) => url.pathname === `/admin/influencers/${idOf(email)}`);
  };

  tell('finds the other entry by keyboard alone, sees what moves and what is lost, and makes the two one', async () => {
    await member.goto(`/admin/influencers/${idOf(stays)}`);
    await onProfileOf('Merge Stays', stays);
    await tabTo(member, 'link', 'Merge…');
    await member.keyboard.press('Enter');
    await member.getByRole('heading', { name: 'Merge two entries of one person' }).waitFor();
    await looksRight(member, 'the search for the other entry');
    await tabTo(member, 'searchbox', 'Who is the other entry?');
    await member.keyboard.type('merge');
    await main().getByRole('button', { name: 'Choose Merge Unused' }).waitFor();
    expect(await main().getByRole('button', { name: 'Choose Merge Stays' }).count()).toBe(0);
    await tabTo(member, 'button', 'Choose Merge Unused');
    await member.keyboard.press('Enter');

    await main().getByRole('region', { name: 'Stays' }).getByText(stays).waitFor();
    await main().getByRole('region', { name: 'Becomes part of it' }).getByText(unused).waitFor();
    const moves = main().getByRole('list', { name: 'What moves to Merge Stays' });
    await moves.getByText('One account, with everything that was collected').waitFor();
    await main().getByText('This can not be undone.').waitFor();
    expect(await main().getByText('The person has to agree').count()).toBe(0);
    await looksRight(member, 'the two side by side');

    const names = main().getByRole('radiogroup', { name: 'Name' });
    await tabTo(member, 'radio', 'Merge Stays');
    await member.keyboard.press('ArrowDown');
    expect(await names.getByRole('radio', { name: 'Merge Unused' }).isChecked()).toBe(true);
    await tabTo(member, 'button', 'Merge the two');
    await member.keyboard.press('Enter');
    await onProfileOf('Merge Unused', stays);
    await main().getByText('@sandbox.other.account').first().waitFor();
  });

  tell('leads from the old address to the entry that stays, which says who merged what and when', async () => {
    await member.goto(`/admin/influencers/${idOf(unused)}?tab=details`);
    await onProfileOf('Merge Unused', stays);
    await member.getByRole('heading', { name: 'Merged entries' }).waitFor();
    await main()
      .getByText(/^Merge Unused, on .+, by /)
      .waitFor();
    await looksRight(member, 'the details of a merged entry');
    const refusal = await door.refusal('GET', `/v1/influencers/${idOf(unused)}`);
    expect(refusal).toMatchObject({ code: 'accounts.influencer_merged', mergedInto: idOf(stays) });
  });

  tell('moves nothing that somebody uses: the person is asked, and may say no', async () => {
    creator = await windows.ofSomebody();
    await signInAsCreator(story, creator, declines);
    await ask('Merge Declines');
    await main().getByText('Waiting for the person').waitFor();
    await looksRight(member, 'an entry that waits for the person');

    await creator.reload();
    const question = creator.getByRole('alert', { name: 'Is this other entry yours, too?' });
    await question
      .getByText(/m•••@creators\.example/)
      .first()
      .waitFor();
    expect(await creator.getByRole('main').innerText()).not.toContain(stays);
    await looksRight(creator, 'the question to the person');
    await creator.getByRole('button', { name: 'No, that is not me' }).click();
    await question.waitFor({ state: 'detached' });
    await member.reload();
    await onProfileOf('Merge Unused', stays);
    await main().getByText('The person said no').waitFor();
    expect(await main().getByText('Waiting for the person').count()).toBe(0);
    await member.getByRole('button', { name: /^Notices/ }).click();
    const told = member.getByRole('link', { name: 'Merge Declines said that another entry is not theirs' });
    await told.waitFor();
    await looksRight(member, 'the notice of the no');
    await told.click();
    await onProfileOf('Merge Declines', declines);
    await main().getByText('The person said no').waitFor();
  });

  tell('makes the two one by the person’s own word, who is then signed out of the entry that went', async () => {
    creator = await windows.ofSomebody();
    await signInAsCreator(story, creator, agrees);
    await ask('Merge Agrees');
    await creator.reload();
    await creator.getByRole('button', { name: 'Both are mine' }).click();
    const dialog = creator.getByRole('dialog', { name: 'Make the two one?' });
    await dialog.waitFor();
    await looksRight(creator, 'the last question to the person');
    await dialog.getByRole('button', { name: 'Both are mine' }).click();
    await creator.getByRole('heading', { name: 'The two are one now', level: 1 }).waitFor();
    await looksRight(creator, 'the end of the entry');
    await creator.goto('/dashboard');
    await creator.getByText('Please sign in').waitFor();
    await signInAsCreator(story, creator, stays);
    await creator.getByText('@sandbox.other.account').first().waitFor();
    await member.goto(`/admin/influencers/${idOf(agrees)}?tab=details`);
    await onProfileOf('Merge Unused', stays);
    await main()
      .getByText(/^Merge Agrees, on .+ · confirmed by the person$/)
      .waitFor();
  });

  /** From a selection of exactly two in the list. */
  async function ask(who: string) {
    await member.goto('/admin/influencers?search=merge');
    for (const name of ['Merge Unused', who])
      await main()
        .getByRole('checkbox', { name: new RegExp(name) })
        .check();
    await main().getByRole('link', { name: 'Merge the two…' }).click();
    const keeps = main().getByRole('region', { name: 'Stays' });
    await keeps.waitFor();
    if ((await keeps.getByText(stays).count()) === 0)
      await main().getByRole('link', { name: 'Keep the other one instead' }).click();
    await keeps.getByText(stays).waitFor();
    await main().getByText('The person has to agree').waitFor();
    await main().getByRole('button', { name: 'Ask the person' }).click();
    await onProfileOf('Merge Unused', stays);
  }
});
