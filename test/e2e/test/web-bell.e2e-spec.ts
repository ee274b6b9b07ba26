import { tabTo, type Page } from '@creator-connect/browser';
import { Story, Windows } from '../src';
import { furtherOrganisation, type FurtherOrganisation } from '../src/journeys/further-organisation';
import { eventually } from '../src/doors/wait';
import { joinedMember } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { memberOnRoster } from '../src/windows/steps';

/** The bell of an owner whose organisation two people join while they look. */
describe('the bell in a real browser', () => {
  let story: Story;
  let windows: Windows;
  let organisation: FurtherOrganisation;
  let owner: Page;

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    organisation = await furtherOrganisation(story, await story.admin(), `Bell Agency ${Date.now()}`);
    owner = await memberOnRoster(windows, organisation.login);
  });

  afterAll(async () => {
    await windows?.close();
    await story?.end();
  });

  const chapter = (title: string, what: () => Promise<void>) => it(title, () => windows.chapter(what));
  const bell = (unread: number) =>
    owner.getByRole('button', { name: unread === 0 ? 'Notices' : `Notices, ${unread} unread`, exact: true });
  const list = () => owner.getByRole('dialog', { name: /^Notices/ });
  const rows = () => list().getByRole('listitem');
  const unread = (count: number) =>
    eventually(`${count} unread rows`, async () => (await rows().filter({ hasText: 'Unread:' }).count()) === count);
  const keepsTheRules = async () => expect(await pageFaults(owner)).toEqual(noFaults);
  const joins = () => joinedMember(story, organisation.door, 'viewer');

  chapter('says at first that there is nothing, and of what it will tell', async () => {
    await bell(0).click();
    await list()
      .getByText(/^Nothing yet\. You are told here when /)
      .waitFor();
    await keepsTheRules();
    await owner.keyboard.press('Escape');
    await list().waitFor({ state: 'detached' });
  });

  chapter('counts what is new by itself, on whatever page', async () => {
    await owner.goto('/admin/campaigns');
    await bell(0).waitFor();
    await joins();
    await bell(1).waitFor();
    await joins();
    await bell(2).waitFor();
    await keepsTheRules();
  });

  chapter('opens by keyboard, closes by Escape, and gives the focus back', async () => {
    await tabTo(owner, 'button', 'Notices, 2 unread');
    await owner.keyboard.press('Enter');
    await rows().first().waitFor();
    expect(await rows().count()).toBe(2);
    await list().getByText('New viewer accepted the invitation to your organisation').first().waitFor();
    await keepsTheRules();
    await tabTo(owner, 'button', 'Mark all as read');
    await owner.keyboard.press('Escape');
    await list().waitFor({ state: 'detached' });
    await eventually('the focus', async () => (await bell(2).and(owner.locator(':focus')).count()) === 1);
  });

  chapter('tells read from unread, one by one and all at once', async () => {
    await owner.keyboard.press('Enter');
    await list().getByRole('button', { name: 'Mark as read' }).first().click();
    await bell(1).waitFor();
    await unread(1);
    await list().getByRole('button', { name: 'Mark all as read' }).click();
    await bell(0).waitFor();
    await unread(0);
    await keepsTheRules();
    await owner.keyboard.press('Escape');
  });

  chapter('fits on the smallest screen, closes by a press beside it, and leads to what it tells of', async () => {
    await owner.setViewportSize({ width: 320, height: 640 });
    await joins();
    await bell(1).click();
    await rows().first().waitFor();
    await keepsTheRules();
    await owner.mouse.click(5, 600);
    await list().waitFor({ state: 'detached' });
    await bell(1).click();
    await rows().getByRole('link').first().click();
    await list().waitFor({ state: 'detached' });
    await owner.waitForURL(/\/admin\/settings\?tab=members$/);
    await owner.getByRole('article', { name: 'New viewer' }).first().waitFor();
    await bell(0).waitFor();
  });
});
