import type { Page } from '@creator-connect/browser';
import { Story, Windows, type GatewayDoor } from '../src';
import { eventually } from '../src/doors/wait';
import { connectAgency } from '../src/journeys/marketplace.journey';
import { accountInState, addInfluencer, type Influencer, type SocialAccount } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { addTikTokAccount, creatorOnPhone, logInAsGenerated, signInAsMember } from '../src/windows/steps';

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
  let unknown: Influencer & { accountId: string };
  const renamed = 'browser.renamed.since';

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    door = await story.admin();
    await door.call('DELETE', '/v1/ttcm-connection');
    owner = await windows.ofSomebody();
    await signInAsMember(owner, story.login());
    await owner.getByRole('heading', { name: 'Influencers', level: 1 }).waitFor();
  });

  afterAll(async () => {
    await story?.sandbox.clearFaults();
    // Other stories find it connected.
    if (door) await connectAgency(story, door);
    await windows?.close();
    await story?.end();
  });

  const chapter = (title: string, what: () => Promise<void>) => it(title, () => windows.chapter(what));
  const main = () => owner.getByRole('main');
  const card = () => owner.getByRole('article', { name: '@sandbox.member, TikTok' });
  const note = () => card().getByRole('status').filter({ hasText: 'Creator Marketplace' });
  const collection = () =>
    door.get<{ lastCollectedAt: string | null; lastError: string | null }>(
      `/v1/social-accounts/${member.accountId}/collections`,
    );
  const eligible = {
    followers: 50_000,
    country: 'US',
    accountType: 'personal',
    viewsPerVideo: 5_000,
    posting: { atStart: 30, everyHours: 24 },
  };
  const handleOf = async (persona: string): Promise<string> =>
    (await story.sandbox.call<{ handles: [string] }>('GET', `/control/personas/${persona}`)).handles[0];
  async function connectOnPhone(influencer: Influencer, persona: `world-tiktok-${number}`): Promise<SocialAccount> {
    const phone = await creatorOnPhone(story, windows, influencer.email);
    await logInAsGenerated(story, phone, 'tiktok', persona);
    await addTikTokAccount(phone);
    await phone.context().close();
    return accountInState(door, influencer, 'tiktok', { authState: 'AUTHENTICATED', marketplace: 'NON_TTCM' });
  }
  /** What the marketplace has said of the account of which it is not known whether it is there. */
  const unknownBecause = async () =>
    (await door.get<{ unknownBecause: string | null }>(`/v1/ttcm-membership?socialAccountId=${unknown.accountId}`))
      .unknownBecause;
  const unknownCard = () => owner.getByRole('article', { name: /, TikTok$/ });

  chapter('reads of an account that the marketplace was not asked about it, where that is so', async () => {
    await story.sandbox.does('world-tiktok-982', 'leave-marketplace');
    await story.sandbox.does('world-tiktok-982', 'set', { ...eligible, age: 30 });
    const influencer = await addInfluencer(story, door, 'browser-not-asked');
    const { id } = await connectOnPhone(influencer, 'world-tiktok-982');
    unknown = { ...influencer, accountId: id };
    await owner.goto(`/admin/influencers/${influencer.id}`);
    await unknownCard().getByText('Marketplace unknown', { exact: true }).waitFor();
    await unknownCard()
      .getByText(
        'The Creator Marketplace was not asked about this account yet. Until it answers, it counts as Non-TTCM.',
        { exact: true },
      )
      .waitFor();
    expect(await pageFaults(owner)).toEqual(noFaults);
  });

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

  chapter('reads that the account is no member, now that the marketplace has answered', async () => {
    await eventually('the answer', async () => (await unknownBecause()) === null);
    await owner.goto(`/admin/influencers/${unknown.id}`);
    await unknownCard().getByText('Non-TTCM', { exact: true }).waitFor();
    expect(
      await unknownCard()
        .getByText(/^The Creator Marketplace was not asked/)
        .count(),
    ).toBe(0);
    // Their creator renames it at TikTok; the marketplace is asked by the handle of before.
    await story.sandbox.does('world-tiktok-982', 'rename', { handle: renamed });
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
    await eventually('the collection', async () => (await collection()).lastCollectedAt !== null);
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
    expect(await pageFaults(owner)).toEqual(noFaults);
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

  chapter(
    'reads that TikTok does not know the handle of a renamed account, until its new one is collected',
    async () => {
      await eventually('the answer', async () => (await unknownBecause()) === 'handle_unknown');
      await owner.goto(`/admin/influencers/${unknown.id}`);
      await unknownCard().getByText('Marketplace unknown', { exact: true }).waitFor();
      await unknownCard()
        .getByText(
          /^TikTok does not know this handle; the creator may have renamed the account\. Until it does, it counts/,
        )
        .waitFor();
      expect(await pageFaults(owner)).toEqual(noFaults);
      await door.post(`/v1/social-accounts/${unknown.accountId}/collections`);
      await accountInState(door, unknown, 'tiktok', { handle: renamed });
      await owner.reload();
      await owner.getByRole('article', { name: `@${renamed}, TikTok` }).waitFor();
    },
  );

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

  chapter('reads in the profile why TikTok rejected an invitation of a handle', async () => {
    const { id } = await addInfluencer(story, door, 'browser-rejected-handle');
    await owner.goto(`/admin/influencers/${id}`);
    const section = main().getByRole('region', { name: 'Invite a TikTok handle to the Creator Marketplace' });
    for (const [handle, reason] of [
      ['sandbox.under.age', 'The creator is too young.'],
      ['sandbox.no.reason', 'TikTok gave no reason that is known.'],
    ] as const) {
      await section.getByRole('textbox').fill(handle);
      await section.getByRole('button', { name: 'Send Invite' }).click();
      await section.getByRole('alert').getByText('TikTok rejected the invitation.').waitFor();
      await section.getByText(`@${handle}: rejected by TikTok`).waitFor();
      await section.getByText(reason).first().waitFor();
    }
    expect(await pageFaults(owner)).toEqual(noFaults);
    await door.call('DELETE', `/v1/influencers/${id}`);
  });

  chapter('reads at the account why TikTok rejected its invitation, then and later', async () => {
    const persona = 'world-tiktok-974';
    await story.sandbox.does(persona, 'set', { ...eligible, age: 15 });
    const influencer = await addInfluencer(story, door, 'browser-rejected-account');
    await connectOnPhone(influencer, persona);

    await owner.goto(`/admin/influencers/${influencer.id}`);
    const account = owner.getByRole('article', { name: /, TikTok$/ });
    await account.getByRole('button', { name: /^Send Invite to @/ }).click();
    const dialog = owner.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Send Invite' }).click();
    await dialog.getByRole('alert').getByText('TikTok rejected the invitation.').waitFor();
    await owner.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    const outcome = account.getByRole('status').filter({ hasText: /: rejected by TikTok/ });
    await outcome.getByText('The creator is too young.').waitFor();
    expect(await pageFaults(owner)).toEqual(noFaults);
    await owner.reload();
    await outcome.getByText('The creator is too young.').waitFor();
    await account.getByText('Non-TTCM', { exact: true }).waitFor();
    await door.call('DELETE', `/v1/influencers/${influencer.id}`);
  });

  chapter(
    'is told step by step what to do by hand where TikTok takes no invitations from here, until they join',
    async () => {
      const persona = 'world-tiktok-984';
      const handle = await handleOf(persona);
      await story.sandbox.does(persona, 'leave-marketplace');
      await story.sandbox.does(persona, 'set', { ...eligible, age: 30 });
      // No page of the sandbox lets an agency invite: this is what the person will do there, done before.
      const elsewhere = await addInfluencer(story, door, 'browser-invited-elsewhere');
      await door.post('/v1/ttcm-invites', { influencerId: elsewhere.id, handle });
      await door.call('DELETE', `/v1/influencers/${elsewhere.id}`);
      // TikTok has these calls no more, as it has none like them in what replaces them.
      for (const operation of ['ttcm.invite', 'ttcm.status']) {
        await story.sandbox.fault({ platform: 'ttcm', operation, kind: 'error', code: '40008', times: null });
      }
      const { id } = await addInfluencer(story, door, 'browser-invited-by-hand');
      await owner.goto(`/admin/influencers/${id}`);
      const section = main().getByRole('region', { name: 'Invite a TikTok handle to the Creator Marketplace' });
      await section.getByRole('textbox').fill(handle);
      await section.getByRole('button', { name: 'Send Invite' }).click();
      await section.getByText(`@${handle}: to be invited by hand`).waitFor();
      await section.getByText('Send the invitation in the Creator Marketplace itself:').waitFor();
      const steps = await section.getByRole('listitem').allInnerTexts();
      expect(steps).toHaveLength(3);
      expect(steps[0]).toMatch(/^Sign in to the TikTok Creator Marketplace/);
      expect(steps[1]).toBe(`Search for @${handle} and open the profile.`);
      expect(steps[2]).toMatch(/System Notifications → View More → Join\.$/);
      expect(await pageFaults(owner)).toEqual(noFaults);
      await owner.reload();
      await section.getByText(`@${handle}: to be invited by hand`).waitFor();
      await story.sandbox.does(persona, 'join-marketplace');
      await owner
        .getByRole('article', { name: `@${handle}, TikTok` })
        .getByText('Marketplace', { exact: true })
        .waitFor();
      await door.call('DELETE', `/v1/influencers/${id}`);

      // The same at an account that is here already.
      await owner.goto(`/admin/influencers/${unknown.id}`);
      const account = owner.getByRole('article', { name: `@${renamed}, TikTok` });
      await account.getByRole('button', { name: `Send Invite to @${renamed}` }).click();
      const dialog = owner.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Send Invite' }).click();
      await dialog.waitFor({ state: 'detached' });
      const outcome = account.getByRole('status').filter({ hasText: `@${renamed}: to be invited by hand` });
      await outcome.getByText(`Search for @${renamed} and open the profile.`).waitFor();
      expect(await pageFaults(owner)).toEqual(noFaults);
      await door.call('DELETE', `/v1/influencers/${unknown.id}`);
      await story.sandbox.clearFaults();
    },
  );
});
