import { tabTo, type Page } from '@creator-connect/browser';
import { Story, Windows } from '../src';
import type { GatewayDoor } from '../src/doors/gateway';
import { must } from '../src/doors/wait';
import { connectAgency } from '../src/journeys/marketplace.journey';
import { accountInState } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { signInAsMember } from '../src/windows/steps';

const emails = ['kitchen', 'no-instagram', 'wanted', 'dancer', 'invited', 'not-invited'].map(
  (name) => `discover-${name}@creators.example`,
);
const [kitchen, noInstagram, wanted, dancer, invited, notInvited] = emails as [
  string,
  string,
  string,
  string,
  string,
  string,
];

/** Public profiles are found, looked at, and their owners added; every refusal has a way on that needs no second typing. */
describe('Discover and Reports in a real browser', () => {
  let story: Story;
  let windows: Windows;
  let door: GatewayDoor;
  let member: Page;

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    door = await story.admin();
    await connectAgency(story, door);
    await eraseOurs();
    await door.post('/v1/campaigns', { name: 'Browser discover' });
    member = await windows.ofSomebody();
    await signInAsMember(member, story.login());
    await member.getByRole('heading', { name: 'Influencers', level: 1 }).waitFor();
  });

  afterAll(async () => {
    await windows?.close();
    // Other stories find the same accounts, and the story may be told again.
    await eraseOurs();
    await story?.end();
  });

  const idOf = async (email: string) => {
    const search = new URLSearchParams({ search: email }).toString();
    return (await door.get<{ items: { id: string }[] }>(`/v1/influencers?${search}`)).items[0]?.id;
  };
  async function eraseOurs() {
    for (const email of emails) {
      const id = await idOf(email);
      if (id !== undefined) await door.call('DELETE', `/v1/influencers/${id}`);
    }
  }

  const tell = (title: string, what: () => Promise<void>) => it(title, () => windows.tell(what));
  const main = () => member.getByRole('main');
  const part = (name: string) => main().getByRole('region', { name, exact: true });
  const fieldOf = (label: string) => main().getByLabel(label, { exact: true });

  const search = async (platform: string, words: string, way: 'Handle' | 'Keyword' = 'Handle') => {
    await member.getByRole('navigation').getByRole('link', { name: 'Discover' }).click();
    await main().getByText(platform, { exact: true }).click();
    if (way === 'Keyword') await main().getByText(way, { exact: true }).click();
    await main().getByRole('textbox', { name: way }).fill(words);
    await main().getByRole('button', { name: 'Search' }).click();
  };
  const openReport = async (name: string) => {
    await main().getByRole('link', { name, exact: true }).click();
    await member.getByRole('heading', { name, level: 1 }).waitFor();
  };
  const add = async (email: string) => {
    await main().getByRole('textbox', { name: 'E-mail address' }).fill(email);
    await main().getByRole('button', { name: 'Add', exact: true }).click();
  };
  const onProfileOf = async (name: string, email: string) => {
    await member.getByRole('heading', { name, level: 1 }).waitFor();
    await main().getByText(email).waitFor();
    const id = await idOf(email);
    must(id, 'the roster lists who was added');
    expect(new URL(member.url()).pathname).toBe(`/admin/influencers/${id}`);
    return { id, email };
  };

  tell('finds channels by keyword, and adds one directly to a campaign', async () => {
    await search('YouTube', 'sandbox brand', 'Keyword');
    await main().getByText('2 profiles found').waitFor();
    await openReport('Sandbox brand kitchen');
    await main().getByText('88,400', { exact: true }).waitFor();
    await main().getByRole('button', { name: 'Add to a campaign' }).click();
    await main().getByLabel('Campaign').selectOption({ label: 'Browser discover' });
    await add(kitchen);
    const influencer = await onProfileOf('Sandbox brand kitchen', kitchen);
    await accountInState(door, influencer, 'youtube', { authState: 'NON_AUTH', tracked: true });
    await member.getByRole('navigation').getByRole('link', { name: 'Campaigns' }).click();
    await main().getByRole('link', { name: 'Browser discover' }).first().click();
    await main().getByRole('link', { name: 'Sandbox brand kitchen' }).waitFor();
  });

  tell('remembers what was found, and who of it is in the roster by now', async () => {
    const before = await searches();
    await member.getByRole('navigation').getByRole('link', { name: 'Discover' }).click();
    const found = main().getByRole('list', { name: 'Discover' }).getByRole('listitem');
    await found.filter({ hasText: 'Sandbox brand kitchen' }).getByText('In the roster').waitFor();
    expect(await found.filter({ hasText: 'Sandbox brand travel' }).getByText('In the roster').count()).toBe(0);
    expect(await main().getByRole('textbox', { name: 'Keyword' }).inputValue()).toBe('sandbox brand');
    expect(await searches()).toBe(before);
    await openReport('Sandbox brand kitchen');
    expect(await main().getByRole('button', { name: 'Add to roster' }).count()).toBe(0);
    await main().getByRole('link', { name: 'Open the influencer' }).click();
    await onProfileOf('Sandbox brand kitchen', kitchen);
  });

  tell('says of a platform that the installation can not search yet who sets it up, and where', async () => {
    // The system of this test has them all: one is told as it is where nothing is configured.
    const address = '**/v1/discovery/sources';
    await member.route(address, async (route) => {
      const response = await route.fetch();
      const { items } = (await response.json()) as { items: { platform: string }[] };
      const problem = {
        code: 'accounts.discovery_not_configured',
        title: 'This installation has nothing to search this platform with.',
        nextStep: 'Ask whoever runs it.',
        retryAfterSeconds: null,
      };
      const told = items.map((item) => (item.platform === 'youtube' ? { ...item, available: false, problem } : item));
      await route.fulfill({ response, json: { items: told } });
    });
    await member.goto('/admin/discover');
    await main().getByText('YouTube', { exact: true }).click();
    const said = main().getByRole('status').filter({ hasText: 'YouTube can not be searched now' });
    await said.getByText('docs/platforms/google.md').waitFor();
    await main().getByRole('textbox').fill('sandbox');
    expect(await main().getByRole('button', { name: 'Search' }).isDisabled()).toBe(true);
    expect(await pageFaults(member)).toEqual(noFaults);
    await member.goto('/admin/settings?tab=discovery');
    await main().getByRole('list').getByRole('listitem').filter({ hasText: 'docs/platforms/google.md' }).waitFor();
    expect(await pageFaults(member)).toEqual(noFaults);
    await member.unroute(address);
  });

  tell('stands side by side at 320 pixels: the platforms that can be chosen', async () => {
    await member.setViewportSize({ width: 320, height: 640 });
    await member.goto('/admin/discover');
    const choice = main().getByRole('radiogroup').first();
    await choice.waitFor();
    const inside = await choice.evaluate((one) => {
      const [own, card] = [one.getBoundingClientRect(), one.closest('form')!.getBoundingClientRect()];
      return own.right <= card.right && own.height < 48;
    });
    expect(inside).toBe(true);
    await member.setViewportSize({ width: 1280, height: 800 });
  });

  const searches = async () => (await story.sandbox.calls({ platform: 'google', operation: 'youtube.search' })).length;

  tell('shows contact information with its source, and refuses an Instagram account with the way on', async () => {
    await search('Instagram', '@sandbox.contacts');
    await main().getByText('1 profile found').waitFor();
    await main().getByRole('list', { name: 'Discover' }).getByRole('link').click();
    await member.getByRole('tab', { name: 'Contact Information' }).click();
    await part('E-mail addresses').getByText('bakery@contacts.example').waitFor();
    const accounts = part('Other accounts').getByRole('listitem');
    expect((await accounts.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '))).toEqual([
      'TikTok @sandbox.member from the description',
      'YouTube @sandbox.creator from the description',
    ]);
    await part('Links').getByText('from the website field').waitFor();
    await main().getByRole('button', { name: 'Add to roster' }).click();
    // The address that the profile tells is there already.
    expect(await main().getByRole('textbox', { name: 'E-mail address' }).inputValue()).toBe('bakery@contacts.example');
    await main().getByRole('textbox', { name: 'Name' }).fill('Browser baker');
    await add(noInstagram);
    const refusal = main().getByRole('alert');
    await refusal
      .getByText('An influencer can not be added with an Instagram account that is not authenticated.')
      .waitFor();
    await refusal.getByText(/They connect it with "Add Account" in their dashboard/).waitFor();
    expect(await pageFaults(member)).toEqual(noFaults);
    await main().getByRole('button', { name: 'Add without the Instagram account' }).click();
    await onProfileOf('Browser baker', noInstagram);
    await main().getByText('No account yet. Send the creator a link.').waitFor();
  });

  tell('refuses a channel that names an Instagram account, and adds the channel alone', async () => {
    await search('YouTube', '@sandbox.contacts');
    await openReport('Sandbox contacts');
    await main().getByRole('button', { name: 'Add to roster' }).click();
    await add(wanted);
    await main()
      .getByRole('alert')
      .getByText(/The profile names an Instagram account/)
      .waitFor();
    await main().getByText('It names: @sandbox.contacts').waitFor();
    await main().getByRole('button', { name: 'Add with the YouTube account @sandbox.contacts alone' }).click();
    const influencer = await onProfileOf('Sandbox contacts', wanted);
    await accountInState(door, influencer, 'youtube', { authState: 'NON_AUTH' });
  });

  tell(
    'refuses a TikTok account that names an Instagram account, for a campaign no less, and adds it alone',
    async () => {
      await search('TikTok', '@sandbox.contacts');
      await openReport('TikTok contacts');
      await member.getByRole('tab', { name: 'Contact Information' }).click();
      await part('Other accounts').getByText('@sandbox.contacts').waitFor();
      await main().getByRole('button', { name: 'Add to a campaign' }).click();
      await main().getByLabel('Campaign').selectOption({ label: 'Browser discover' });
      await add(dancer);
      const refusal = main().getByRole('alert');
      await refusal
        .getByText(/^The profile names an Instagram account, and an influencer can not be added with one/)
        .waitFor();
      await refusal.getByText(/^Add them in the Influencers tool with the account you want\./).waitFor();
      expect(await refusal.getByRole('link', { name: /^More about this/ }).getAttribute('href')).toBe(
        '/help/add-influencers',
      );
      await main().getByText('It names: @sandbox.contacts').waitFor();
      expect(await idOf(dancer)).toBeUndefined();
      expect(await pageFaults(member)).toEqual(noFaults);
      await main().getByRole('button', { name: 'Add with the TikTok account @sandbox.contacts alone' }).click();
      const influencer = await onProfileOf('TikTok contacts', dancer);
      await accountInState(door, influencer, 'tiktok', { authState: 'NON_AUTH', marketplace: 'TTCM', tracked: true });
      await member.getByRole('navigation').getByRole('link', { name: 'Campaigns' }).click();
      await main().getByRole('link', { name: 'Browser discover' }).first().click();
      await main().getByRole('link', { name: 'TikTok contacts' }).waitFor();
    },
  );

  const typeTikTok = async (name: string, email: string, handle: string) => {
    await member.getByRole('navigation').getByRole('link', { name: 'Influencers' }).click();
    await main().getByRole('button', { name: 'Add influencer' }).click();
    await main().getByRole('textbox', { name: 'Name' }).fill(name);
    await main().getByRole('button', { name: 'Add an account' }).click();
    await main().getByLabel('Platform of the account').selectOption('TikTok');
    await main().getByRole('textbox', { name: 'Handle of the account' }).fill(handle);
    await add(email);
    await main()
      .getByRole('alert')
      .getByText(/An admin can not connect a TikTok account/)
      .waitFor();
  };

  tell('refuses a typed TikTok handle outside of the marketplace, and invites it instead', async () => {
    await typeTikTok('Browser invited', invited, '@sandbox.busy');
    expect(await pageFaults(member)).toEqual(noFaults);
    await main().getByRole('button', { name: 'Add without it and Send Invite to @sandbox.busy' }).click();
    const { id } = await onProfileOf('Browser invited', invited);
    await main().getByText('@sandbox.busy: invited, not joined yet').waitFor();
    const { items } = await door.get<{ items: { handle: string }[] }>(`/v1/ttcm-invites?influencerId=${id}`);
    expect(items.map(({ handle }) => handle)).toEqual(['sandbox.busy']);
  });

  tell('says so when somebody was added and the invitation was refused', async () => {
    await typeTikTok('Browser not invited', notInvited, 'sandbox.under.age');
    await main().getByRole('button', { name: 'Add without it and Send Invite to @sandbox.under.age' }).click();
    await main()
      .getByText('Browser not invited is in the roster; the invitation to @sandbox.under.age was not sent')
      .waitFor();
    await main().getByRole('alert').first().waitFor();
    await main().getByRole('link', { name: 'Open Browser not invited' }).click();
    await onProfileOf('Browser not invited', notInvited);
  });

  tell('says why nothing was found', async () => {
    await search('TikTok', 'sandbox.few.views');
    await main()
      .getByText(/TikTok shows members of its Creator Marketplace only, and this account is none/)
      .waitFor();
    await search('YouTube', 'sandbox.nobody');
    await main().getByText('YouTube shows no account like this. Check the spelling.').waitFor();
    await search('Instagram', 'sandbox.age.gated');
    await main()
      .getByText(/Instagram shows no such account to us/)
      .waitFor();
    expect(await pageFaults(member)).toEqual(noFaults);
  });

  tell('says why a platform can not be searched, where the way to set it up is, and goes on once it can', async () => {
    await story.sandbox.fault({
      platform: 'facebook',
      kind: 'token_invalid',
      subcode: 460,
      operation: 'graph.instagram',
    });
    try {
      await search('Instagram', 'sandbox.kitchen');
      await main().getByText('Instagram can not be searched now').waitFor();
    } finally {
      await story.sandbox.clearFaults();
    }
    await main()
      .getByText(/docs\/platforms\/meta\.md in its documentation says how/)
      .waitFor();
    expect(await pageFaults(member)).toEqual(noFaults);
    await main().getByRole('link', { name: 'Settings → Discovery' }).click();
    const ofInstagram = main()
      .getByRole('listitem')
      .filter({ hasText: 'by exact handle' })
      .filter({ hasText: 'Instagram' });
    await ofInstagram.getByText('Can not be searched', { exact: true }).waitFor();
    await ofInstagram.getByText(/docs\/platforms\/meta\.md/).waitFor();
    await main().getByText('by exact handle, by keyword').waitFor();
    expect(await pageFaults(member)).toEqual(noFaults);
    await search('Instagram', 'sandbox.kitchen');
    await main().getByText('1 profile found').waitFor();
    await member.goto('/admin/settings?tab=discovery');
    await ofInstagram.getByText('Can be searched', { exact: true }).waitFor();
  });

  tell('keeps reports, by platform in the address, until somebody deletes them', async () => {
    await member.getByRole('navigation').getByRole('link', { name: 'Reports' }).click();
    await fieldOf('Platform').selectOption('Instagram');
    await member.waitForURL(/\?platform=instagram$/);
    const list = main().getByRole('list', { name: 'Reports' });
    await list.getByText('@sandbox.kitchen').waitFor();
    await list.getByText('@sandbox.brand.travel').waitFor({ state: 'detached' });
    expect(await pageFaults(member)).toEqual(noFaults);
    await list.getByRole('listitem').filter({ hasText: '@sandbox.kitchen' }).getByRole('link').click();
    await main().getByRole('button', { name: 'Delete report' }).click();
    await member.getByRole('dialog').waitFor();
    expect(await pageFaults(member)).toEqual(noFaults);
    await member.getByRole('dialog').getByRole('button', { name: 'Delete the report' }).click();
    await list.getByText('@sandbox.brand.travel').waitFor();
    await list.getByText('@sandbox.kitchen').waitFor({ state: 'detached' });
  });

  tell('works by keyboard alone, and says what is going on', async () => {
    await member.goto('/admin/discover');
    await main().getByRole('button', { name: 'Search' }).waitFor();
    await tabTo(member, 'radio', 'Instagram');
    await member.keyboard.press('ArrowRight');
    await member.keyboard.press('Tab');
    await tabTo(member, 'textbox', 'Handle');
    await member.keyboard.type('sandbox.brand.travel');
    await member.keyboard.press('Enter');
    await main().getByRole('status').getByText('1 profile found').waitFor();
    await tabTo(member, 'link', 'Sandbox brand travel');
    await member.keyboard.press('Enter');
    await member.getByRole('heading', { name: 'Sandbox brand travel', level: 1 }).waitFor();
    expect(await pageFaults(member)).toEqual(noFaults);
    await tabTo(member, 'button', 'Add to roster');
    await member.keyboard.press('Enter');
    await main().getByRole('button', { name: 'Cancel' }).waitFor();
    expect(await pageFaults(member)).toEqual(noFaults);
  });
});
