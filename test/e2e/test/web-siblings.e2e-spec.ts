import type { Page } from '@creator-connect/browser';
import { Story, Windows } from '../src';
import { addInfluencer } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { consentAtFacebook, creatorOnPhone } from '../src/windows/steps';

const persona = 'Creator Many-Pages';
const [first, second] = ['sandbox.many.20', 'sandbox.many.21'];

/** One consent at Facebook covers all of a person's accounts, so that a new one can cut an old one off. */
describe('several accounts behind one Facebook profile, in a real browser', () => {
  let story: Story;
  let windows: Windows;
  let phone: Page;

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    const { email } = await addInfluencer(story, await story.admin(), 'browser-siblings');
    phone = await creatorOnPhone(story, windows, email);
  });

  afterAll(async () => {
    await windows.close();
    await story.end();
  });

  const chapter = (title: string, what: () => Promise<void>) => it(title, () => windows.chapter(what));
  const card = (handle: string) => phone.getByRole('article', { name: `@${handle}, Instagram` });
  const choose = (handle: string) => phone.getByRole('checkbox', { name: new RegExp(`^@${handle}\\b`) }).check();

  chapter('connects several of them in one go', async () => {
    await phone.getByRole('button', { name: 'Add Account: Instagram' }).click();
    await phone.getByRole('dialog').getByRole('button', { name: 'Continue to Facebook' }).click();
    await consentAtFacebook(phone, persona);
    await choose(first);
    await choose(second);
    await phone.getByRole('button', { name: 'Connect 2 accounts' }).click();
    await phone.getByRole('heading', { name: '2 accounts are connected' }).waitFor();
    await phone.getByRole('link', { name: 'To your accounts' }).click();
    for (const handle of [first, second]) await card(handle).getByText('Authenticated', { exact: true }).waitFor();
  });

  chapter('names before the dialog what has to stay ticked, and after it what was left out', async () => {
    await card(first).getByRole('button', { name: 'Reauth' }).click();
    await phone.getByRole('dialog').getByRole('button', { name: 'Continue to Facebook' }).click();
    const keep = phone.getByRole('dialog', { name: 'Keep these ticked' });
    await keep.getByText(`@${second}`).waitFor();
    expect(await pageFaults(phone)).toEqual(noFaults);
    await keep.getByRole('button', { name: 'Continue to Facebook' }).click();
    await phone.getByRole('link', { name: 'Edit settings' }).click();
    await phone.getByRole('button', { name: 'Next', exact: true }).click();
    await phone.getByRole('checkbox', { name: /^Page 21 of many/ }).uncheck();
    await phone.getByRole('checkbox', { name: `@${second}` }).uncheck();
    await phone.getByRole('button', { name: 'Done', exact: true }).click();
    const left = phone.getByRole('alert').filter({ hasText: 'One connected account was left out' });
    await left.getByText(`@${second}`).waitFor();
    await left.getByText(/choose "Edit settings"/).waitFor();
    await left.getByRole('button', { name: 'Tick it at Facebook' }).waitFor();
    expect(await pageFaults(phone)).toEqual(noFaults);
  });

  chapter('leads back to it with one press', async () => {
    await phone.getByRole('button', { name: 'Tick it at Facebook' }).click();
    const keep = phone.getByRole('dialog', { name: 'Keep these ticked' });
    await keep.getByText(`@${first}`).waitFor();
    await keep.getByRole('button', { name: 'Continue to Facebook' }).click();
    await phone.getByRole('link', { name: 'Edit settings' }).click();
    await phone.getByRole('button', { name: 'Next', exact: true }).click();
    await phone.getByRole('checkbox', { name: /^Page 21 of many/ }).check();
    await phone.getByRole('checkbox', { name: `@${second}` }).check();
    await phone.getByRole('button', { name: 'Done', exact: true }).click();
    await phone.getByRole('button', { name: 'Connect this account' }).click();
    await phone.getByRole('heading', { name: 'Your account is connected' }).waitFor();
    await phone.getByRole('link', { name: 'To your accounts' }).click();
    for (const handle of [first, second]) await card(handle).getByText('Authenticated', { exact: true }).waitFor();
  });
});
