import type { Page } from '@creator-connect/browser';
import { Story, Windows, type GatewayDoor } from '../src';
import { eventually } from '../src/doors/wait';
import { addInfluencer } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { signInAsMember } from '../src/windows/steps';

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
  }, 120_000);

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
    const left = member.reload().catch(() => undefined);
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
});
