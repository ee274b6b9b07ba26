import type { Page } from '@creator-connect/browser';
import { Story, Windows, type GatewayDoor } from '../src';
import { behindTheDoors } from '../src/doors/database';
import { eventually, must } from '../src/doors/wait';
import { addCrowd, giveAccounts, type SomebodyInCrowd } from '../src/journeys/crowd';
import { furtherOrganisation, type FurtherOrganisation } from '../src/journeys/further-organisation';
import { verifyOutboundAddress } from '../src/journeys/outbound-address';
import { addInfluencer } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { memberOnRoster, signInAsMember } from '../src/windows/steps';

/** What is done for many at once: into a group, with words for whoever it can not be done for, and never lost unasked. */
describe('work on many influencers in a real browser', () => {
  const home = process.env['CONNECT_HOME'] ?? '';
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

  tell('takes those who are selected out of the group that is listed; they stay in the roster', async () => {
    const listed = member.getByRole('list', { name: 'Influencers' }).getByRole('listitem');
    await listed.getByRole('checkbox', { name: `Select ${names[0]}` }).check();
    await selection()
      .getByRole('button', { name: `Take out of ${group}` })
      .click();
    const run = panel(/^1 creator out of a group$/);
    await run.getByText('1 done, 0 failed, 0 to go').waitFor();
    await eventually('the others alone', async () => (await listed.count()) === 2);
    expect(await pageFaults(member)).toEqual(noFaults);
    await run.getByRole('button', { name: 'Close' }).click();
    await member.goto('/admin/influencers?search=browser%20many');
    await eventually('all three', async () => (await listed.count()) === 3);
    expect(
      await selection()
        .getByRole('button', { name: /^Take out of/ })
        .count(),
    ).toBe(0);
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

  describe('of two hundred mails', () => {
    const size = 200;
    /** They have no account. */
    const without = [40];
    /** Removed by a colleague after they were selected. */
    const removed = [0, 71, 199];
    /** Called an earlier mail unwanted. */
    const complained = [120];
    const refused = [...removed, ...without, ...complained].toSorted((a, b) => a - b);
    const half = 100;
    /** So many mails are left of the organisation's day. */
    const left = 150;
    /** It only bounds a failure: hundreds take their time on a busy machine. */
    const timeout = 240_000;
    const patience = { timeoutMs: timeout };
    const sender = `hello-${Date.now()}@crowd.example`;
    let organisation: FurtherOrganisation;
    let crowd: SomebodyInCrowd[];

    const usedOfTheDay = (used: number) =>
      behindTheDoors(home, async (client) => {
        // Tomorrow, too: midnight may be near.
        await client.query(
          `INSERT INTO accounts.link_quotas (org_id, day, used)
           SELECT $1, (now() AT TIME ZONE 'UTC')::date + tomorrow, $2 FROM generate_series(0, 1) AS tomorrow
           ON CONFLICT (org_id, day) DO UPDATE SET used = excluded.used`,
          [organisation.id, used],
        );
      });

    beforeAll(async () => {
      must(home, 'the test is given a started system (run it through `npm test`)');
      // One of its own: nobody else has so long a roster to look through.
      organisation = await furtherOrganisation(story, door, `Crowd Agency ${Date.now()}`);
      await verifyOutboundAddress(story, organisation.door, sender);
      crowd = await addCrowd(organisation.door, size);
      await giveAccounts(
        home,
        crowd.filter((_, index) => !without.includes(index)),
      );
      await behindTheDoors(home, async (client) => {
        for (const index of complained)
          await client.query(
            `INSERT INTO notifications.addressees (org_id, influencer_id, complained_at, complained_address)
             VALUES ($1, $2, now(), sha256(convert_to($3, 'UTF8')))`,
            [organisation.id, crowd[index]!.id, crowd[index]!.email],
          );
      });
      // What an organisation may send in a day, but for what is left.
      await usedOfTheDay(1_000 - left);
      member = await memberOnRoster(windows, organisation.login);
    });

    it('is stopped and goes on, by hand and at the limit of the day; each row says what became of it, and nobody gets two', () =>
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

        // Half-way one is kept waiting on its way to the server, so that somebody has the time to look.
        let asked = 0;
        let answer: () => void = () => undefined;
        const held = new Promise<void>((resolve) => (answer = resolve));
        await member.route('**/v1/authorization-links', async (route) => {
          if ((asked += 1) === half) await held;
          await route.continue();
        });
        let queued = 0;
        member.on('response', (response) => {
          if (response.url().endsWith('/v1/authorization-links') && response.status() === 201) queued += 1;
        });
        await selection().getByRole('button', { name: 'Send e-mail' }).click();
        const dialog = member.getByRole('dialog', { name: 'Send this e-mail?' });
        await dialog.getByText(`<${sender}>`).waitFor();
        await dialog.getByText(`${size - 1} more creators get a mail of their own like this one.`).waitFor();
        for (const index of removed) await organisation.door.call('DELETE', `/v1/influencers/${crowd[index]!.id}`);
        await dialog.getByRole('button', { name: 'Send e-mail' }).click();
        const run = panel(new RegExp(`^E-mails to ${size} creators$`));
        const rows = run.getByRole('listitem');
        const counts = async () =>
          /^(\d+) done, (\d+) failed, (\d+) to go$/
            .exec(await run.getByText(/ to go$/).innerText())!
            .slice(1)
            .map(Number) as [number, number, number];

        await eventually('half of the mails', async () => asked === half, patience);
        expect(await rows.filter({ hasText: ': under way' }).count()).toBe(1);
        const [done, failed, toGo] = await counts();
        expect(done + failed + toGo).toBe(size);
        const progress = run.getByRole('progressbar', { name: 'Progress' });
        expect(Number(await progress.getAttribute('aria-valuenow'))).toBeCloseTo((100 * (done + failed)) / size);
        await run.getByRole('button', { name: 'Stop' }).click();
        await run.getByText('Stopped. What is done stays done.').waitFor();
        answer();
        await run.getByText(new RegExp(` ${toGo - 1} to go$`)).waitFor();
        expect(asked).toBe(half);
        // It stays while somebody looks at another page, and goes on there.
        await member.getByRole('link', { name: 'Campaigns' }).click();
        await member.getByRole('heading', { name: 'Campaigns', level: 1 }).waitFor();
        expect(await pageFaults(member, 'colours')).toEqual(noFaults);

        await run.getByRole('button', { name: 'Go on' }).click();
        await eventually('the last mail of the day', async () => queued === left, patience);
        const whenAgain = /It is possible again from .* on\.|It goes on by itself at /;
        await run.getByText(whenAgain).waitFor();
        expect((await counts())[2]).toBeGreaterThan(0);
        // Within five minutes of midnight it waits by itself.
        const stop = run.getByRole('button', { name: 'Stop' });
        if (await stop.isVisible()) await stop.click();
        else await run.getByText('Your organisation has used up its links of today.').waitFor();
        await usedOfTheDay(0);
        await run.getByRole('button', { name: 'Go on' }).click();

        await run.getByText(`${size - refused.length} done, ${refused.length} failed, 0 to go`).waitFor({ timeout });
        await run.getByText('Finished.', { exact: true }).waitFor();
        expect(await progress.getAttribute('aria-valuenow')).toBe('100');
        const others = crowd.filter((_, index) => !refused.includes(index));
        await eventually(
          'the end of every mail',
          async () => {
            const told = (await rows.allInnerTexts()).map((text) => text.trim());
            return told.slice(refused.length).every((text) => text.endsWith(': sent'));
          },
          patience,
        );
        const told = (await rows.allInnerTexts()).map((text) => text.trim());
        expect(told.slice(refused.length).toSorted()).toEqual(others.map(({ name }) => `${name}: sent`));
        // Those that somebody has to look at come first, with the reason of each.
        const why = (index: number) =>
          (removed.includes(index) && 'There is no such thing in your organisation.') ||
          (without.includes(index) && 'There is no account yet that could be authenticated.') ||
          'Not sent: the creator called a mail unwanted';
        const first = told.slice(0, refused.length).toSorted();
        expect(first).toEqual(
          refused.map((index) => expect.stringContaining(`${crowd[index]!.name}: ${why(index)}`) as string),
        );
        expect(await pageFaults(member, 'colours')).toEqual(noFaults);
        await member.unroute('**/v1/authorization-links');

        const statuses: string[] = [];
        let cursor: string | null = '';
        while (cursor !== null) {
          const page: { items: { kind: string; status: string }[]; nextCursor: string | null } =
            await organisation.door.get(`/v1/messages?limit=100${cursor && `&cursor=${cursor}`}`);
          // Each was welcomed, too, when they were added.
          const requests = page.items.filter(({ kind }) => kind === 'authorization-request');
          statuses.push(...requests.map(({ status }) => status));
          cursor = page.nextCursor;
        }
        // None of them is still to come.
        expect(statuses.toSorted()).toEqual([...complained.map(() => 'CANCELLED'), ...others.map(() => 'SENT')]);
        const mails = await story.mail.allFrom(sender);
        expect(mails.flatMap(({ to }) => to).toSorted()).toEqual(others.map(({ email }) => email).toSorted());
        const links = mails.map(({ text }) => /https?:\/\/\S+\/a\/[\w-]{43}/.exec(text)?.[0]);
        expect(links).not.toContain(undefined);
        expect(new Set(links).size).toBe(others.length);
      }));
  });
});
