import type { Page } from '@creator-connect/browser';
import { Story, Windows, type GatewayDoor } from '../src';
import { eventually } from '../src/doors/wait';
import { furtherOrganisation, type FurtherOrganisation } from '../src/journeys/further-organisation';
import { addInfluencer } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { memberOnRoster, signInAsMember } from '../src/windows/steps';

/** What is done for many at once: into a group, with words for whoever it can not be done for, and never lost unasked. */
describe('work on many influencers in a real browser', () => {
  let story: Story;
  let windows: Windows;
  let door: GatewayDoor;
  let member: Page;
  const names = ['one', 'two', 'three'].map((name) => `browser many ${name}`);
  const group = `Browser many ${Date.now()}`;

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    door = await story.admin();
    for (const name of names) await addInfluencer(story, door, name.replaceAll(' ', '-'));
    await door.post('/v1/influencer-groups', { name: group });
    member = await windows.ofSomebody();
    await signInAsMember(member, story.login());
    await member.getByRole('heading', { name: 'Influencers', level: 1 }).waitFor();
  });

  afterAll(async () => {
    await windows?.close();
    await story?.end();
  });

  const tell = (title: string, what: () => Promise<void>) => it(title, () => windows.tell(what));
  const selection = () => member.getByRole('region', { name: 'Selection' });
  const panel = (name: RegExp) => member.getByRole('region', { name });
  const selectAll = async () => {
    await member.goto('/admin/influencers?search=browser%20many');
    await selection().getByRole('checkbox', { name: 'Select all 3 on this page' }).check();
  };
  const addTo = async (label: string) => {
    await selectAll();
    await selection().getByLabel('Campaign or group').selectOption({ label });
    await selection().getByRole('button', { name: 'Add to it' }).click();
  };

  tell('adds all of them to a group', async () => {
    await addTo(group);
    const run = panel(/^3 creators into a group$/);
    await run.getByText('3 done, 0 failed, 0 to go').waitFor();
    await run.getByRole('button', { name: 'Close' }).click();
    await member.goto('/admin/influencers');
    await member.getByRole('search').getByLabel('Group').selectOption({ label: group });
    const listed = member.getByRole('list', { name: 'Influencers' }).getByRole('listitem');
    await eventually('the list of the group', async () => (await listed.count()) === 3);
    for (const name of names) await listed.getByRole('link', { name, exact: true }).waitFor();
  });

  tell('says of whoever has no account that there is none, and leads to where one is asked for', async () => {
    await selectAll();
    await selection().getByRole('button', { name: 'Copy links' }).click();
    const run = panel(/^Links for 3 creators$/);
    await run.getByText('0 done, 3 failed, 0 to go').waitFor();
    const rows = run.getByRole('listitem');
    const words =
      /^browser many one: There is no account yet that could be authenticated\. Open the influencer and ask/;
    await rows.filter({ hasText: words }).waitFor();
    expect(await pageFaults(member)).toEqual(noFaults);
    await rows.getByRole('link', { name: 'browser many one' }).click();
    await member.getByRole('heading', { name: 'browser many one', level: 1 }).waitFor();
    await member.getByRole('region', { name: 'Ask for an account' }).waitFor();
    await run.getByRole('button', { name: 'Close' }).click();
  });

  tell('asks before the page is left while some are still waiting, and goes on when somebody stays', async () => {
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    await member.route('**/v1/influencer-groups/*/influencers/*', async (route) => {
      await held;
      await route.continue();
    });
    await addTo(group);
    const run = panel(/^3 creators into a group$/);
    await run.getByText('0 done, 0 failed, 3 to go').waitFor();
    const asked = member.waitForEvent('dialog');
    // By the page itself: Playwright’s own reload would wait for one that never comes.
    const left = member.evaluate('location.reload()');
    const question = await asked;
    expect(question.type()).toBe('beforeunload');
    await question.dismiss();
    await left;
    answer();
    await run.getByText('3 done, 0 failed, 0 to go').waitFor();
    await member.unroute('**/v1/influencer-groups/*/influencers/*');
    // Nothing is left to lose.
    await member.reload();
    await member.getByRole('heading', { name: 'Influencers', level: 1 }).waitFor();
    expect(await run.count()).toBe(0);
  });

  describe('of two hundred', () => {
    const size = 200;
    const nameOf = (index: number) => `Crowd ${String(index).padStart(3, '0')}`;
    /** Removed by a colleague after they were selected. */
    const removed = [0, 71, 199];
    const ids: string[] = [];
    let organisation: FurtherOrganisation;
    let campaignId: string;

    beforeAll(async () => {
      // One of its own: nobody else has so long a roster to look through.
      organisation = await furtherOrganisation(story, door, `Crowd Agency ${Date.now()}`);
      for (let from = 0; from < size; from += 50) {
        const lines = Array.from({ length: 50 }, (_, index) => from + index).map(
          (index) => `${nameOf(index)},crowd-${index}@creators.example`,
        );
        const csv = ['name,email', ...lines].join('\n');
        const { rows } = await organisation.door.post<{ rows: { influencerId?: string }[] }>(
          '/v1/influencers/imports',
          { csv },
        );
        for (const { influencerId } of rows) if (influencerId) ids.push(influencerId);
      }
      expect(ids).toHaveLength(size);
      const [startsOn, endsOn] = ['2026-01-01', '2026-12-31'];
      ({ id: campaignId } = await organisation.door.post<{ id: string }>('/v1/campaigns', {
        name: 'Crowd',
        startsOn,
        endsOn,
      }));
      member = await memberOnRoster(windows, organisation.login);
    });

    it('shows how far it is, is stopped and goes on, and has a result of its own for each, refused or not', () =>
      windows.tell(async () => {
        const more = member.getByRole('button', { name: 'Show more' });
        const listed = member.getByRole('list', { name: 'Influencers' }).getByRole('listitem');
        while ((await listed.count()) < size) {
          const before = await listed.count();
          await more.click();
          await eventually('the next page', async () => (await listed.count()) > before);
        }
        await selection()
          .getByRole('checkbox', { name: `Select all ${size} on this page` })
          .check();
        await selection().getByText(`${size} selected`).waitFor();
        for (const index of removed) await organisation.door.call('DELETE', `/v1/influencers/${ids[index]}`);

        // Half-way one is kept waiting on its way to the server, so that somebody has the time to look.
        let sent = 0;
        let answer: () => void = () => undefined;
        const held = new Promise<void>((resolve) => (answer = resolve));
        await member.route('**/v1/campaigns/*/influencers', async (route) => {
          if (route.request().method() === 'POST' && (sent += 1) === size / 2) await held;
          await route.continue();
        });
        await selection().getByLabel('Campaign or group').selectOption({ label: 'Crowd' });
        await selection().getByRole('button', { name: 'Add to it' }).click();
        const run = panel(new RegExp(`^${size} creators into a campaign$`));
        const counts = async () =>
          /^(\d+) done, (\d+) failed, (\d+) to go$/
            .exec(await run.getByText(/ to go$/).innerText())!
            .slice(1)
            .map(Number);
        await run.getByText(new RegExp(` ${size / 2 + 1} to go$`)).waitFor({ timeout: 90_000 });
        const [done, failed] = (await counts()) as [number, number];
        expect(done + failed).toBe(size / 2 - 1);
        const progress = run.getByRole('progressbar', { name: 'Progress' });
        expect(Number(await progress.getAttribute('aria-valuenow'))).toBeCloseTo((100 * (size / 2 - 1)) / size);
        const rows = run.getByRole('listitem');
        expect(await rows.filter({ hasText: ': under way' }).count()).toBe(1);
        await run.getByRole('button', { name: 'Stop' }).click();
        await run.getByText('Stopped. What is done stays done.').waitFor();
        answer();
        await run.getByText(new RegExp(` ${size / 2} to go$`)).waitFor();
        expect(sent).toBe(size / 2);
        // It stays while somebody looks at another page, and goes on there.
        await member.getByRole('link', { name: 'Campaigns' }).click();
        await member.getByRole('heading', { name: 'Campaigns', level: 1 }).waitFor();
        expect(await pageFaults(member, 'colours')).toEqual(noFaults);
        await run.getByRole('button', { name: 'Go on' }).click();
        await run
          .getByText(`${size - removed.length} done, ${removed.length} failed, 0 to go`)
          .waitFor({ timeout: 90_000 });
        await run.getByText('Finished.', { exact: true }).waitFor();
        expect(await progress.getAttribute('aria-valuenow')).toBe('100');
        const told = (await rows.allInnerTexts()).map((text) => text.trim());
        expect(told).toHaveLength(size);
        // Those that somebody has to look at come first.
        const refused = told.slice(0, removed.length).toSorted();
        expect(refused.map((text) => text.split(':')[0])).toEqual(removed.map(nameOf));
        for (const text of refused) expect(text).toContain('There is no such thing in your organisation.');
        const others = ids.map((_, index) => index).filter((index) => !removed.includes(index));
        expect(told.slice(removed.length).toSorted()).toEqual(others.map((index) => `${nameOf(index)}: done`));
        expect(sent).toBe(size);
        await member.unroute('**/v1/campaigns/*/influencers');

        const inCampaign = new Set<string>();
        let cursor: string | null = '';
        while (cursor !== null) {
          const query = `limit=100${cursor && `&cursor=${cursor}`}`;
          const page: { items: { id: string }[]; nextCursor: string | null } = await organisation.door.get(
            `/v1/campaigns/${campaignId}/influencers?${query}`,
          );
          for (const { id } of page.items) inCampaign.add(id);
          cursor = page.nextCursor;
        }
        expect([...inCampaign].toSorted()).toEqual(others.map((index) => ids[index]).toSorted());
      }));
  });
});
