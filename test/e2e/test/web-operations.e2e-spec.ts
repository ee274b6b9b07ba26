import type { Page } from '@creator-connect/browser';
import { Story, Windows, type GatewayDoor } from '../src';
import { sendBrokenEvent, sendEvent } from '../src/doors/event-forge';
import {
  accountInState,
  addInfluencer,
  connect,
  joinedMember,
  signIn,
  type Influencer,
  type SocialAccount,
} from '../src/journeys/people';
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
  });

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

  it('tells in figures what waits where, and how much of an allowance is used', async () => {
    // A system that keeps up has nothing that waits for longer than a moment: what one tells that does not is played.
    const address = '**/v1/operations';
    await operator.route(address, async (route) => {
      const response = await route.fetch();
      const told = (await response.json()) as { services: { name: string; lag: { group: string; topic: string }[] }[] };
      const services = told.services.map((service) => ({
        ...service,
        ...(service.name === 'accounts' && {
          outbox: { unpublished: 3, ageSeconds: 125 },
          lag: [{ group: 'accounts', topic: 'oauth.authorization.v1', records: 1_234 }],
        }),
        ...(service.name === 'collector' && { outbox: { unpublished: 0, ageSeconds: 0 }, lag: [] }),
      }));
      const of = (service: string, api: string, bucket: string, usedPercent: number) => ({
        service,
        api,
        bucket,
        usedPercent,
      });
      const allowances = [of('collector', 'Data API', 'day', 91), of('collector', 'Display API', 'minute', 12)];
      return route.fulfill({ response, json: { ...told, services, allowances } });
    });
    await operator.reload();
    const row = (name: string) =>
      region('Services')
        .first()
        .getByRole('row', { name: new RegExp(`^${name} `) });
    await row('accounts').getByText('3 events, the oldest for 2 min', { exact: true }).waitFor();
    await row('accounts').getByText('1,234 · oauth.authorization.v1', { exact: true }).waitFor();
    await row('collector').getByText('empty', { exact: true }).waitFor();
    const allowances = region('Allowances of the platforms');
    for (const [name, used] of [
      ['Data API, day', 91],
      ['Display API, minute', 12],
    ] as const) {
      const bar = allowances.getByRole('progressbar', { name: `${name}: ${used} % used` });
      expect(await bar.getAttribute('aria-valuenow')).toBe(`${used}`);
    }
    expect(await allowances.getByText('used by collector').count()).toBe(2);
    expect(await pageFaults(operator)).toEqual(noFaults);
    await operator.unroute(address);
    await operator.reload();
    await region('Services')
      .first()
      .getByRole('row', { name: /^accounts Works/ })
      .waitFor();
  });

  it('says in red what does not work, how far a rotation of keys is, and offers no sandbox where there is none', async () => {
    // The system of this test is well, and has a sandbox: one is told as it is where that is not so.
    const address = '**/v1/operations';
    let more: object = {};
    await operator.route(address, async (route) => {
      const response = await route.fetch();
      const told = (await response.json()) as { services: { name: string }[] };
      const services = told.services.map((service) => ({
        ...service,
        ...(service.name === 'ttcm' && {
          status: 'unreachable',
          checks: [],
          outbox: null,
          lag: [],
          deadLetters: null,
        }),
        ...(service.name === 'collector' && { status: 'not_ready', checks: [{ name: 'database', state: 'down' }] }),
      }));
      const keys = [
        { id: 'key-of-last-year', active: false, wraps: 7 },
        { id: 'key-of-this-year', active: true, wraps: 35 },
      ];
      return route.fulfill({ response, json: { ...told, services, keys, sandboxUrl: null, ...more } });
    });
    await operator.reload();
    const summary = operator.getByRole('status').filter({ hasText: 'Something needs you' });
    await summary.getByText('2 services do not work').waitFor();
    const row = (name: string) =>
      region('Services')
        .first()
        .getByRole('row', { name: new RegExp(`^${name} `) });
    await row('ttcm').getByText('Does not answer', { exact: true }).waitFor();
    await row('collector').getByText('Does not work', { exact: true }).waitFor();
    await row('collector').getByText('down: database').waitFor();
    const keys = region('Keys of the vault');
    await keys.getByText('A rotation is under way: 7 of 42 data keys are still wrapped with an older key.').waitFor();
    await keys.getByRole('listitem').filter({ hasText: 'key-of-this-year' }).getByText('active').waitFor();
    await keys.getByText('npm run connect -- keys rotate', { exact: false }).waitFor();
    expect(await operator.getByRole('link', { name: 'Open the sandbox' }).count()).toBe(0);
    expect(await region('Sandbox').count()).toBe(0);
    expect(await pageFaults(operator)).toEqual(noFaults);

    more = { keys: null, allowances: [] };
    await keys.getByText('The service that has the vault does not answer.').waitFor();
    await region('Allowances of the platforms')
      .getByText(/^No platform has said yet how much of its allowance is used\./)
      .waitFor();
    await operator.unroute(address);
    await operator.reload();
    await operator.getByRole('link', { name: 'Open the sandbox' }).waitFor();
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
      await letter.getByText(/Cause: SchemaFailure/).waitFor();
      await operator.getByText('Something needs you').waitFor();
      expect(await letter.innerText()).not.toContain('somebody');
      expect(await pageFaults(operator)).toEqual(noFaults);

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
      expect(await pageFaults(operator)).toEqual(noFaults);
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

  it('replays a parked event with success once its cause is gone: it is off the list, and its effect is there', async () => {
    await windows.tell(async () => {
      const door = await story.admin();
      const owner = await addInfluencer(story, door, 'browser-replayed');
      const account = await connectGenerated(door, owner, 'world-tiktok-985');
      const { data } = await story.event('AccountAuthorized', account.id);
      // Somebody stands in the roster twice, and an event of their account names the wrong entry.
      const twin = await addInfluencer(story, door, `browser-replayed-twin-${Date.now()}`);
      const { organisationId, grantVersion } = data;
      const endsAt = new Date(Date.now() + 10 * 86_400_000).toISOString();
      const ids = { organisationId, influencerId: twin.id, accountId: account.id };
      await sendEvent(story.status.addresses['kafka']!, {
        topic: 'oauth.authorization.v1',
        type: 'AuthExpiring',
        key: account.id,
        data: { ...ids, platform: 'tiktok', endsAt, daysLeft: 10, grantVersion },
      });
      await operator.goto('/admin/operations');
      const letter = operator.getByRole('article', { name: 'AuthExpiring, accounts' }).filter({ hasText: account.id });
      await letter.getByText(/Cause: RejectedEvent/).waitFor();
      const replay = async () => {
        await letter.getByRole('button', { name: 'Replay AuthExpiring of accounts' }).click();
        const question = operator.getByRole('dialog', { name: 'Replay this event?' });
        await question.getByText(/^The service handles it again, and then what waits behind it, in order\./).waitFor();
        await question.getByRole('button', { name: 'Replay' }).click();
      };
      await replay();
      await operator.getByText(/0 events were handled. It stopped at an event that failed again: Rejected/).waitFor();

      await door.post(`/v1/influencers/${owner.id}/merges`, { influencerId: twin.id });
      await replay();
      await operator.getByRole('status').getByText('1 event was handled.', { exact: true }).waitFor();
      await letter.waitFor({ state: 'detached' });
      expect(await pageFaults(operator)).toEqual(noFaults);
      await operator.getByRole('radiogroup', { name: 'Which events' }).getByText('Replayed').click();
      await letter.getByText('Decided by').waitFor();
      await operator.goto(`/admin/influencers/${owner.id}`);
      await operator
        .getByRole('article', { name: /, TikTok$/ })
        .getByText('Expires soon', { exact: true })
        .waitFor();
      await door.call('DELETE', `/v1/influencers/${owner.id}`);
    });
  });

  /** As the creator, at one of the platform's many generated people, who are not offered on its page of logins. */
  async function connectGenerated(door: GatewayDoor, influencer: Influencer, persona: string): Promise<SocialAccount> {
    const { name } = await story.sandbox.call<{ name: string }>('GET', `/control/personas/${persona}`);
    const creator = await signIn(story, influencer);
    await creator.browser.open(story.sandbox.site('tiktok', `/login?persona=${persona}`));
    await creator.browser.press(new RegExp(`Log in as ${name}`));
    const { status } = await connect(creator, 'tiktok', name);
    expect(status).toBe('DONE');
    return accountInState(door, influencer, 'tiktok', { authState: 'AUTHENTICATED' });
  }

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
