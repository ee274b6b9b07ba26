import type { Page } from '@creator-connect/browser';
import { readFile } from 'node:fs/promises';
import { Story, Windows } from '../src';
import type { GatewayDoor } from '../src/doors/gateway';
import { addInfluencer, joinedMember } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { signInAsMember } from '../src/windows/steps';

describe('the access report', () => {
  let story: Story;
  let windows: Windows;
  let door: GatewayDoor;
  let owner: Page;
  let looked: string;

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    door = await story.admin();
    looked = `looked-at-${Date.now()}`;
    const { id } = await addInfluencer(story, door, looked);
    await door.get(`/v1/influencers/${id}`);
    owner = await windows.ofSomebody();
    await signInAsMember(owner, story.login());
    await owner.getByRole('link', { name: 'Settings' }).click();
    await owner.getByRole('tab', { name: 'Access report' }).click();
  });

  afterAll(async () => {
    await windows?.close();
    await story?.end();
  });

  it('says to owners who looked at how many people, at what, in the time they choose, and names nobody they looked at', () =>
    windows.tell(async () => {
      await owner.getByRole('combobox', { name: 'Period' }).selectOption({ label: 'The last 365 days' });
      const table = owner.getByRole('table', { name: 'Who looked at data of creators' });
      const own = table.getByRole('row', { name: new RegExp(story.login().email) });
      await own.getByText(/profiles/).waitFor();
      expect(await owner.locator('main').innerText()).not.toContain(looked);
      expect(await pageFaults(owner)).toEqual(noFaults);
      await owner.getByRole('combobox', { name: 'Period' }).selectOption({ index: 6 });
      await owner.getByText('Nobody looked at data of creators in this time.').waitFor();
    }));

  it('can be taken along as CSV, with a fresh proof where the last one is old', () =>
    windows.tell(async () => {
      await owner.getByRole('combobox', { name: 'Period' }).selectOption({ label: 'This month so far' });
      // As after five minutes; from then on the real gateway answers.
      const problem = { status: 401, code: 'request.step_up_needed', title: 'x', nextStep: 'x' };
      await owner.route(
        '**/v1/access-report/file?*',
        (route) => route.fulfill({ status: 401, contentType: 'application/problem+json', json: problem }),
        { times: 1 },
      );
      await owner.getByRole('button', { name: 'Download as CSV' }).click();
      const question = owner.getByRole('dialog', { name: 'Is it you?' });
      await question.getByRole('textbox', { name: 'Password' }).fill(story.login().password);
      expect(await pageFaults(owner, 'colours')).toEqual(noFaults);
      const [file] = await Promise.all([
        owner.waitForEvent('download'),
        question.getByRole('button', { name: 'Go on' }).click(),
      ]);
      await question.waitFor({ state: 'detached' });
      expect(file.suggestedFilename()).toBe('access-report.csv');
      const text = await readFile(await file.path(), 'utf8');
      expect(text).toContain('name,email,role,days');
      expect(text).toContain(story.login().email);
      expect(text).not.toContain(looked);
    }));

  it('is no page of members who own nothing', () =>
    windows.tell(async () => {
      const viewer = await windows.ofSomebody();
      await signInAsMember(viewer, await joinedMember(story, door, 'viewer'));
      await viewer.goto('/admin/settings?tab=access');
      await viewer.getByRole('heading', { name: /owners/i }).waitFor();
      expect(await viewer.getByRole('tab', { name: 'Access report' }).count()).toBe(0);
    }));
});
