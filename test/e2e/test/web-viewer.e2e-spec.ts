import type { Page } from '@creator-connect/browser';
import { Story, Windows, type GatewayDoor } from '../src';
import { addInfluencer, connectedCreator, joinedMember, type Influencer } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { memberOnRoster } from '../src/windows/steps';

/** What only shows something, or belongs to the viewer: their own look, their own notices, their own sign-in. */
const harmless = [
  /^Notices/,
  /^(?:Show|Hide) history$/,
  /^Show (?:all|fewer)/,
  /^Show the accounts$/,
  /^Show more$/,
  /^Clear the filters$/,
  // What they see they may take along, once they have shown again who they are.
  /^Download .* as (?:CSV|Parquet)$/,
  // Everybody may leave an organisation.
  /^Leave$/,
  // The link is for whoever somebody wants to give it to.
  /^Copy link to apply to /,
];
/** Of the own account alone. */
const own = [
  /^Set up/,
  /^Save the name$/,
  /^Change password$/,
  /^Sign out of the session since /,
  /^Mark all as read$/,
  /^Show what is typed$/,
  /^Sign out everywhere$/,
];

/** A viewer sees everything that others do, and nothing that they would be refused. */
describe('the pages of members, for a viewer', () => {
  let story: Story;
  let windows: Windows;
  let door: GatewayDoor;
  let viewer: Page;
  let influencer: Influencer;
  let nobodys: Influencer;
  let campaign: string;
  const refusals: string[] = [];

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    door = await story.admin();
    ({ influencer } = await connectedCreator(story, door, 'tiktok', 'tiktok-member-moved', 'TikTok member moved'));
    nobodys = await addInfluencer(story, door, 'browser-viewer-no-account');
    await door.post(`/v1/influencers/${influencer.id}/notes`, { text: 'Browser viewer note' });
    ({ id: campaign } = await door.post<{ id: string }>('/v1/campaigns', { name: 'Browser viewer' }));
    for (const { id: influencerId } of [influencer, nobodys])
      await door.post(`/v1/campaigns/${campaign}/influencers`, { influencerId });
    await door.post('/v1/influencer-groups', { name: `Browser viewer ${Date.now()}` });
    viewer = await memberOnRoster(windows, await joinedMember(story, door, 'viewer'));
    viewer.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.startsWith('/v1/') && response.status() >= 400) refusals.push(`${response.status()} ${pathname}`);
    });
  });

  afterAll(async () => {
    await windows?.close();
    await story?.end();
  });

  const look = async (path: string, seen: RegExp | string, allowed: readonly RegExp[] = []) => {
    refusals.length = 0;
    await viewer.goto(path);
    await viewer.getByText(seen).first().waitFor();
    await viewer.getByRole('status', { name: 'Loading' }).first().waitFor({ state: 'detached' });
    const names = await viewer
      .getByRole('main')
      .getByRole('button')
      .evaluateAll((buttons) =>
        buttons.map((button) => button.getAttribute('aria-label') ?? button.textContent.trim()),
      );
    const offered = names.filter((name) => ![...harmless, ...allowed].some((one) => one.test(name)));
    // Files are chosen, forms sent and boxes ticked by whoever may change something.
    const typed = await viewer
      .getByRole('main')
      .locator('form:has(button[type="submit"]), input[type="file"], input[type="checkbox"]')
      .count();
    const forms = allowed === own ? 0 : typed;
    expect({ path, offered, forms, refusals, ...(await pageFaults(viewer, 'colours')) }).toEqual({
      path,
      offered: [],
      forms: 0,
      refusals: [],
      ...noFaults,
    });
  };

  it.each([
    ['/admin/influencers', /browser viewer no account/],
    ['/admin/influencers?search=nobody-has-this-name', 'Nobody matches these filters.'],
    ['/admin/applications', 'Applications'],
    ['/admin/campaigns', 'Browser viewer'],
    ['/admin/discover', 'Discover'],
    ['/admin/reports', 'Reports'],
    ['/admin/settings?tab=company', 'Outbound email'],
    ['/admin/settings?tab=members', 'Demo owner'],
    ['/admin/settings?tab=fields', /^What you want to know about every influencer/],
    ['/admin/settings?tab=groups', /Browser viewer/],
    ['/admin/settings?tab=marketplace', 'TikTok Creator Marketplace'],
    ['/admin/settings?tab=discovery', 'YouTube'],
    ['/admin/settings?tab=keys', 'This is for owners of the organisation'],
  ])('%s: shows what there is, and offers nothing that would be refused', (path, seen) =>
    windows.tell(() => look(path, seen)),
  );

  it.each([
    ['notices', /^What the bell tells you/],
    ['security', 'Where you are signed in'],
  ])('the tab %s of the settings is theirs', (tab, seen) =>
    windows.tell(() => look(`/admin/settings?tab=${tab}`, seen, own)),
  );

  it.each([
    ['accounts', 'Granted permissions'],
    ['data', 'Figures over time'],
    ['mails', 'Invitation to the dashboard'],
    ['notes', 'Browser viewer note'],
    ['details', 'Time zone'],
  ])('the tab %s of a profile only shows', (tab, seen) =>
    windows.tell(() => look(`/admin/influencers/${influencer.id}?tab=${tab}`, seen)),
  );

  it.each(['influencers', 'report'])('the tab %s of a campaign only shows', (tab) =>
    windows.tell(() => look(`/admin/campaigns/${campaign}?tab=${tab}`, 'Browser viewer')),
  );

  it('somebody without an account: says that there is none, and asks nobody to do what they can not', () =>
    windows.tell(async () => {
      await look(`/admin/influencers/${nobodys.id}`, 'No account yet');
      expect(await viewer.getByRole('main').innerText()).not.toContain('Send the creator a link');
      await look(`/admin/influencers/${nobodys.id}?tab=data`, /^No account yet, so/);
      expect(await viewer.getByRole('main').innerText()).not.toContain('Ask for');
    }));

  it('what stands in fields is as easy to read as for those who may change it', () =>
    windows.tell(async () => {
      await viewer.goto(`/admin/influencers/${nobodys.id}?tab=details`);
      const name = viewer.getByRole('textbox', { name: 'Name' });
      await name.waitFor();
      expect(await name.isDisabled()).toBe(true);
      const looks = await name.evaluate((field) => {
        const { opacity, color } = getComputedStyle(field);
        return { opacity, asText: color === getComputedStyle(document.body).color };
      });
      expect(looks).toEqual({ opacity: '1', asText: true });
    }));

  it('the page of operators says whom it is for', async () => {
    await viewer.goto('/admin/operations');
    await viewer
      .getByText(/whoever runs the installation|run the installation|operator/i)
      .first()
      .waitFor();
    expect(await viewer.getByRole('navigation').getByRole('link', { name: 'Operations' }).count()).toBe(0);
  });
});
