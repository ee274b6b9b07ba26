import { readFile } from 'node:fs/promises';
import { tabTo, type Page } from '@creator-connect/browser';
import { Story, Windows } from '../src';
import { eventually } from '../src/doors/wait';
import { connectedCreator, type Influencer } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { signInAsCreator, watchInbox } from '../src/windows/steps';

/** A creator's rights, from one page to the receipt. */
describe('your data', () => {
  let story: Story;
  let windows: Windows;
  let creator: Page;
  let influencer: Influencer;
  let handle: string;

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    const door = await story.admin();
    const connected = await connectedCreator(story, door, 'tiktok', 'tiktok-other-country', 'TikTok other country');
    influencer = connected.influencer;
    const posts = `/v1/posts?socialAccountId=${connected.account.id}&limit=1`;
    await eventually('a post', async () => (await door.get<{ items: unknown[] }>(posts)).items.length > 0);
    ({ handle } = await door.get<{ handle: string }>(`/v1/social-accounts/${connected.account.id}`));
    creator = await windows.ofSomebody();
    await signInAsCreator(story, creator, influencer.email);
  });

  afterAll(async () => {
    await windows?.close();
    await story?.end();
  });

  const looksRight = async (name: string) => {
    expect({ name, ...(await pageFaults(creator, 'colours')) }).toEqual({ name, ...noFaults });
  };
  /** Without a mouse. */
  const press = async (button: string) => {
    await creator.getByRole('button', { name: button, exact: true }).waitFor();
    await tabTo(creator, 'button', button);
    await creator.keyboard.press('Enter');
  };
  const section = (name: string) => creator.getByRole('region', { name });

  it('says what is collected, from which source, and who looked, without a name', () =>
    windows.chapter(async () => {
      await creator.getByRole('link', { name: /^Your data/ }).click();
      await creator.getByRole('heading', { name: 'Your data', level: 1 }).waitFor();
      const account = section('What is collected').getByRole('article', { name: `@${handle}` });
      await account.getByText('TikTok, with your permission').waitFor();
      await account.getByText('goes on').waitFor();
      const looks = section('Who looked').getByRole('table');
      await looks.getByRole('cell', { name: 'An owner' }).first().waitFor();
      await looks.getByText(/your posts and figures/).waitFor();
      expect(await creator.locator('main').innerText()).not.toContain(story.login().email);
      await looksRight('your data');
    }));

  it('pauses everything and goes on', () =>
    windows.chapter(async () => {
      const pause = section('Pause');
      await press('Pause everything');
      await pause.getByText('1 account is paused.').waitFor();
      await creator.getByRole('link', { name: 'To your accounts' }).click();
      const card = creator.getByRole('article', { name: new RegExp(`@${handle}`) });
      await card.getByText('Paused', { exact: true }).waitFor();
      await card.getByRole('button', { name: 'Go on collecting' }).click();
      await card.getByText('Authenticated', { exact: true }).waitFor();
      await creator.getByRole('link', { name: /^Your data/ }).click();
      await section('Pause').getByText('Nothing is paused.').waitFor();
    }));

  it('asks for a code from the own mailbox when the proof is old, and gives everything in one archive, once', () =>
    windows.chapter(async () => {
      // As after five minutes; from then on the real gateway answers.
      const problem = { status: 401, code: 'request.step_up_needed', title: 'x', nextStep: 'x' };
      await creator.route(
        '**/v1/own-data/exports',
        (route) => route.fulfill({ status: 401, contentType: 'application/problem+json', json: problem }),
        { times: 1 },
      );
      const inbox = await watchInbox(story, influencer.email);
      const download = section('Download everything');
      await press('Prepare my download');
      await creator.getByRole('button', { name: 'Mail me a code' }).click();
      await creator.getByText('The code is on its way.').waitFor();
      await looksRight('the code');
      const code = await inbox.link(/show that it is you/i, /\b\d{6}\b/);
      await creator.getByRole('textbox', { name: 'Code from the mail' }).fill(code);
      await creator.getByRole('button', { name: 'Go on', exact: true }).click();
      await download.getByText(/It is ready/).waitFor();
      const [file] = await Promise.all([creator.waitForEvent('download'), press('Download')]);
      expect(file.suggestedFilename()).toBe('my-data.zip');
      const bytes = await readFile(await file.path());
      expect(bytes.subarray(0, 2).toString()).toBe('PK');
      expect(bytes.includes('collector/posts.csv')).toBe(true);
      await download.getByText(/can not be downloaded again/).waitFor();
    }));

  it('erases for good after a preview and the name of the organisation, and shows which part has finished when', () =>
    windows.chapter(async () => {
      await press('See what would be erased');
      const question = creator.getByRole('dialog');
      await question.getByText(/^posts: /).waitFor();
      // Whoever only looked is back at the button.
      await creator.keyboard.press('Escape');
      await question.waitFor({ state: 'detached' });
      await section('Erase everything').getByRole('button').and(creator.locator(':focus')).waitFor();
      await creator.keyboard.press('Enter');
      await question.getByText(/^posts: /).waitFor();
      await looksRight('the question before the erasure');
      const erase = question.getByRole('button', { name: 'Erase for good' });
      await erase.click();
      await question.getByText('Nothing is deleted before that').waitFor();
      await question.getByRole('textbox', { name: /to go on/ }).fill('Acme Talent');
      await erase.click();
      await creator.getByRole('heading', { name: 'You are erased' }).waitFor();
      await creator.getByText(/Everything is erased, since/).waitFor();
      expect(await creator.getByText(/not yet/).count()).toBe(0);
      await looksRight('the receipt');
      await creator.reload();
      await creator.getByText(/Everything is erased, since/).waitFor();
      await creator.goto('/dashboard');
      await creator.getByText('Please sign in').waitFor();
      const door = await story.admin();
      const gone = await door.refusal('GET', `/v1/influencers/${influencer.id}`);
      expect(gone.code).toBe('accounts.not_found');
    }));
});
