import type { Page } from '@creator-connect/browser';
import { Story, Windows, type GatewayDoor } from '../src';
import { connectAgency } from '../src/journeys/marketplace.journey';
import { accountInState, accountsOf } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { memberOnRoster } from '../src/windows/steps';

const at = Date.now();
/** In the marketplace from the start, and in no other story. */
const MEMBER = 'ben.dances.987';

/** Typing somebody into the roster, or directly into a campaign, with accounts that an admin may and may not bring. */
describe('adding an influencer by hand, in a real browser', () => {
  let story: Story;
  let door: GatewayDoor;
  let windows: Windows;
  let admin: Page;
  let campaignId: string;
  const campaign = `Browser adding ${at}`;
  const typed: string[] = [];

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    door = await story.admin();
    await connectAgency(story, door);
    campaignId = (await door.post<{ id: string }>('/v1/campaigns', { name: campaign })).id;
    admin = await memberOnRoster(windows, story.login());
  });

  afterAll(async () => {
    await windows?.close();
    if (door) {
      for (const email of typed)
        for (const { id } of await found(email)) await door.call('DELETE', `/v1/influencers/${id}`);
      await door.call('DELETE', `/v1/campaigns/${campaignId}`);
    }
    await story?.end();
  });

  const tell = (title: string, what: () => Promise<void>) => it(title, () => windows.tell(what));
  const main = () => admin.getByRole('main');
  const found = async (search: string) =>
    (await door.get<{ items: { id: string }[] }>(`/v1/influencers?search=${encodeURIComponent(search)}`)).items;
  const members = async () =>
    (await door.get<{ items: { name: string }[] }>(`/v1/campaigns/${campaignId}/influencers`)).items.map(
      ({ name }) => name,
    );
  /** The form, filled in and sent. */
  const type = async (name: string, platform: 'Instagram' | 'TikTok', handle: string, into?: string) => {
    const email = `${name.toLowerCase().replaceAll(' ', '-')}-${at}@creators.example`;
    typed.push(email);
    await admin.goto('/admin/influencers');
    await main().getByRole('button', { name: 'Add influencer' }).click();
    await main().getByRole('textbox', { name: 'Name' }).fill(name);
    await main().getByRole('textbox', { name: 'E-mail address' }).fill(email);
    if (into !== undefined) await main().getByLabel('Campaign', { exact: true }).selectOption({ label: into });
    await main().getByRole('button', { name: 'Add an account' }).click();
    await main().getByLabel('Platform of the account').selectOption(platform);
    await main().getByRole('textbox', { name: 'Handle of the account' }).fill(handle);
    await main().getByRole('button', { name: 'Add', exact: true }).click();
    return email;
  };
  const form = () => main().getByLabel('Platform of the account');

  tell('refuses a typed Instagram handle with what to do instead, and does that without a second typing', async () => {
    const email = await type('Typed Instagram', 'Instagram', '@somebody.typed');
    const refusal = main().getByRole('alert');
    await refusal
      .getByText('An influencer can not be added with an Instagram account that is not authenticated.')
      .waitFor();
    await refusal.getByText(/They connect it with "Add Account" in their dashboard/).waitFor();
    expect(await found(email)).toEqual([]);
    expect(await pageFaults(admin)).toEqual(noFaults);
    await main().getByRole('button', { name: 'Add without the Instagram account' }).click();
    await form().waitFor({ state: 'detached' });
    const [added] = await found(email);
    expect(await accountsOf(door, { id: added!.id, email })).toEqual([]);
    await story.mail.next(email, /added you/i);
  });

  tell('refuses the same for a campaign: nobody is in it, nor in the roster, until a way on is taken', async () => {
    const email = await type('Typed into a campaign', 'TikTok', 'sandbox.busy', campaign);
    await main()
      .getByRole('alert')
      .getByText(/An admin can not connect a TikTok account/)
      .waitFor();
    expect([await found(email), await members()]).toEqual([[], []]);
    expect(await pageFaults(admin)).toEqual(noFaults);
    await main().getByRole('button', { name: 'Add without @sandbox.busy' }).click();
    await form().waitFor({ state: 'detached' });
    expect(await members()).toEqual(['Typed into a campaign']);
  });

  tell('takes an Instagram handle for a campaign no better', async () => {
    const email = await type('Instagram into a campaign', 'Instagram', 'somebody.typed', campaign);
    await main()
      .getByRole('alert')
      .getByText('An influencer can not be added with an Instagram account that is not authenticated.')
      .waitFor();
    expect(await found(email)).toEqual([]);
    expect(await members()).not.toContain('Instagram into a campaign');
    await main().getByRole('button', { name: 'Add without the Instagram account' }).click();
    await form().waitFor({ state: 'detached' });
    expect(await members()).toContain('Instagram into a campaign');
  });

  tell('adds a member of the Creator Marketplace, who is tracked without having authenticated anything', async () => {
    const email = await type('Typed member', 'TikTok', `@${MEMBER}`);
    await form().waitFor({ state: 'detached' });
    const [added] = await found(email);
    await accountInState(door, { id: added!.id, email }, 'tiktok', {
      authState: 'NON_AUTH',
      marketplace: 'TTCM',
      tracked: true,
    });
    await admin.goto(`/admin/influencers/${added!.id}`);
    const card = main().getByRole('article', { name: `@${MEMBER}, TikTok` });
    await card.getByText('Marketplace', { exact: true }).waitFor();
    await card.getByText('Non-auth', { exact: true }).waitFor();
    await card.getByText('Creator Marketplace, with your organisation’s account').waitFor();
    expect(await pageFaults(admin)).toEqual(noFaults);
  });

  tell('reads a list of several from a file, and says meanwhile how far it is', async () => {
    const emails = ['first', 'second'].map((name) => `listed-${name}-${at}@creators.example`);
    typed.push(...emails);
    const csv = ['name,email,tiktok', `Listed first,${emails[0]},`, `Listed second,${emails[1]},nobody.is.called.this`];
    await story.sandbox.fault({
      platform: 'ttcm',
      operation: 'ttcm.creator',
      kind: 'latency',
      milliseconds: 6_000,
      times: null,
    });
    await admin.goto('/admin/influencers');
    await main().getByRole('button', { name: 'Import CSV' }).click();
    await main()
      .locator('input[type="file"]')
      .setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(csv.join('\n')) });
    await main().getByRole('button', { name: 'Check the file' }).click();
    await main().getByText('1 of 2 rows: the platforms are asked about their accounts').waitFor();
    const progress = main().getByRole('progressbar', { name: 'Progress' });
    expect(await progress.getAttribute('aria-valuenow')).toBe('50');
    expect(await pageFaults(admin)).toEqual(noFaults);
    await story.sandbox.clearFaults();
    await main().getByText('1 can be added, 1 can not').waitFor();
    expect(await progress.count()).toBe(0);
    await main().getByRole('button', { name: 'Add 1 influencer' }).click();
    await main().getByText('1 added, 1 not').waitFor();
    expect(await Promise.all(emails.map(async (email) => (await found(email)).length))).toEqual([1, 0]);
    await main().getByRole('link', { name: 'Listed first' }).first().click();
    await admin.getByRole('heading', { name: 'Listed first', level: 1 }).waitFor();
  });
});
