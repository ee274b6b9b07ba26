import type { Locator, Page } from '@creator-connect/browser';
import { Story, Windows, type GatewayDoor } from '../src';
import { eventually } from '../src/doors/wait';
import { addInfluencer, type Influencer } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { memberOnRoster } from '../src/windows/steps';

interface TypedForm {
  name: string;
  path: () => string;
  /** What opens the form, where it is not open from the beginning. */
  open?: string;
  field: string;
  value: string;
  /** What else it needs before it is sent. */
  also?: Readonly<Record<string, string>>;
  file?: string;
  send: string;
}

/** What the server says to a form, and what stands there then. */
const refusals = [
  ['request.unavailable', 503, 'A part of the system does not answer.'],
  ['request.unauthenticated', 401, 'You are not signed in, or your session ended.'],
  ['gateway.already_member', 409, 'This person is a member already.'],
] as const;

/** Whatever goes wrong or comes between, what was typed is there afterwards, or somebody was asked. */
describe('what is typed', () => {
  let story: Story;
  let windows: Windows;
  let door: GatewayDoor;
  let admin: Page;
  let influencer: Influencer;
  let campaign: string;

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    door = await story.admin();
    influencer = await addInfluencer(story, door, 'browser-typed');
    campaign = (await door.post<{ id: string }>('/v1/campaigns', { name: 'Browser typed' })).id;
    admin = await memberOnRoster(windows, story.login());
  });

  afterAll(async () => {
    await door?.call('DELETE', `/v1/campaigns/${campaign}`);
    await windows?.close();
    await story?.end();
  });

  const tell = (title: string, what: () => Promise<void>) => it(title, () => windows.tell(what));
  const profile = (tab: string) => `/admin/influencers/${influencer.id}?tab=${tab}`;
  const settings = (tab: string) => () => `/admin/settings?tab=${tab}`;

  const forms: TypedForm[] = [
    { name: 'a note', path: () => profile('notes'), field: 'New note', value: 'A long thought', send: 'Add note' },
    { name: 'the details of somebody', path: () => profile('details'), field: 'Name', value: 'Kim', send: 'Save' },
    {
      name: 'an invitation to the marketplace',
      path: () => profile('accounts'),
      field: 'TikTok handle',
      value: 'kim.dances',
      send: 'Send Invite',
    },
    {
      name: 'somebody new',
      path: () => '/admin/influencers',
      open: 'Add influencer',
      field: 'Name',
      value: 'Somebody new',
      also: { 'E-mail address': 'browser-typed-new@creators.example' },
      send: 'Add',
    },
    {
      name: 'a new campaign',
      path: () => '/admin/campaigns',
      open: 'New campaign',
      field: 'Name',
      value: 'Half a campaign',
      send: 'Create',
    },
    {
      name: 'a campaign that is being changed',
      path: () => `/admin/campaigns/${campaign}`,
      open: 'Edit',
      field: 'Name',
      value: 'Another name',
      send: 'Save',
    },
    {
      name: 'a field that is asked',
      path: settings('fields'),
      open: 'Add a field',
      field: 'Label',
      value: 'Size of shoes',
      send: 'Save',
    },
    {
      name: 'a group',
      path: settings('groups'),
      field: 'Name of the new group',
      value: 'Half a group',
      send: 'Add group',
    },
    {
      name: 'an invitation of a member',
      path: settings('members'),
      field: 'E-mail address',
      value: 'browser-typed-member@example.com',
      send: 'Send invitation',
    },
    { name: 'a key', path: settings('keys'), field: 'Name', value: 'Half a key', send: 'Make the key' },
    {
      name: 'an outbound address',
      path: settings('company'),
      field: 'Address|Replace it by',
      value: 'browser-typed@acme.example',
      send: 'Verify this address',
    },
    {
      name: 'a vendor and its file',
      path: settings('vendor'),
      field: 'Vendor',
      value: 'Half a vendor',
      file: 'social_account_id,views\n0190a0a0-0000-7000-8000-000000000000,1\n',
      send: 'Import 1 row',
    },
    {
      name: 'an organisation',
      path: () => '/admin/operations',
      open: 'Add an organisation',
      field: 'Name of the organisation',
      value: 'Half an agency',
      also: { 'E-mail of its owner': 'browser-typed-owner@example.com' },
      send: 'Add and invite its owner',
    },
  ];

  const main = (page = admin) => page.getByRole('main');
  const box = (label: string, page = admin) =>
    main(page)
      .getByRole('textbox', { name: new RegExp(`^(${label})( \\*)?$`) })
      .last();
  const press = (name: string) => main().getByRole('button', { name, exact: true }).last();
  const question = (page = admin) => page.getByRole('dialog', { name: 'Leave what you typed?' });

  async function type({ path, open, field, value, also = {}, file }: TypedForm): Promise<Locator> {
    await admin.goto(path());
    if (open) await press(open).click();
    await box(field).fill(value);
    for (const [label, text] of Object.entries(also)) await box(label).fill(text);
    if (file) {
      const buffer = Buffer.from(file);
      await admin.locator('input[type="file"]').setInputFiles({ name: 'figures.csv', mimeType: 'text/csv', buffer });
    }
    return box(field);
  }

  /** Whatever would change something is answered so. */
  async function answerChanges(code: string, status: number, title: string): Promise<() => Promise<void>> {
    const address = /\/v1\//;
    await admin.route(address, (route) =>
      route.request().method() === 'GET'
        ? route.fallback()
        : route.fulfill({
            status,
            contentType: 'application/problem+json',
            json: { code, status, title, nextStep: '' },
          }),
    );
    return () => admin.unroute(address);
  }

  const expectEmpty = (field: Locator) => eventually('an empty field', async () => (await field.inputValue()) === '');

  /** Everything on the page is read anew, as after any piece of news. */
  async function readAnew(page = admin): Promise<void> {
    await page.context().setOffline(true);
    await page.getByText('You are offline').waitFor();
    const read = page.waitForResponse(/\/v1\/sessions\/current$/);
    await page.context().setOffline(false);
    await read;
    await page.getByText('You are offline').waitFor({ state: 'detached' });
  }

  tell('stays where somebody goes on with a note while the first one is sent, and goes once it is there', async () => {
    await admin.goto(profile('notes'));
    const note = box('New note');
    const notes = /\/v1\/influencers\/[^/]+\/notes$/;
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    await admin.route(notes, async (route) => {
      if (route.request().method() === 'POST') await held;
      await route.fallback();
    });
    const asked = admin.waitForRequest((request) => request.method() === 'POST' && notes.test(request.url()));
    await note.fill('The first thought');
    await press('Add note').click();
    await asked;
    await note.fill('The second thought');
    await readAnew();
    answer();
    const listed = (text: string) => main().getByText(text, { exact: true }).and(admin.locator('p')).waitFor();
    await listed('The first thought');
    expect(await note.inputValue()).toBe('The second thought');
    await admin.unroute(notes);
    await press('Add note').click();
    await listed('The second thought');
    await expectEmpty(note);
  });

  it.each(forms)('stays in $name, whatever is answered, and is not left behind unasked', (form) =>
    windows.tell(async () => {
      const typed = await type(form);
      const address = admin.url();
      const stays = async (why: string) => expect([why, await typed.inputValue()]).toEqual([why, form.value]);
      for (const [code, status, title] of refusals) {
        const end = await answerChanges(code, status, title);
        const send = form.file && code !== refusals[0][0] ? /^Go on/ : form.send;
        await main().getByRole('button', { name: send, exact: true }).last().click();
        await admin.getByRole('alert').getByText(title).first().waitFor();
        await stays(code);
        await end();
      }
      await readAnew();
      await stays('read anew');

      // A link of the app, and whatever loads or closes the page.
      const elsewhere = admin.getByRole('navigation').getByRole('link', { name: 'Reports', exact: true });
      await elsewhere.click();
      await question().getByRole('button', { name: 'Stay here' }).click();
      await question().waitFor({ state: 'detached' });
      await stays('a link');
      expect(admin.url()).toBe(address);
      const asked = admin.waitForEvent('dialog');
      await admin.evaluate('void setTimeout(() => location.reload())');
      const dialog = await asked;
      expect(dialog.type()).toBe('beforeunload');
      await dialog.dismiss();
      await stays('a reload');

      await elsewhere.click();
      await question().getByRole('button', { name: 'Leave without saving' }).click();
      await admin.getByRole('heading', { name: 'Reports', level: 1 }).waitFor();
      // Nothing is asked where nothing is typed.
      await admin.getByRole('navigation').getByRole('link', { name: 'Campaigns', exact: true }).click();
      await admin.getByRole('heading', { name: 'Campaigns', level: 1 }).waitFor();
    }),
  );

  tell('is asked about in the language of the page, by another tab of it as well, and before signing out', async () => {
    const german = await windows.ofSomebody({ locale: 'de-DE' });
    await german.context().addCookies(await admin.context().cookies());
    await german.goto(profile('notes'));
    const note = box('Neue Notiz', german);
    await note.fill('Ein Gedanke');
    const asked = german.getByRole('dialog', { name: 'Deine Eingaben verlassen?' });
    const stay = asked.getByRole('button', { name: 'Hier bleiben' });
    await german.getByRole('tab').first().click();
    await stay.waitFor();
    expect(await stay.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await pageFaults(german)).toEqual(noFaults);
    await stay.click();
    expect(await note.inputValue()).toBe('Ein Gedanke');
    await german.getByRole('button', { name: 'Abmelden' }).click();
    await stay.click();
    expect(await note.inputValue()).toBe('Ein Gedanke');
    await note.fill('');
    await german.getByRole('tab').first().click();
    await note.waitFor({ state: 'detached' });
    await german.context().close();
  });

  tell('is asked about on the way back, which leads there once somebody says so', async () => {
    await admin.goto('/admin/reports');
    await admin.getByRole('navigation').getByRole('link', { name: 'Campaigns', exact: true }).click();
    await press('New campaign').click();
    await box('Name').fill('Half a campaign');
    const address = admin.url();
    await admin.evaluate('void setTimeout(() => history.back())');
    await question().waitFor();
    expect(await pageFaults(admin)).toEqual(noFaults);
    await admin.keyboard.press('Escape');
    await question().waitFor({ state: 'detached' });
    expect([admin.url(), await box('Name').inputValue()]).toEqual([address, 'Half a campaign']);
    await admin.evaluate('void setTimeout(() => history.back())');
    await question().getByRole('button', { name: 'Leave without saving' }).click();
    await admin.getByRole('heading', { name: 'Reports', level: 1 }).waitFor();
  });

  tell('is not written over by what a colleague changed meanwhile, and does not write over it', async () => {
    await admin.goto(`/admin/campaigns/${campaign}`);
    await press('Edit').click();
    await main().getByLabel('Last day').fill('2031-03-03');
    await door.call('PATCH', `/v1/campaigns/${campaign}`, { name: 'Renamed meanwhile' });
    await readAnew();
    await admin.getByRole('heading', { name: 'Renamed meanwhile', level: 1 }).waitFor();
    expect(await main().getByLabel('Last day').inputValue()).toBe('2031-03-03');
    expect(await box('Name').inputValue()).toBe('Renamed meanwhile');
    await press('Save').click();
    await box('Name').waitFor({ state: 'detached' });
    expect(await door.get(`/v1/campaigns/${campaign}`)).toMatchObject({
      name: 'Renamed meanwhile',
      endsOn: '2031-03-03',
    });
  });

  tell(
    'of a list that a colleague changed meanwhile is saved by a second press alone, after their list was shown',
    async () => {
      const list = '/v1/organisations/current/influencer-fields';
      const { items } = await door.get<{ items: object[] }>(list);
      await admin.goto('/admin/settings?tab=fields');
      await press('Add a field').click();
      await box('Label').fill('Typed here');
      const theirs = { key: 'typed_there', label: 'Typed there', kind: 'text', required: false };
      await door.call('PUT', list, { items: [...items, theirs] });
      await press('Save').click();
      const notice = admin.getByRole('alert').filter({ hasText: 'Somebody changed these fields meanwhile.' });
      await notice.getByText('Typed there', { exact: true }).waitFor();
      expect(await box('Label').inputValue()).toBe('Typed here');
      await press('Save').click();
      await admin.getByRole('status').filter({ hasText: 'Saved' }).waitFor();
      const saved = await door.get<{ items: { label: string }[] }>(list);
      expect(saved.items.map(({ label }) => label)).toEqual([
        ...items.map((one) => (one as typeof theirs).label),
        'Typed here',
      ]);
      await door.call('PUT', list, { items });
    },
  );

  tell('comes back with the page that broke', async () => {
    await admin.goto('/admin/campaigns');
    await press('New campaign').click();
    await box('Name').fill('Typed before the crash');
    await main().getByLabel('Last day').fill('2031-04-04');
    const list = '**/v1/campaigns?*';
    await admin.route(list, (route) => route.fulfill({ json: { items: [null], nextCursor: null } }));
    await readAnew();
    await admin.getByRole('heading', { name: 'This page has a problem' }).waitFor();
    expect(await pageFaults(admin)).toEqual(noFaults);
    await admin.getByText('what you typed comes back: try again').waitFor();
    // It has not come back yet, so that it is not left behind unasked.
    await admin.getByRole('navigation').getByRole('link', { name: 'Reports', exact: true }).click();
    await question().getByRole('button', { name: 'Stay here' }).click();
    await admin.unroute(list);
    await main().getByRole('button', { name: 'Try again' }).click();
    await press('New campaign').click();
    expect(await box('Name').inputValue()).toBe('Typed before the crash');
    expect(await main().getByLabel('Last day').inputValue()).toBe('2031-04-04');
    await press('Cancel').click();
    windows.takeTroubles();
  });

  tell('stays where the code of a dialog does not come, and a press beside the dialog closes nothing', async () => {
    const guest = await memberOnRoster(windows, story.login());
    await guest.goto('/admin/settings?tab=keys');
    await box('Name', guest).fill('Half a key');
    const [keys, code] = ['**/v1/api-keys', /\/assets\/member-proof[^/]*\.js/] as const;
    const needed = { code: 'request.step_up_needed', status: 401, title: 'This needs a fresh proof.', nextStep: '' };
    await guest.route(keys, (route) =>
      route.request().method() === 'GET'
        ? route.fallback()
        : route.fulfill({ status: 401, contentType: 'application/problem+json', json: needed }),
    );
    await guest.route(code, (route) => route.abort('connectionreset'));
    await main(guest).getByRole('button', { name: 'Make the key' }).click();
    const again = guest.getByRole('alert').getByRole('button', { name: 'Try again' });
    await again.waitFor();
    expect(await box('Name', guest).inputValue()).toBe('Half a key');
    await guest.unroute(code);
    await again.click();
    const proof = guest.getByRole('dialog', { name: 'Is it you?' });
    await proof.getByLabel(/^Password/).fill('half a password');
    await guest.mouse.click(5, 5);
    expect(await proof.getByLabel(/^Password/).inputValue()).toBe('half a password');
    await proof.getByRole('button', { name: 'Cancel' }).click();
    await proof.waitFor({ state: 'detached' });
    expect(await box('Name', guest).inputValue()).toBe('Half a key');
    await guest.context().close();
  });

  tell('is there again after a sign-in in another tab that asks for a code in between', async () => {
    await admin.goto(profile('notes'));
    await box('New note').fill('Before the code');
    const session = '**/v1/sessions/current';
    await admin.route(session, async (route) => {
      const response = await route.fetch();
      return route.fulfill({ response, json: { ...(await response.json()), missingFactor: 'verify' } });
    });
    await readAnew();
    await admin.getByRole('textbox', { name: 'Code' }).waitFor();
    expect(await box('New note').isVisible()).toBe(false);
    await admin.unroute(session);
    await readAnew();
    await box('New note').waitFor();
    expect(await box('New note').inputValue()).toBe('Before the code');
  });
});
