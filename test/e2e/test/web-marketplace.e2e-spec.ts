import type { Page } from '@creator-connect/browser';
import { Story, Windows, type GatewayDoor } from '../src';
import { eventually } from '../src/doors/wait';
import { connectAgency } from '../src/journeys/marketplace.journey';
import { accountInState, addInfluencer, type Influencer } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { signInAsMember } from '../src/windows/steps';

const email = 'tiktok-member@creators.example';

interface Report {
  id: string;
  influencerId: string | null;
}

/** The organisation's own marketplace account, and what is collected with it, as its owner sees both. */
describe('the Creator Marketplace in a real browser', () => {
  let story: Story;
  let door: GatewayDoor;
  let windows: Windows;
  let owner: Page;
  let member: Influencer & { accountId: string };

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    door = await story.admin();
    await door.call('DELETE', '/v1/ttcm-connection');
    owner = await windows.ofSomebody();
    await signInAsMember(owner, story.login());
    await owner.getByRole('heading', { name: 'Influencers', level: 1 }).waitFor();
  }, 120_000);

  afterAll(async () => {
    // Other stories find it connected.
    if (door) await connectAgency(story, door);
    await windows?.close();
    await story?.end();
  });

  const chapter = (title: string, what: () => Promise<void>) => it(title, () => windows.chapter(what), 90_000);
  const main = () => owner.getByRole('main');
  const card = () => owner.getByRole('article', { name: '@sandbox.member, TikTok' });
  const note = () => card().getByRole('status').filter({ hasText: 'Creator Marketplace' });
  const collection = () =>
    door.get<{ lastCollectedAt: string | null; lastError: string | null }>(
      `/v1/social-accounts/${member.accountId}/collections`,
    );
  chapter('connects the organisation’s own account at TikTok, and sees its state', async () => {
    await owner.goto('/admin/settings?tab=marketplace');
    await main().getByText('Not connected', { exact: true }).waitFor();
    expect(await pageFaults(owner)).toEqual(noFaults);
    await main().getByRole('button', { name: 'Connect at TikTok' }).click();
    await owner.waitForURL(/tiktok\.localhost/);
    await owner.getByRole('button', { name: 'Cancel', exact: true }).click();
    await main()
      .getByRole('alert')
      .getByText(/TikTok was told no\./)
      .waitFor();
    await main().getByRole('button', { name: 'Connect at TikTok' }).click();
    await owner.waitForURL(/tiktok\.localhost/);
    await owner.getByRole('button', { name: 'Confirm', exact: true }).click();
    await main().getByText('Connected', { exact: true }).waitFor();
    await main()
      .getByText(/^Sandbox Agency US, connected /)
      .waitFor();
    expect(new URL(owner.url()).search).not.toContain('auth_code');
    expect(await pageFaults(owner)).toEqual(noFaults);
  });

  chapter('sees that a member is collected from there, and reads posts and source in the profile', async () => {
    const { items } = await door.post<{ items: Report[] }>('/v1/discovery/searches', {
      platform: 'tiktok',
      handle: '@sandbox.member',
    });
    const { id: reportId, influencerId } = items[0]!;
    const id = influencerId ?? (await door.post<{ id: string }>(`/v1/reports/${reportId}/influencers`, { email })).id;
    const states = { authState: 'NON_AUTH', marketplace: 'TTCM', tracked: true } as const;
    const account = await accountInState(door, { id, email }, 'tiktok', states);
    member = { id, email, accountId: account.id };
    await eventually('the collection', async () => (await collection()).lastCollectedAt !== null, {
      timeoutMs: 60_000,
    });
    await owner.goto(`/admin/influencers/${id}`);
    await card().getByText('Marketplace', { exact: true }).waitFor();
    await card().getByText('Creator Marketplace, with your organisation’s account').waitFor();
    expect(await note().count()).toBe(0);
    expect(await pageFaults(owner)).toEqual(noFaults);
    await owner.getByRole('tab', { name: 'Data' }).click();
    await main().getByText('Source of the figures: Creator Marketplace, with your organisation’s account').waitFor();
    const posts = main().getByRole('table', { name: 'Posts' }).getByRole('row');
    await posts.nth(5).waitFor();
    await main().getByRole('region', { name: 'Figures over time' }).getByText('25,000').first().waitFor();
    expect(await pageFaults(owner)).toEqual(noFaults);
  });

  chapter('disconnects it after a question', async () => {
    await owner.goto('/admin/settings?tab=marketplace');
    await main().getByRole('button', { name: 'Disconnect' }).click();
    const dialog = owner.getByRole('dialog', { name: 'Disconnect the marketplace account?' });
    await dialog.getByText(/nothing is collected of members who did not authenticate their account/).waitFor();
    await dialog.getByRole('button', { name: 'Disconnect' }).click();
    await main().getByText('Not connected', { exact: true }).waitFor();
  });

  chapter('reads in the profile why nothing comes any more, and goes from there to where it is mended', async () => {
    await door.post(`/v1/social-accounts/${member.accountId}/collections`);
    await eventually('the failure', async () => (await collection()).lastError === 'ttcm.not_connected');
    await owner.goto(`/admin/influencers/${member.id}`);
    await note().getByText('Not collected from the Creator Marketplace').waitFor();
    await note().getByText('Your organisation has not connected its own Creator Marketplace account.').waitFor();
    await note()
      .getByText(/^An owner connects it in Settings → Marketplace\./)
      .waitFor();
    expect(await pageFaults(owner)).toEqual(noFaults);
    await owner.goto(`/admin/influencers/${member.id}?tab=data`);
    await main().getByText('Not collected from the Creator Marketplace').waitFor();
    // What was collected stays.
    await main().getByRole('table', { name: 'Posts' }).getByRole('row').nth(5).waitFor();
    await owner.goto(`/admin/influencers/${member.id}`);
    await note().getByRole('link', { name: 'To Settings → Marketplace' }).click();
    await main().getByRole('button', { name: 'Connect at TikTok' }).click();
    await owner.waitForURL(/tiktok\.localhost/);
    await owner.getByRole('button', { name: 'Confirm', exact: true }).click();
    await main().getByText('Connected', { exact: true }).waitFor();
    await eventually('the collection to go on by itself', async () => (await collection()).lastError === null);
    await owner.goto(`/admin/influencers/${member.id}`);
    await card().getByText('Creator Marketplace, with your organisation’s account').waitFor();
    expect(await note().count()).toBe(0);
  });

  chapter('invites somebody by their handle, who waits in the profile', async () => {
    const { id } = await addInfluencer(story, door, 'browser-invited-by-handle');
    await owner.goto(`/admin/influencers/${id}`);
    const section = main().getByRole('region', { name: 'Invite a TikTok handle to the Creator Marketplace' });
    await section.getByRole('textbox').fill('sandbox.busy');
    await section.getByRole('button', { name: 'Send Invite' }).click();
    await section.getByText('@sandbox.busy: invited, not joined yet').waitFor();
    expect(await section.getByRole('textbox').inputValue()).toBe('');
    await section.getByRole('textbox').fill('sandbox.nobody.at.all');
    await section.getByRole('button', { name: 'Send Invite' }).click();
    await section.getByRole('alert').getByText('TikTok does not know this handle.').waitFor();
    expect(await pageFaults(owner)).toEqual(noFaults);
    await door.call('DELETE', `/v1/influencers/${id}`);
  });
});
