import { readFile } from 'node:fs/promises';
import type { Page } from '@creator-connect/browser';
import { Story, Windows, type GatewayDoor } from '../src';
import { eventually } from '../src/doors/wait';
import { accountInState, addInfluencer, connectedCreator } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { memberOnRoster } from '../src/windows/steps';

/** The list of all influencers: what it is divided by, and how many come into it and go out of it at once. */
describe('the roster in a real browser', () => {
  let story: Story;
  let windows: Windows;
  let door: GatewayDoor;
  let admin: Page;
  let influencerId: string;
  const word = `roster${Date.now()}`;
  const [reauth, alone] = ['tiktok lapsed', 'browser roster alone'];
  const group = `Roster ${Date.now()}`;

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    door = await story.admin();
    const { influencer, account } = await connectedCreator(story, door, 'tiktok', 'tiktok-lapsed', 'TikTok lapsed');
    influencerId = influencer.id;
    await addInfluencer(story, door, alone.replaceAll(' ', '-'));
    const { id } = await door.post<{ id: string }>('/v1/influencer-groups', { name: group });
    await door.put(`/v1/influencer-groups/${id}/influencers/${influencer.id}`, {});
    await story.sandbox.does('tiktok-lapsed', 'expire-refresh-token');
    await door.post(`/v1/social-accounts/${account.id}/authorization/verifications`);
    await accountInState(door, influencer, 'tiktok', { authState: 'REAUTH' });
    admin = await memberOnRoster(windows, story.login());
  });

  afterAll(async () => {
    await windows?.close();
    await story?.end();
  });

  const chapter = (title: string, what: () => Promise<void>) => it(title, () => windows.chapter(what));
  const main = () => admin.getByRole('main');
  const row = (name: string) =>
    main().getByRole('list', { name: 'Influencers' }).getByRole('link', { name, exact: true });
  const filter = (label: string) => main().getByRole('search').getByLabel(label);
  const filters = () => Object.fromEntries(new URL(admin.url()).searchParams);
  const keepsTheRules = async () => expect(await pageFaults(admin)).toEqual(noFaults);

  chapter('each filter stands in the address, and whoever opens that address sees the same', async () => {
    await filter('State').selectOption('Reauth');
    await row(reauth).waitFor();
    await admin.waitForURL(/authState=REAUTH/);
    await filter('Platform').selectOption('TikTok');
    await filter('Group').selectOption(group);
    await admin.waitForURL(/groupId=/);
    await eventually('one row', async () => (await main().getByRole('listitem').count()) === 1);
    expect(filters()).toMatchObject({ authState: 'REAUTH', platform: 'tiktok' });
    await keepsTheRules();

    const colleague = await memberOnRoster(windows, story.login());
    await colleague.goto(admin.url());
    await colleague.getByRole('link', { name: reauth, exact: true }).waitFor();
    expect(await colleague.getByRole('search').getByLabel('State').inputValue()).toBe('REAUTH');
    expect(await colleague.getByRole('list', { name: 'Influencers' }).getByRole('listitem').count()).toBe(1);
    await colleague.context().close();
  });

  chapter('what is met by no account together is met by nobody, and one press shows all again', async () => {
    await filter('State').selectOption('Authenticated');
    await main().getByText('Nobody matches these filters.').waitFor();
    await main().getByText('Filters on accounts have to be met by one account together.').waitFor();
    await main().getByRole('button', { name: 'Clear the filters' }).click();
    await eventually('an address without filters', () => Promise.resolve(Object.keys(filters()).length === 0));
    await main().getByRole('list', { name: 'Influencers' }).getByRole('listitem').nth(1).waitFor();
    expect(await filter('State').inputValue()).toBe('');
  });

  chapter('the state and the place in the marketplace divide it, too', async () => {
    await filter('Search').fill(reauth);
    await admin.waitForURL(/search=/);
    for (const [label, fits, fitsNot] of [
      ['State', 'Needs its owner', 'Non-auth'],
      ['Marketplace', 'Non-TTCM', 'Marketplace'],
    ] as const) {
      await filter(label).selectOption(fits);
      await row(reauth).waitFor();
      await filter(label).selectOption(fitsNot);
      await main().getByText('Nobody matches these filters.').waitFor();
      await filter(label).selectOption('Any');
      await row(reauth).waitFor();
    }
    expect(filters()).toEqual({ search: reauth });
    await filter('Search').fill(alone);
    await row(alone).waitFor();
  });

  chapter(
    'a file with many: it is said what would happen, then what did, and why not with each that was refused',
    async () => {
      await admin.goto('/admin/influencers');
      await main().getByRole('button', { name: 'Import CSV' }).click();
      const lines = [
        'name,email,tiktok',
        `${word} one,${word}-1@creators.example,`,
        `${word} two,not an address,`,
        `${word} three,${word}-3@creators.example,`,
        `${word} again,${word}-1@creators.example,`,
        `${word} four,${word}-4@creators.example,${word}.four`,
        ...Array.from({ length: 11 }, (_, index) => `${word} more ${index},${word}-more-${index}@creators.example,`),
      ];
      const file = { name: 'creators.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) };
      const chosen = admin.waitForEvent('filechooser');
      await main()
        .getByRole('button', { name: /CSV file/ })
        .click();
      await (await chosen).setFiles(file);
      await main().getByRole('button', { name: 'Check the file' }).click();
      await main().getByText('13 can be added, 3 can not').waitFor();
      const told = (title: string) => main().getByRole('region', { name: title, exact: true });
      const outcome = told('Can not be added').getByRole('listitem');
      await outcome.filter({ hasText: /^Line 3: .*E-mail address/ }).waitFor();
      await outcome.filter({ hasText: /^Line 5: / }).waitFor();
      await outcome.filter({ hasText: /^Line 6: An admin can not connect a TikTok account/ }).waitFor();
      await told('Can be added').getByText(`Line 2: ${word} one`).waitFor();
      expect(await row(`${word} one`).count()).toBe(0);
      await keepsTheRules();
      await main().getByRole('button', { name: 'Add 13 influencers' }).click();
      await main().getByText('13 added, 3 not').waitFor();
      await told('Not added')
        .getByRole('listitem')
        .filter({ hasText: /^Line 3: / })
        .waitFor();
      const added = told('Added').getByRole('listitem');
      await added.filter({ hasText: `Line 2: ${word} one` }).waitFor();
      expect(await added.count()).toBe(10);
      await told('Added').getByRole('button', { name: 'Show 3 more of 13' }).click();
      await eventually('the rest', async () => (await added.count()) === 13);
      expect(await added.nth(10).and(admin.locator(':focus')).count()).toBe(1);
      await row(`${word} three`).waitFor();
      await keepsTheRules();
      await told('Added')
        .getByRole('link', { name: `${word} one`, exact: true })
        .click();
      await admin.getByRole('heading', { name: `${word} one`, level: 1 }).waitFor();
    },
  );

  chapter('the whole roster as a file, which a stranger at the keyboard does not get', async () => {
    await admin.goto('/admin/influencers');
    // As if the sign-in were too long ago: the real one was a minute ago, and five would have to go by.
    let asked = 0;
    const old = { code: 'request.step_up_needed', title: 'This needs a fresh proof.', nextStep: 'Prove it.' };
    await admin.route('**/v1/influencers/export', (route) =>
      (asked += 1) === 1 ? route.fulfill({ status: 401, json: old }) : route.continue(),
    );
    const download = admin.waitForEvent('download');
    await main().getByRole('button', { name: 'Export CSV' }).click();
    const proof = admin.getByRole('dialog', { name: 'Is it you?' });
    await proof.getByRole('textbox', { name: 'Password' }).fill(story.login().password);
    await keepsTheRules();
    await proof.getByRole('button', { name: 'Go on' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('influencers.csv');
    const csv = await readFile(await file.path(), 'utf8');
    expect(csv.split('\n')[0]).toMatch(/^name,email,locale,time_zone,created_at,instagram,tiktok,youtube/);
    expect(csv).toContain(`${word}-3@creators.example`);
    expect(csv).toContain('(REAUTH)');
    await admin.unroute('**/v1/influencers/export');
    // Whoever proved who they are goes on where they pressed.
    const pressed = main().getByRole('button', { name: 'Export CSV' });
    await eventually('the focus', async () => (await pressed.and(admin.locator(':focus')).count()) === 1);
  });

  chapter(
    'how much goes is shown before an account or somebody is removed, and what is not known is said',
    async () => {
      await admin.goto(`/admin/influencers/${influencerId}`);
      const account = () => main().getByRole('article', { name: /, TikTok$/ });
      await account().getByRole('button', { name: 'Remove', exact: true }).click();
      const ofAccount = admin.getByRole('dialog', { name: /^Remove @/ });
      const roster = ofAccount.getByRole('list', { name: 'Roster and accounts' });
      await roster.getByText('accounts: 1', { exact: true }).waitFor();
      expect(await ofAccount.getByText('the entry itself').count()).toBe(0);
      await keepsTheRules();
      await ofAccount.getByRole('button', { name: 'Cancel' }).click();
      await ofAccount.waitFor({ state: 'hidden' });

      // As if the collector did not answer.
      const held = [{ service: 'accounts', set: 'profile', count: 1 }];
      await admin.route('**/v1/influencers/*/removal', (route) =>
        route.fulfill({ json: { held, unknown: ['collector', 'ttcm'] } }),
      );
      await main().getByRole('button', { name: 'Erase', exact: true }).click();
      const ofPerson = admin.getByRole('dialog', { name: /^Erase / });
      await ofPerson.getByText('the entry itself: 1', { exact: true }).waitFor();
      await ofPerson.getByText(/Posts, figures and audiences, Creator Marketplace\.$/).waitFor();
      expect(await ofPerson.getByText(/: 0/).count()).toBe(0);
      await ofPerson.getByRole('button', { name: 'Cancel' }).click();
      await admin.unroute('**/v1/influencers/*/removal');
      await main().getByRole('button', { name: 'Erase', exact: true }).click();
      await ofPerson.getByText('places in groups: 1', { exact: true }).waitFor();
      await ofPerson.getByRole('button', { name: 'Cancel' }).click();
      await account().waitFor();
    },
  );
});
