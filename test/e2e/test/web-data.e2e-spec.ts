import { readFileSync } from 'node:fs';
import { axeViolations, fitsWidth, tabTo, type Page } from '@creator-connect/browser';
import { Story, Windows } from '../src';
import { eventually, must } from '../src/doors/wait';
import { daysWithAPause, firstCollection } from '../src/journeys/collected-days';
import { addInfluencer, connectedCreator, signIn, type Influencer } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { memberOnRoster } from '../src/windows/steps';

/** What members see of an account's figures: drawn, as a table and as a file, and what is said where there are none. */
describe('the data of a profile in a real browser', () => {
  const home = process.env['CONNECT_HOME'] ?? '';
  let story: Story;
  let windows: Windows;
  let member: Page;
  let influencer: Influencer;
  let withoutAudience: Influencer;
  let nobodys: Influencer;
  let revocations: string;

  beforeAll(async () => {
    must(home, 'the test is given a started system (run it through `npm test`)');
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    const door = await story.admin();
    const busy = await connectedCreator(story, door, 'youtube', 'youtube-busy', 'YouTube busy');
    influencer = busy.influencer;
    await firstCollection(door, busy.account.id);
    await daysWithAPause(story, home, door, { influencer, accountId: busy.account.id });

    const few = await connectedCreator(story, door, 'tiktok', 'tiktok-unsuitable', 'TikTok unsuitable');
    withoutAudience = few.influencer;
    revocations = `/v1/social-accounts/${few.account.id}/authorization/revocations`;
    await firstCollection(door, few.account.id);
    nobodys = await addInfluencer(story, door, 'browser-no-account');
    member = await memberOnRoster(windows, story.login());
  });

  afterAll(async () => {
    await windows?.close();
    await story?.end();
  });

  const tell = (title: string, what: () => Promise<void>) => it(title, () => windows.tell(what));
  const open = ({ id }: Influencer) => member.goto(`/admin/influencers/${id}?tab=data`);
  const section = (name: string) => member.getByRole('region', { name, exact: true });
  const figures = () => section('Figures over time');

  tell('shows each figure with its time, and draws the line with a gap where nothing was collected', async () => {
    await open(influencer);
    const followers = figures().locator('dt', { hasText: 'Followers' }).locator('xpath=following-sibling::dd');
    await followers.getByText('1,230,000').waitFor();
    await followers.getByText(/^as of /).waitFor();
    const chart = figures().getByRole('img', { name: /^Followers from .* to .*, 1,230,000 at last\..* has 1 gap\.$/ });
    // A figure that never changed is a flat line, which has no height to be seen by.
    await chart.locator('.recharts-line-curve').waitFor({ state: 'attached' });
    expect(await chart.locator('.recharts-reference-area').count()).toBe(1);
    // The line ends before the gap, and today stands alone behind it.
    expect((await chart.locator('.recharts-line-curve').getAttribute('d'))?.match(/M/g)).toHaveLength(2);
    expect(await chart.locator('circle').count()).toBe(1);
    await figures()
      .getByRole('listitem')
      .getByText(/The creator paused the collection\.$/)
      .waitFor();
  });

  tell('reads the same as a table, by keyboard', async () => {
    await open(influencer);
    await figures().getByRole('radiogroup', { name: 'Show Followers as' }).waitFor();
    await tabTo(member, 'radio', 'Chart');
    await member.keyboard.press('ArrowRight');
    const rows = figures().getByRole('table', { name: 'Followers' }).getByRole('row');
    await rows.first().waitFor();
    const texts = (await rows.allInnerTexts()).slice(1).map((text) => text.replaceAll(/\s+/g, ' '));
    const paused = texts.map((text) => /Not collected: The creator paused the collection\./.test(text));
    // The newest first: today, four whole days of the gap, and the day in which it began with those before it.
    expect(paused).toEqual([false, true, true, true, true, ...Array<boolean>(13).fill(false)]);
    for (const [index, text] of texts.entries())
      expect([index, text.includes('1,230,000')]).toEqual([index, !paused[index]]);
  });

  tell('says why a figure is missing, and never shows a zero for it', async () => {
    await open(influencer);
    await figures().getByLabel('Figure', { exact: true }).selectOption('Reach');
    await figures().getByText('YouTube does not tell this figure for this account.').waitFor();
    const reach = figures().locator('dt', { hasText: 'Reach' }).locator('xpath=following-sibling::dd');
    await reach.getByRole('img', { name: 'not known' }).waitFor();
    await figures().getByLabel('Figure', { exact: true }).selectOption('Views');
    await figures()
      .getByRole('img', { name: /^Views from / })
      .waitFor();
    await figures().getByLabel('Range').selectOption('The last 7 days');
    await figures().getByLabel('Figure', { exact: true }).selectOption('Followers');
    await figures().getByText('Table', { exact: true }).click();
    const table = figures().getByRole('table', { name: 'Followers' });
    await table.getByRole('row').nth(7).waitFor();
    expect(await table.getByRole('row').count()).toBe(8);
  });

  tell('shows the audience in bars and as a table', async () => {
    await open(influencer);
    const country = section('Country');
    await country.getByRole('img', { name: /^Country: United States \d/ }).waitFor();
    await country.getByText(/^as of /).waitFor();
    await country.getByText('Table', { exact: true }).click();
    await country.getByRole('row', { name: /^Germany .*%/ }).waitFor();
    await section('Age')
      .getByRole('img', { name: /^Age: 13-17 .*65/ })
      .waitFor();
    await section('Gender')
      .getByRole('img', { name: /Women .*Men/ })
      .waitFor();
  });

  tell('stands in the address as it is shown: for whoever gets the link, and on the way back', async () => {
    await open(influencer);
    await figures().getByLabel('Figure', { exact: true }).selectOption('Views');
    await figures().getByLabel('Range').selectOption('The last 7 days');
    await figures().getByText('Table', { exact: true }).click();
    await section('Country').getByText('Table', { exact: true }).click();
    const asChosen = async (page: Page) => {
      await page.getByRole('table', { name: 'Views' }).getByRole('row').nth(7).waitFor();
      await page.getByRole('table', { name: 'Country' }).waitFor();
      await page.getByRole('img', { name: /^Age: / }).waitFor();
    };
    await asChosen(member);
    const other = await member.context().newPage();
    await other.goto(member.url());
    await asChosen(other);
    await other.close();
    await member.getByRole('link', { name: 'All influencers' }).click();
    await member.getByRole('heading', { name: 'Influencers', level: 1 }).waitFor();
    await member.goBack();
    await asChosen(member);
  });

  const download = async (name: string): Promise<Buffer> => {
    const [file] = await Promise.all([
      member.waitForEvent('download'),
      member.getByRole('button', { name, exact: true }).click(),
    ]);
    return readFileSync(await file.path());
  };

  tell('gives everything away as CSV and Parquet', async () => {
    await open(influencer);
    await figures().waitFor();
    const daily = (await download('Download the daily figures as CSV')).toString().split('\n');
    expect(daily[0]).toBe('day,metric,value,since,gap');
    expect(daily.filter((line) => line.endsWith(',paused_by_person'))).toHaveLength(4 * 4);
    const posts = (await download('Download all posts as CSV')).toString().split('\n');
    expect(posts.length).toBeGreaterThan(400);
    await section('Country').waitFor();
    for (const what of ['the daily figures', 'all posts', 'the audience']) {
      const file = await download(`Download ${what} as Parquet`);
      expect([what, file.subarray(0, 4).toString(), file.subarray(-4).toString()]).toEqual([what, 'PAR1', 'PAR1']);
    }
  });

  tell('collects an account at once when a member asks for it, and says when the figures are there', async () => {
    await member.goto(`/admin/influencers/${withoutAudience.id}?tab=accounts`);
    const account = member.getByRole('article').first();
    await account.getByRole('list', { name: 'Granted permissions' }).waitFor();
    await account.getByRole('button', { name: /^Collect now/ }).click();
    await account.getByRole('status').getByText('It is collected.').waitFor();
    expect(await pageFaults(member)).toEqual(noFaults);
  });

  tell('says why there is nothing, and what to do', async () => {
    await open(withoutAudience);
    await section('Audience')
      .getByText(/TikTok tells no audience with this kind of permission/)
      .waitFor();
    await (await signIn(story, withoutAudience)).post(revocations);
    const note = member.getByRole('status', { name: 'No figures to show' });
    await eventually('the page to hide what was collected', async () => {
      await open(withoutAudience);
      await member.getByRole('combobox', { name: 'Account' }).waitFor();
      return (await note.or(figures()).first().innerText()).includes('The permission was taken back');
    });
    await note.getByRole('link', { name: 'To the accounts' }).click();
    await member.waitForURL(/tab=accounts/);
    const account = member.getByRole('article').first();
    await account.getByText('Revoked', { exact: true }).waitFor();
    await account.getByText('Ended', { exact: true }).waitFor();
    expect(await account.getByText('Granted permissions').count()).toBe(0);
    expect(await account.getByRole('button', { name: /^Collect now/ }).count()).toBe(0);
    await open(nobodys);
    await member.getByText(/Ask for an account in the tab Accounts/).waitFor();
  });

  tell('is readable in both themes and at 320 pixels, drawn and as a table', async () => {
    await open(influencer);
    await section('Country').locator('.recharts-bar-rectangle').first().waitFor();
    expect(await pageFaults(member)).toEqual(noFaults);
    await member.setViewportSize({ width: 320, height: 640 });
    await figures().getByText('Table', { exact: true }).click();
    await figures().getByRole('table', { name: 'Followers' }).waitFor();
    expect({ table: await axeViolations(member), fits: await fitsWidth(member) }).toEqual({ table: [], fits: true });
  });
});
