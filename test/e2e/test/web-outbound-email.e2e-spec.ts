import type { Locator, Page } from '@creator-connect/browser';
import { Story, Windows } from '../src';
import { behindTheDoors } from '../src/doors/database';
import { furtherOrganisation, type FurtherOrganisation } from '../src/journeys/further-organisation';
import { must } from '../src/doors/wait';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { memberOnRoster, watchInbox } from '../src/windows/steps';

const name = `Mail Agency ${Date.now()}`;
const first = `hello-${Date.now()}@mail-agency.example`;
const second = `news-${Date.now()}@mail-agency.example`;
/** A channel that no other story adds. */
const HANDLE = 'pia.sews.975';
const confirmation = /https?:\/\/\S+\/confirm-address#[\w-]+/;

/** The outbound address of an organisation that has none yet, from the first proposal to its successor. */
describe('the outbound e-mail address in a real browser', () => {
  const home = process.env['CONNECT_HOME'] ?? '';
  let story: Story;
  let windows: Windows;
  let organisation: FurtherOrganisation;
  let owner: Page;
  /** Whoever reads the mail at the proposed address, in a browser of their own. */
  let reader: Page;

  beforeAll(async () => {
    must(home, 'the test is given a started system (run it through `npm test`)');
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    organisation = await furtherOrganisation(story, await story.admin(), name);
    owner = await memberOnRoster(windows, organisation.login);
    reader = await windows.ofSomebody();
  });

  afterAll(async () => {
    await windows?.close();
    await story?.end();
  });

  const chapter = (title: string, what: () => Promise<void>) => it(title, () => windows.chapter(what));
  const main = () => owner.getByRole('main');
  const badge = (text: string) => main().locator('.mantine-Badge-root').getByText(text, { exact: true });
  const propose = async (label: 'Address' | 'Replace it by', address: string) => {
    await main().getByRole('textbox', { name: label }).fill(address);
    await main().getByRole('button', { name: 'Verify this address' }).click();
  };
  const confirm = async (link: string) => {
    // The same page with another token is not loaded anew by itself.
    await reader.goto('about:blank');
    await reader.goto(link);
    await reader.getByRole('button', { name: 'Confirm address' }).click();
  };
  const keepsTheRules = async () => expect(await pageFaults(owner)).toEqual(noFaults);

  chapter('is not set at first, and says what works all the same', async () => {
    await owner.goto('/admin/settings?tab=company');
    await badge('Not set').waitFor();
    await main()
      .getByText(/^Requests, reminders .* links can be copied all the same\.$/)
      .waitFor();
    expect(await main().getByRole('button', { name: 'Send a test mail' }).count()).toBe(0);
    await propose('Address', 'no address');
    await main().getByText('Write an address like name@example.com.').waitFor();
    await keepsTheRules();
  });

  chapter(
    'keeps a profile from sending while there is none, with the reason and the way to Settings; copying works',
    async () => {
      const { id } = await organisation.door.post<{ id: string }>('/v1/influencers', {
        name: 'Browser unsent',
        email: `browser-unsent-${Date.now()}@creators.example`,
        socialAccounts: [{ platform: 'youtube', handle: HANDLE }],
      });
      await owner.goto(`/admin/influencers/${id}`);
      const card = main().getByRole('article', { name: `@${HANDLE}, YouTube` });
      const why = main().getByRole('alert').filter({ hasText: 'E-mail can not be sent yet' });
      await why.waitFor();
      const send = card.getByRole('button', { name: /^Send e-mail about @/ });
      expect(await send.isDisabled()).toBe(true);
      expect(await send.getAttribute('aria-describedby')).toBe(await why.getAttribute('id'));
      await keepsTheRules();

      await owner.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await card.getByRole('button', { name: /^Copy link for @/ }).click();
      await card.getByText('The link is copied.').waitFor();
      await reader.goto(await owner.evaluate<string>('navigator.clipboard.readText()'));
      await reader.getByRole('heading', { name: `${name} asks you to connect` }).waitFor();
      await reader.getByRole('button', { name: 'Begin' }).waitFor();

      expect(await why.getByRole('link', { name: 'More about this' }).getAttribute('href')).toBe(
        '/help/outbound-email',
      );
      await why.getByRole('link', { name: 'Settings → Company → Outbound email' }).click();
      await main().getByRole('heading', { name: 'Outbound email' }).waitFor();
      await badge('Not set').waitFor();
    },
  );

  chapter(
    'keeps a campaign and the roster from mailing many, with the same reason; copying works there too',
    async () => {
      const { items } = await organisation.door.get<{ items: { id: string }[] }>('/v1/influencers');
      const campaign = await organisation.door.post<{ id: string }>('/v1/campaigns', { name: 'Without an address' });
      await organisation.door.post(`/v1/campaigns/${campaign.id}/influencers`, { influencerId: items[0]!.id });
      const offBecauseOfAddress = async (button: Locator) => {
        const why = main().getByRole('alert').filter({ hasText: 'E-mail can not be sent yet' }).last();
        await why.getByRole('link', { name: 'Settings → Company → Outbound email' }).waitFor();
        expect(await button.isDisabled()).toBe(true);
        expect(await button.getAttribute('aria-describedby')).toBe(await why.getAttribute('id'));
        await keepsTheRules();
      };
      const copies = async (button: Locator) => {
        await button.click();
        const copied = owner.getByRole('region', { name: 'Link for 1 creator' });
        await copied.getByText('1 done, 0 failed, 0 to go').waitFor();
        await copied.getByRole('button', { name: 'Close' }).click();
      };
      await owner.goto(`/admin/campaigns/${campaign.id}`);
      const notice = main().getByRole('alert', { name: 'Attention' });
      await offBecauseOfAddress(notice.getByRole('button', { name: 'E-mail all' }));
      await copies(notice.getByRole('button', { name: 'Copy all links' }));

      await owner.goto('/admin/influencers');
      const selection = main().getByRole('region', { name: 'Selection' });
      await selection.getByRole('checkbox', { name: 'Select all 1 on this page' }).check();
      await offBecauseOfAddress(selection.getByRole('button', { name: 'Send e-mail' }));
      await copies(selection.getByRole('button', { name: 'Copy links' }));
      await owner.goto('/admin/settings?tab=company');
    },
  );

  chapter('is pending until the link in its mail is pressed; of two mails the newest counts', async () => {
    const inbox = await watchInbox(story, first);
    await propose('Address', first);
    await badge('Pending').waitFor();
    await main().getByText(`${first} waits for its confirmation`).waitFor();
    const old = await inbox.link(/confirm/i, confirmation);
    await keepsTheRules();

    const again = await watchInbox(story, first);
    await main().getByRole('button', { name: 'Send the mail again' }).click();
    await main().getByText('It was sent again just now. Only the newest link works.').waitFor();
    const link = await again.link(/confirm/i, confirmation);
    expect(link).not.toBe(old);
    await confirm(old);
    await reader.getByRole('alert').waitFor();
    expect(await pageFaults(reader)).toEqual(noFaults);
    await badge('Pending').waitFor();

    await confirm(link);
    await reader.getByText('The address is confirmed.').waitFor();
    expect(await pageFaults(reader)).toEqual(noFaults);
    // The open page notices by itself.
    await badge('Verified').waitFor();
    await main()
      .getByText(new RegExp(`^${first} is verified since `))
      .waitFor();
    expect(await main().getByText('waits for its confirmation').count()).toBe(0);
  });

  chapter('sends a test mail to itself, and says when the next one is possible', async () => {
    const inbox = await watchInbox(story, first);
    await main().getByRole('button', { name: 'Send a test mail' }).click();
    await main().getByText(`A test mail is on its way to ${first}.`).waitFor();
    await inbox.link(/^A test mail of Mail Agency/, /./);
    await main().getByRole('button', { name: 'Send a test mail' }).click();
    await main()
      .getByRole('alert')
      .getByText(/It is possible again from .* on\./)
      .waitFor();
    await keepsTheRules();
  });

  chapter('stays in use while its successor is pending, and when that one failed', async () => {
    const inbox = await watchInbox(story, second);
    await owner.reload();
    await propose('Replace it by', second);
    await main().getByText(`${second} waits for its confirmation`).waitFor();
    await main().getByText('The present address stays in use until the new one is verified.').waitFor();
    await badge('Verified').waitFor();
    const late = await inbox.link(/confirm/i, confirmation);
    await behindTheDoors(home, async (client) => {
      await client.query('UPDATE notifications.outbound_identities SET pending_expires_at = now() WHERE org_id = $1', [
        organisation.id,
      ]);
    });
    await main().getByText(`${second} was not confirmed`).waitFor();
    await main()
      .getByText(/^The link in its confirmation mail was not pressed in time\. Send the mail again, or enter another/)
      .waitFor();
    await main().getByText('The present address stays in use until the new one is verified.').waitFor();
    await badge('Verified').waitFor();
    await keepsTheRules();
    await confirm(late);
    await reader.getByRole('alert').waitFor();
  });

  chapter('is replaced once the successor is verified', async () => {
    const inbox = await watchInbox(story, second);
    await main().getByRole('button', { name: 'Send the mail again' }).click();
    await main().getByText(`${second} waits for its confirmation`).waitFor();
    await confirm(await inbox.link(/confirm/i, confirmation));
    await reader.getByText('The address is confirmed.').waitFor();
    await main()
      .getByText(new RegExp(`^${second} is verified since `))
      .waitFor();
    expect(await main().getByText(first).count()).toBe(0);
    await keepsTheRules();
  });

  chapter('that was never verified, and was not confirmed in time, has failed', async () => {
    const other = await furtherOrganisation(story, await story.admin(), `${name} two`);
    await other.door.put('/v1/outbound-email', { address: first });
    await behindTheDoors(home, async (client) => {
      await client.query('UPDATE notifications.outbound_identities SET pending_expires_at = now() WHERE org_id = $1', [
        other.id,
      ]);
    });
    const page = await memberOnRoster(windows, other.login);
    await page.goto('/admin/settings?tab=company');
    await page.locator('main .mantine-Badge-root').getByText('Failed', { exact: true }).waitFor();
    await page.getByText(`${first} was not confirmed`).waitFor();
    await page.getByRole('button', { name: 'Send the mail again' }).waitFor();
    expect(await pageFaults(page)).toEqual(noFaults);
  });
});
