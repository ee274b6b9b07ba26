import type { Page } from '@creator-connect/browser';
import { Story, Windows } from '../src';
import { addInfluencer } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import {
  confirmBoth,
  connectSiblings,
  consentOnceMore,
  reauthenticateFirst,
  siblings,
  tickAgain,
} from '../src/windows/siblings';
import { creatorOnPhone } from '../src/windows/steps';

const { first, second } = siblings;

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
  chapter('connects several of them in one go', () => connectSiblings(phone));

  chapter('names before the dialog what has to stay ticked, and after it what was left out', async () => {
    const keep = await reauthenticateFirst(phone);
    await keep.getByText(`@${second}`).waitFor();
    expect(await pageFaults(phone)).toEqual(noFaults);
    await (await consentOnceMore(phone, 'left out')).click();
    const left = phone.getByRole('alert').filter({ hasText: 'One connected account was left out' });
    await left.getByText(`@${second}`).waitFor();
    await left.getByText(/choose "Edit settings"/).waitFor();
    await left.getByRole('button', { name: 'Tick it at Facebook' }).waitFor();
    expect(await pageFaults(phone)).toEqual(noFaults);
  });

  chapter('leads back to it with one press', async () => {
    const keep = await tickAgain(phone);
    await keep.getByText(`@${first}`).waitFor();
    await (await consentOnceMore(phone, 'in')).click();
    await confirmBoth(phone);
  });
});
