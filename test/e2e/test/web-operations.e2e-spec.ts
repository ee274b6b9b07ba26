import { axeViolations, type Page } from '@creator-connect/browser';
import { Story, Windows } from '../src';
import { sendBrokenEvent } from '../src/doors/event-forge';
import { joinedMember } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { signInAsMember } from '../src/windows/steps';

describe('the page of the operator', () => {
  let story: Story;
  let windows: Windows;
  let operator: Page;

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    operator = await windows.ofSomebody();
    await signInAsMember(operator, story.login());
    await operator.getByRole('link', { name: 'Operations' }).click();
    await operator.getByRole('heading', { name: 'Operations', level: 1 }).waitFor();
  }, 120_000);

  afterAll(async () => {
    await windows.close();
    await story.end();
  });

  const region = (name: string) => operator.getByRole('region', { name });

  it('tells health, outbox, lag, allowances and keys, and where the sandbox is', async () => {
    const services = region('Services').first();
    for (const name of ['gateway', 'accounts', 'oauth', 'ttcm', 'collector', 'notifications']) {
      await services.getByRole('row', { name: new RegExp(`^${name} Works`) }).waitFor();
    }
    await services.getByRole('columnheader', { name: 'Consumer lag' }).waitFor();
    await services.getByRole('columnheader', { name: 'Outbox' }).waitFor();
    await region('Keys of the vault').getByText('All data keys are wrapped with the active key.').waitFor();
    await region('Allowances of the platforms').waitFor();
    const sandbox = operator.getByRole('link', { name: 'Open the sandbox' });
    expect(await sandbox.getAttribute('href')).toBe(story.status.addresses['sandbox']);
  });

  it('sorts its table by keyboard, and says so to who does not see it', async () => {
    const table = region('Services').getByRole('table');
    const head = table.getByRole('columnheader', { name: 'Service', exact: true });
    const names = () => table.getByRole('rowheader').allInnerTexts();
    const given = await names();
    await head.getByRole('button').press('Enter');
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    expect(await names()).toEqual(given.toSorted());
    await head.getByRole('button').press('Enter');
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    expect(await names()).toEqual(given.toSorted().toReversed());
    await head.getByRole('button').press('Enter');
    expect(await head.getAttribute('aria-sort')).toBeNull();
    expect(await names()).toEqual(given);
  });

  it('shows a parked event by itself, replays it with its result, and discards it after a question', async () => {
    await windows.tell(async () => {
      const { key } = await sendBrokenEvent(story.status.addresses['kafka']!, 'oauth.authorization.v1', 'AuthExpired');
      const letter = operator.getByRole('article', { name: 'AuthExpired, accounts' }).filter({ hasText: key });
      await letter.getByText(/Cause: SchemaFailure/).waitFor({ timeout: 30_000 });
      await operator.getByText('Something needs you').waitFor();
      expect(await letter.innerText()).not.toContain('somebody');

      await letter.getByText('Tries').locator('xpath=following-sibling::*').getByText('0').waitFor();
      await letter.getByRole('button', { name: 'Replay AuthExpired of accounts' }).click();
      const question = operator.getByRole('dialog', { name: 'Replay this event?' });
      await question.getByRole('button', { name: 'Replay' }).click();
      await operator
        .getByText(/0 events were handled. It stopped at an event that failed again: SchemaFailure/)
        .waitFor();
      await letter.getByText('Tries').locator('xpath=following-sibling::*').getByText('1').waitFor();

      await letter.getByRole('button', { name: 'Discard AuthExpired of accounts' }).click();
      const last = operator.getByRole('dialog', { name: 'Discard this event?' });
      await last.getByText(/This can not be taken back/).waitFor();
      expect(await axeViolations(operator)).toEqual([]);
      await last.getByRole('button', { name: 'Cancel' }).click();
      await letter.waitFor();
      await letter.getByRole('button', { name: 'Discard AuthExpired of accounts' }).click();
      await last.getByRole('button', { name: 'Discard' }).click();
      await operator.getByText('The event was discarded.').waitFor();
      await letter.waitFor({ state: 'detached' });

      await operator.getByRole('radiogroup', { name: 'Which events' }).getByText('Discarded').click();
      await letter.getByText('Decided by').waitFor();
    });
  });

  it('is readable in both themes and at 320 pixels', async () => {
    await operator.goto('/admin/operations');
    await operator.getByText(/As of/).waitFor();
    expect(await pageFaults(operator)).toEqual(noFaults);
  });

  it('leaves nothing parked by this test, and an owner who is no operator is told so', async () => {
    const door = await story.admin();
    for (const service of ['accounts', 'oauth', 'ttcm', 'collector', 'notifications']) {
      const path = `/v1/operations/${service}/dead-letters`;
      const { items } = await door.get<{ items: { id: string; eventType: string }[] }>(`${path}?status=parked`);
      for (const { id, eventType } of items) if (eventType === 'AuthExpired') await door.post(`${path}/${id}/discards`);
    }
    const person = await joinedMember(story, door, 'owner');
    const other = await windows.ofSomebody();
    await signInAsMember(other, person);
    await other.getByRole('heading', { name: 'Influencers', level: 1 }).waitFor();
    expect(await other.getByRole('link', { name: 'Operations' }).count()).toBe(0);
    await other.goto('/admin/operations');
    await other.getByText('This page is for whoever runs the installation').waitFor();
    const { items } = await door.get<{ items: { userId: string; email: string }[] }>('/v1/members');
    await door.call('DELETE', `/v1/members/${items.find(({ email }) => email === person.email)!.userId}`);
  });
});
