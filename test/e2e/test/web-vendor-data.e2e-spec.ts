import { tabTo, type Page } from '@creator-connect/browser';
import { Story, Windows, type GatewayDoor } from '../src';
import { accountInState, joinedMember, type Influencer } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { memberOnRoster } from '../src/windows/steps';

const email = 'vendor-data@creators.example';
const never = '0190a0a0-0000-7000-8000-000000000000';

interface Report {
  id: string;
  handle: string;
}

/** What vendors sell about accounts, as an admin brings it in, looks at it and removes it. */
describe('vendor data in a real browser', () => {
  let story: Story;
  let door: GatewayDoor;
  let windows: Windows;
  let admin: Page;
  let influencer: Influencer;
  let accountId: string;

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    door = await story.admin();
    await eraseOurs();
    const { items } = await door.post<{ items: Report[] }>('/v1/discovery/searches', {
      platform: 'youtube',
      handle: '@sandbox.brand.travel',
    });
    const { id } = await door.post<{ id: string }>(`/v1/reports/${items[0]!.id}/influencers`, { email });
    influencer = { id, email };
    accountId = (await accountInState(door, influencer, 'youtube', { authState: 'NON_AUTH' })).id;
    admin = await memberOnRoster(windows, story.login());
    await admin.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  });

  afterAll(async () => {
    if (door) await eraseOurs();
    await windows?.close();
    await story?.end();
  });

  async function eraseOurs() {
    const search = new URLSearchParams({ search: email }).toString();
    const [known] = (await door.get<{ items: { id: string }[] }>(`/v1/influencers?${search}`)).items;
    if (known) await door.call('DELETE', `/v1/influencers/${known.id}`);
  }

  const chapter = (title: string, what: () => Promise<void>) => it(title, () => windows.chapter(what));
  const part = (name: string, page = admin) => page.getByRole('region', { name, exact: true });
  const openSettings = () => admin.goto('/admin/settings?tab=vendor');
  const openData = (page = admin) => page.goto(`/admin/influencers/${influencer.id}?tab=data`);
  chapter('finds nothing of vendors at first, and the id by which a file names the account', async () => {
    await openData();
    const section = part('From vendors');
    await section.getByText('No vendor told anything about this account.').waitFor();
    await section.getByRole('button', { name: 'Copy id' }).click();
    await section.getByText('Copied', { exact: true }).waitFor();
    expect(await admin.evaluate('navigator.clipboard.readText()')).toBe(accountId);
    expect(await section.getByRole('button', { name: 'Remove vendor data' }).count()).toBe(0);
    expect(await pageFaults(admin)).toEqual(noFaults);
    await section.getByRole('link', { name: 'Settings → Vendor data' }).click();
    await part('Recorded removals')
      .getByText(/^(Nothing of vendors was removed so far\.|When)$/)
      .waitFor();
    await part('Import vendor data').getByRole('button', { name: 'Import', exact: true }).waitFor();
    expect(await pageFaults(admin)).toEqual(noFaults);
  });

  chapter('imports a file row by row: a refused row has its reason and holds up no other', async () => {
    await openSettings();
    const section = part('Import vendor data');
    const rows = Array.from({ length: 600 }, (_, index) => `${accountId},p${index},2026-11-01T10:00:00Z,,${index}`);
    const csv = [
      'social_account_id,platform_post_id,posted_at,followers,views',
      `${accountId},,,1500,`,
      ...rows,
      `${never},,,1,`,
      `${accountId},late,yesterday,,5`,
    ].join('\n');
    await section.getByRole('textbox', { name: 'Vendor' }).fill('Example Insights');
    await section.locator('input[type="file"]').setInputFiles({
      name: 'vendor.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(csv),
    });
    await section.getByRole('button', { name: 'Import 603 rows' }).click();
    await section.getByText('Finished. Stored: 601, refused: 2').waitFor();
    const refused = section.getByRole('group', { name: 'Refused rows' }).getByRole('listitem');
    expect((await refused.allInnerTexts()).map((text) => text.split(':')[0])).toEqual(['Row 603', 'Row 604']);
    expect(await refused.nth(1).innerText()).toContain('posted_at');
    expect(await pageFaults(admin)).toEqual(noFaults);
  });

  chapter('takes JSON too, says that a file can not be read, and is worked by keyboard', async () => {
    await openSettings();
    const section = part('Import vendor data');
    const choose = (name: string, content: string) =>
      section
        .locator('input[type="file"]')
        .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
    await choose('broken.json', '{"records');
    await section.getByText(/^This file has no rows that can be read\./).waitFor();
    expect(await section.getByRole('button', { name: 'Import', exact: true }).isDisabled()).toBe(true);
    await choose('vendor.json', JSON.stringify([{ social_account_id: accountId, metrics: { followers: 1600 } }]));
    await section.getByRole('button', { name: 'Import 1 row' }).waitFor();
    await tabTo(admin, 'textbox', 'Vendor');
    await admin.keyboard.type('Example Insights');
    await tabTo(admin, 'button', 'Import 1 row');
    await admin.keyboard.press('Enter');
    await section.getByText('Finished. Stored: 1, refused: 0').waitFor();
  });

  chapter('sees in the profile what stands, from whom and since when, apart from what was collected', async () => {
    await openData();
    const table = part('From vendors').getByRole('table', { name: 'From vendors' });
    await table.getByText('followers: 1,600').waitFor();
    await table.getByText('Example Insights').first().waitFor();
    await part('From vendors').getByText('The first 100 of 601.').waitFor();
    await part('From vendors').getByText('Imported from a third party, not collected.').waitFor();
    expect(await pageFaults(admin)).toEqual(noFaults);
  });

  chapter('counts first what a removal deletes, removes it, and reads the record of it', async () => {
    const told = { platform: 'youtube', handle: 'sandbox.brand.travel', email: 'travel@contacts.example' };
    await door.post('/v1/reports/vendor-contacts/imports', { vendor: 'Example Insights', records: [told] });
    await openData();
    await part('From vendors')
      .getByText('Reports hold 1 item of contact information that vendors told about this account.')
      .waitFor();
    await part('From vendors').getByRole('button', { name: 'Remove vendor data' }).click();
    const dialog = admin.getByRole('dialog', { name: /^Remove what vendors told about @/ });
    await dialog.getByText('This deletes 1 profile, 600 posts and 1 item of contact information of vendors.').waitFor();
    expect(await pageFaults(admin)).toEqual(noFaults);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await part('From vendors').getByText('The first 100 of 601.').waitFor();
    await part('From vendors').getByRole('button', { name: 'Remove vendor data' }).click();
    await dialog.getByText('This deletes 1 profile, 600 posts and 1 item of contact information of vendors.').waitFor();
    await dialog.getByRole('button', { name: 'Remove it' }).click();
    await part('From vendors')
      .getByText('1 profile, 600 posts and 1 item of contact information of vendors were removed')
      .waitFor();
    await part('From vendors').getByText('No vendor told anything about this account.').waitFor();
    await part('From vendors').getByRole('link', { name: 'To the recorded removals' }).click();
    const row = part('Recorded removals').getByRole('row').nth(1);
    await row.getByText('A member removed it').waitFor();
    await row.getByText('600', { exact: true }).waitFor();
    expect(await pageFaults(admin)).toEqual(noFaults);
    await row.getByRole('link', { name: /^@.* \(YouTube\)$/ }).click();
    await part('From vendors').waitFor();
  });

  chapter(
    'brings contact information, which stands in the report with its vendor and refuses what it must',
    async () => {
      const { items } = await door.post<{ items: Report[] }>('/v1/discovery/searches', {
        platform: 'youtube',
        handle: '@sandbox.small.channel',
      });
      await openSettings();
      const section = part('Import vendor data');
      await section.getByText('Contact information', { exact: true }).click();
      await section.getByText(/^The profile needs a report: look it up in Discover first\./).waitFor();
      await section.getByRole('textbox', { name: 'Vendor' }).fill('Example Insights');
      const csv = [
        'platform,handle,email,instagram',
        'youtube,@sandbox.small.channel,office@contacts.example,creator.daily',
        'youtube,nobody.looked.up,a@contacts.example,',
      ].join('\n');
      await section
        .locator('input[type="file"]')
        .setInputFiles({ name: 'contacts.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
      await section.getByRole('button', { name: 'Import 2 rows' }).click();
      await section.getByText('Finished. Stored: 1, refused: 1').waitFor();
      await section.getByText(/^Row 3: There is no report of this profile\./).waitFor();
      expect(await pageFaults(admin)).toEqual(noFaults);
      await admin.goto(`/admin/reports/${items[0]!.id}`);
      await admin.getByRole('tab', { name: 'Contact Information' }).click();
      await part('E-mail addresses').getByText('office@contacts.example').waitFor();
      await part('Other accounts').getByText('from a vendor: Example Insights').waitFor();
      expect(await pageFaults(admin)).toEqual(noFaults);
      await admin.getByRole('button', { name: 'Add to roster' }).click();
      await admin.getByRole('textbox', { name: 'E-mail address' }).fill('vendor-refused@creators.example');
      await admin.getByRole('button', { name: 'Add', exact: true }).click();
      await admin
        .getByRole('alert')
        .getByText(/names an Instagram account/)
        .waitFor();
      await admin.getByText('It names: @creator.daily').waitFor();
      await door.call('DELETE', `/v1/reports/${items[0]!.id}`);
    },
  );

  chapter('is not shown to viewers, and no page of theirs has a button for it', async () => {
    const viewer = await memberOnRoster(windows, await joinedMember(story, door, 'viewer'));
    await openData(viewer);
    await viewer.getByRole('tab', { name: 'Data' }).waitFor();
    await viewer.getByRole('main').getByLabel('Account', { exact: true }).waitFor();
    expect(await part('From vendors', viewer).count()).toBe(0);
    await viewer.goto('/admin/settings?tab=vendor');
    await viewer.getByRole('heading', { name: 'This is for admins and owners of the organisation' }).waitFor();
    expect(await viewer.getByRole('tab', { name: 'Vendor data' }).count()).toBe(0);
  });

  chapter('speaks German', async () => {
    const german = await windows.ofSomebody({ locale: 'de-DE', width: 320, colorScheme: 'dark' });
    await german.goto('/sign-in?for=admin');
    await german.getByRole('textbox', { name: 'E-Mail-Adresse' }).fill(story.login().email);
    await german.getByRole('textbox', { name: 'Passwort' }).fill(story.login().password);
    await german.getByRole('button', { name: 'Anmelden' }).click();
    await german.getByRole('heading', { name: 'Influencer', level: 1 }).waitFor();
    await german.goto('/admin/settings?tab=vendor');
    await part('Daten von Anbietern importieren', german)
      .getByText('Von wem es stammt; bleibt bei jedem Datensatz stehen.')
      .waitFor();
    const section = part('Daten von Anbietern importieren', german);
    await section.getByRole('textbox', { name: 'Anbieter' }).fill('Example Insights');
    const csv = `social_account_id,platform_post_id,posted_at,views\n${accountId},late,yesterday,5\n`;
    await section
      .locator('input[type="file"]')
      .setInputFiles({ name: 'vendor.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await section.getByRole('button', { name: '1 Zeile importieren' }).click();
    await section.getByText('Zeile 2: Die Anfrage ist nicht gültig. posted_at: ist nicht gültig.').waitFor();
    await part('Festgehaltene Löschungen', german).getByText('Ein Mitglied hat sie gelöscht').first().waitFor();
    expect(await pageFaults(german)).toEqual(noFaults);
  });
});
