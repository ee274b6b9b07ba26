import { readFileSync } from 'node:fs';
import { axeViolations, fitsWidth, tabTo, type Page } from '@creator-connect/browser';
import { Story, Windows } from '../src';
import { daysPassSince } from '../src/doors/elapsed-time';
import { must } from '../src/doors/wait';
import { daysWithAPause, firstCollection } from '../src/journeys/collected-days';
import { addInfluencer, connectedCreator, type Influencer } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { memberOnRoster } from '../src/windows/steps';

/** What members see of a campaign's figures: drawn, as tables and as files, with what is missing in them. */
describe('the report of a campaign in a real browser', () => {
  const home = process.env['CONNECT_HOME'] ?? '';
  let story: Story;
  let windows: Windows;
  let member: Page;
  let paused: Influencer;
  let report: string;

  beforeAll(async () => {
    must(home, 'the test is given a started system (run it through `npm test`)');
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    const door = await story.admin();
    const first = await connectedCreator(story, door, 'tiktok', 'tiktok-busy', 'TikTok busy');
    const second = await connectedCreator(story, door, 'youtube', 'youtube-testing-mode', 'YouTube testing mode');
    paused = first.influencer;
    for (const { account } of [first, second]) await firstCollection(door, account.id);
    await daysPassSince(home, second.account.id, 17);
    await daysWithAPause(story, home, door, { influencer: paused, accountId: first.account.id });

    const nobodys = await addInfluencer(story, door, 'browser-report-no-account');
    const campaign = await door.post<{ id: string }>('/v1/campaigns', { name: 'Browser report' });
    for (const { id: influencerId } of [paused, second.influencer, nobodys])
      await door.post(`/v1/campaigns/${campaign.id}/influencers`, { influencerId });
    report = `/admin/campaigns/${campaign.id}?tab=report`;
    member = await memberOnRoster(windows, story.login());
  });

  afterAll(async () => {
    await windows?.close();
    await story?.end();
  });

  const tell = (title: string, what: () => Promise<void>) => it(title, () => windows.tell(what));
  const section = (name: string) => member.getByRole('region', { name, exact: true });
  const days = () => section('Figures over time');
  const days30 = '&days=30';

  tell('draws what the posts added up to, and names the days on which an account was missing', async () => {
    await member.goto(report + days30);
    const chart = days().getByRole('img', {
      name: /^Views from .* to .*, [\d,]+ at last\. The table shows every day\.$/,
    });
    await chart.locator('.recharts-line-curve').waitFor({ state: 'attached' });
    expect(await chart.locator('.recharts-reference-area').count()).toBe(1);
    // One line: what was known of the account that paused stays in the sum.
    expect((await chart.locator('.recharts-line-curve').getAttribute('d'))?.match(/M/g)).toHaveLength(1);
    await days()
      .getByRole('list', { name: 'When accounts were not collected' })
      .getByText(/: 1 account was not collected\. The creator paused the collection\.$/)
      .waitFor();
  });

  tell('draws a gap with its cause where nothing was collected of one influencer', async () => {
    await member.goto(report + days30);
    await days().getByLabel('Posts of').selectOption('tiktok busy');
    const chart = days().getByRole('img', { name: /has 1 gap\.$/ });
    await chart.waitFor();
    expect((await chart.locator('.recharts-line-curve').getAttribute('d'))?.match(/M/g)).toHaveLength(2);
    await tabTo(member, 'radio', 'Chart');
    await member.keyboard.press('ArrowRight');
    const rows = days().getByRole('table', { name: 'Views' }).getByRole('row');
    await rows.first().waitFor();
    const texts = await rows.allInnerTexts();
    expect(texts.filter((text) => text.includes('Not collected: The creator paused'))).toHaveLength(4);
  });

  tell('says why a figure is missing, and never shows a zero for it', async () => {
    await member.goto(report + days30);
    await days().getByLabel('Figure', { exact: true }).selectOption('Reach');
    await days()
      .getByText(/^No platform tells this figure for these posts/)
      .waitFor();
    await section('By influencer').getByText('Reach: no platform tells it for these posts.').waitFor();
  });

  tell('names everybody of whom something is missing, and why; many of them do not hide the report', async () => {
    await member.goto(report);
    const notice = member.getByRole('alert').filter({ hasText: /of the report (?:is|are) missing or stands? still/ });
    const lines = notice.getByRole('listitem');
    await lines.filter({ hasText: /^browser report no account: has no account yet/ }).waitFor();
    // A campaign of people in every such state at once is played.
    const reasons = [
      ['not_authenticated', 'not authenticated'],
      ['reauth', 'needs to be authenticated again; what was collected before still counts'],
      ['revoked', 'authorization revoked, so its data is hidden'],
      ['paused', 'paused by the creator; what was collected before still counts'],
      ['marketplace_closed', 'your Creator Marketplace account can not read it (Settings → Marketplace)'],
      ['not_collected_yet', 'the first collection is under way'],
      ['reauth', 'needs to be authenticated again; what was collected before still counts'],
      ['no_account', 'has no account yet'],
      ['no_account', 'has no account yet'],
    ] as const;
    const missing = reasons.map(([reason], index) => ({
      influencerId: `${paused.id.slice(0, -1)}${index}`,
      influencerName: `Somebody ${index}`,
      account: reason === 'no_account' ? null : { id: `${index}`, handle: `handle.${index}`, platform: 'tiktok' },
      reason,
      since: reason === 'no_account' ? null : '2030-01-02T03:04:00.000Z',
    }));
    const address = /\/v1\/campaigns\/[^/]+\/report$/;
    await member.route(address, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...((await response.json()) as object), missing } });
    });
    await member.reload();
    await notice.getByText('9 parts of the report are missing or stand still').waitFor();
    expect(await lines.count()).toBe(8);
    await notice.getByRole('button', { name: 'Show all 9' }).click();
    const told = (await lines.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '));
    expect(told).toEqual(
      reasons.map(([reason, words], index) =>
        reason === 'no_account'
          ? `Somebody ${index}: ${words}`
          : `Somebody ${index}, @handle.${index} (TikTok): ${words} · since 2 Jan 2030, 03:04`,
      ),
    );
    expect(await pageFaults(member)).toEqual(noFaults);
    await member.unroute(address);
    await member.reload();
    await lines.first().getByRole('link', { name: 'browser report no account' }).click();
    await member.getByRole('heading', { name: 'browser report no account', level: 1 }).waitFor();
  });

  tell('shows who achieved how much, in bars and as a table', async () => {
    await member.goto(report);
    const bars = section('By influencer');
    await bars.getByRole('img', { name: /^Views: (tiktok busy|youtube testing mode) [\d,]+, / }).waitFor();
    await bars.getByText('1 influencer has no such figure.').waitFor();
    await bars.getByText('Table', { exact: true }).click();
    await bars.getByRole('row', { name: /^tiktok busy @sandbox\.busy/ }).waitFor();
  });

  const download = async (name: string): Promise<Buffer> => {
    const [file] = await Promise.all([
      member.waitForEvent('download'),
      member.getByRole('button', { name, exact: true }).click(),
    ]);
    return readFileSync(await file.path());
  };

  tell('gives posts, totals and days away as CSV and Parquet', async () => {
    await member.goto(report + days30);
    await days().waitFor();
    const totals = (await download('Download the totals as CSV')).toString().trim().split('\n');
    expect(totals[0]).toBe('influencer_id,influencer,platform,handle,posts,reach,views,engagements,as_of,missing');
    expect(totals).toHaveLength(4);
    expect(totals.at(-1)).toMatch(/,browser report no account,,,,,,,,no_account$/);
    const posts = (await download('Download the posts in the report as CSV')).toString().split('\n');
    expect(posts.length).toBeGreaterThan(400);
    const daily = (await download('Download the daily figures as CSV')).toString().trim().split('\n');
    expect(daily.filter((line) => line.endsWith(',1,paused_by_person'))).toHaveLength(2 * 4);
    for (const what of ['the totals', 'the posts in the report', 'the daily figures']) {
      const file = await download(`Download ${what} as Parquet`);
      expect([what, file.subarray(0, 4).toString(), file.subarray(-4).toString()]).toEqual([what, 'PAR1', 'PAR1']);
    }
  });

  tell('stands in the address as it is shown: for whoever gets the link, and on the way back', async () => {
    await member.goto(report);
    await days().getByLabel('Figure', { exact: true }).selectOption('Engagements');
    await days().getByLabel('Range').selectOption('The last 7 days');
    await days().getByLabel('Posts of').selectOption('tiktok busy');
    await days().getByText('Table', { exact: true }).click();
    await section('By influencer').getByText('Table', { exact: true }).click();
    const asChosen = async (page: Page) => {
      const shown = page.getByRole('region', { name: 'Figures over time' });
      await shown.getByRole('table', { name: 'Engagements' }).getByRole('row').nth(7).waitFor();
      expect(await shown.getByLabel('Posts of').locator('option:checked').innerText()).toBe('tiktok busy');
      await page.getByRole('table', { name: 'By influencer' }).waitFor();
    };
    await asChosen(member);
    const other = await member.context().newPage();
    await other.goto(member.url());
    await asChosen(other);
    await other.close();
    await section('By influencer').getByRole('link', { name: 'tiktok busy' }).click();
    await member.getByRole('heading', { name: 'tiktok busy', level: 1 }).waitFor();
    await member.goBack();
    await asChosen(member);
  });

  tell('is readable in both themes and at 320 pixels, drawn and as tables', async () => {
    await member.goto(report + days30);
    await section('By influencer').locator('.recharts-bar-rectangle').first().waitFor();
    await days().locator('.recharts-line-curve').waitFor({ state: 'attached' });
    expect(await pageFaults(member)).toEqual(noFaults);
    const help = member.getByRole('main').getByRole('link', { name: 'More about this' });
    expect(await help.getAttribute('href')).toBe('/help/reports');
    await member.goto(`${report}${days30}&tables=daily,influencers`);
    await member.setViewportSize({ width: 320, height: 640 });
    await days().getByRole('table', { name: 'Views' }).waitFor();
    expect({ table: await axeViolations(member), fits: await fitsWidth(member) }).toEqual({ table: [], fits: true });
  });
});
