import { tabTo, type Locator, type Page } from '@creator-connect/browser';
import { Story, Windows } from '../src';
import { furtherOrganisation, type FurtherOrganisation } from '../src/journeys/further-organisation';
import { eventually } from '../src/doors/wait';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { memberOnRoster, signInAsMember, watchInbox } from '../src/windows/steps';

const newcomer = { email: `colleague-${Date.now()}@example.com`, password: 'a few words, easy to remember' };
const invitation = /https?:\/\/\S+\/invitation#[\w-]+/;

/** What an owner sets up in an organisation of their own, where no other story is told. */
describe('the settings of an organisation in a real browser', () => {
  let story: Story;
  let windows: Windows;
  let organisation: FurtherOrganisation;
  let owner: Page;
  let colleague: Page;

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    organisation = await furtherOrganisation(story, await story.admin(), `Settings Agency ${Date.now()}`);
    owner = await memberOnRoster(windows, organisation.login);
    await owner.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    colleague = await windows.ofSomebody();
  });

  afterAll(async () => {
    await windows?.close();
    await story?.end();
  });

  const chapter = (title: string, what: () => Promise<void>) => it(title, () => windows.chapter(what));
  const main = () => owner.getByRole('main');
  const button = (name: string | RegExp) => main().getByRole('button', { name });
  const question = (name: string | RegExp) => owner.getByRole('dialog', { name });
  const keepsTheRules = async () => expect(await pageFaults(owner)).toEqual(noFaults);
  /** Within a second, in whatever gateway it is looked at. */
  const signedOut = (page: Page) =>
    eventually('the end of the session', async () => {
      await page.goto('/admin/influencers');
      const signIn = page.getByRole('heading', { name: 'Please sign in' });
      await signIn.or(page.getByRole('heading', { name: 'Influencers', level: 1 })).waitFor();
      return signIn.isVisible();
    });
  const focusOn = (what: string, place: Locator) =>
    eventually(`the focus on ${what}`, async () => (await place.and(owner.locator(':focus')).count()) === 1);
  const heading = (name: string) => main().getByRole('heading', { name, exact: true });
  /** By keyboard, from the button that asks. */
  const saysYes = async () => {
    await focusOn('the harmless answer', owner.getByRole('dialog').getByRole('button', { name: 'Cancel' }));
    await owner.keyboard.press('Shift+Tab');
    await owner.keyboard.press('Enter');
  };
  const clipboard = () => owner.evaluate<string>('navigator.clipboard.readText()');

  describe('required fields', () => {
    const labels = () =>
      main()
        .getByRole('textbox', { name: 'Label' })
        .evaluateAll<string[], HTMLInputElement>((fields) => fields.map(({ value }) => value));
    const add = async (label: string, kind: string) => {
      await button('Add a field').click();
      await main().getByRole('textbox', { name: 'Label' }).last().fill(label);
      await main().getByRole('combobox', { name: 'Kind' }).last().selectOption(kind);
    };
    const save = async () => {
      await button('Save').click();
      await main().getByText('Saved.').waitFor();
    };
    const asked = async () => {
      await owner.goto('/admin/influencers');
      await button('Add influencer').click();
      // One of the organisation's own fields, which come a moment after those that everybody has.
      await main().getByRole('textbox', { name: 'City' }).waitFor();
      return main()
        .locator('form label')
        .evaluateAll<string[], HTMLElement>((names) => names.map(({ innerText }) => innerText.replace(/\s*\*$/, '')));
    };

    chapter('are added, and asked in their order wherever somebody is added', async () => {
      await owner.goto('/admin/settings?tab=fields');
      await add('Shirt size', 'choice');
      await button('Save').click();
      // The field says it before the service is asked.
      await main().getByText('Fill this in.').waitFor();
      expect(await main().getByRole('alert').count()).toBe(0);
      const choices = main().getByRole('textbox', { name: 'Choices' });
      expect(await choices.getAttribute('aria-invalid')).toBe('true');
      await keepsTheRules();
      await choices.fill('S, M, L');
      await main().getByText('Fill this in.').waitFor({ state: 'detached' });
      await main().getByRole('checkbox', { name: 'Required' }).check();
      await add('Birthday', 'date');
      await add('City', 'text');
      await keepsTheRules();
      await save();
      await owner.reload();
      await eventually('the fields', async () => (await labels()).join() === 'Shirt size,Birthday,City');
      expect((await asked()).filter((one) => ['Shirt size', 'Birthday', 'City'].includes(one))).toEqual([
        'Shirt size',
        'Birthday',
        'City',
      ]);
    });

    chapter('change their places by keyboard alone, and the key stays where it was pressed', async () => {
      await owner.goto('/admin/settings?tab=fields');
      await button('Move City up').waitFor();
      await tabTo(owner, 'button', 'Move City up');
      await owner.keyboard.press('Enter');
      await main().getByText('City: place 2 of 3. It counts once you save.').waitFor();
      await owner.keyboard.press('Enter');
      await main().getByText('City: place 1 of 3. It counts once you save.').waitFor();
      // There is no place above the first one; the key does nothing, and is not lost.
      await owner.keyboard.press('Enter');
      expect(await button('Move City up').and(owner.locator(':focus')).count()).toBe(1);
      await tabTo(owner, 'button', 'Move Shirt size down');
      await owner.keyboard.press('Enter');
      await eventually('the new place', async () => (await labels()).join() === 'City,Birthday,Shirt size');
      expect(await button('Move Shirt size down').and(owner.locator(':focus')).count()).toBe(1);
      await keepsTheRules();
      await tabTo(owner, 'button', 'Save');
      await owner.keyboard.press('Enter');
      await main().getByText('Saved.').waitFor();
      await owner.reload();
      await eventually('the order', async () => (await labels()).join() === 'City,Birthday,Shirt size');
    });

    chapter('are taken out by keyboard, which goes on beside them, and say that nothing entered is lost', async () => {
      await tabTo(owner, 'button', 'Remove the field Birthday');
      await owner.keyboard.press('Enter');
      await focusOn('the next field', button('Remove the field Shirt size'));
      await main()
        .getByText('Birthday is taken out once you save. What was entered comes back with the field.')
        .waitFor();
      await save();
      expect(await asked()).not.toContain('Birthday');
      await organisation.door.put('/v1/organisations/current/influencer-fields', { items: [] });
    });
  });

  chapter('a group: its application link is copied, closed, opened, and given a new address', async () => {
    await owner.goto('/admin/settings?tab=groups');
    await main().getByText('No group yet.').waitFor();
    await main().getByRole('textbox', { name: 'Name of the new group' }).fill('Spring');
    await button('Add group').click();
    await button('Copy link to apply to Spring').click();
    await main().getByText('The link is copied.').waitFor();
    const first = await clipboard();
    expect(first).toMatch(/\/apply\/[\w-]+$/);
    await keepsTheRules();

    const guest = await windows.ofSomebody();
    const sees = async (link: string, heading: RegExp) => {
      await guest.goto(link);
      await guest.getByRole('heading', { name: heading, level: 1 }).waitFor();
    };
    await sees(first, /^Apply to Settings Agency|Settings Agency/);
    await button('Close the application link of Spring').click();
    await main().getByText('Closed', { exact: true }).waitFor();
    await sees(first, /This application link is closed/);
    await button('Open the application link of Spring').click();
    await main().getByText('Open', { exact: true }).first().waitFor();

    await button('Give the application link of Spring a new address').click();
    const dialog = question('A new address for Spring?');
    await keepsTheRules();
    await dialog.getByRole('button', { name: 'New address' }).click();
    await dialog.waitFor({ state: 'detached' });
    await eventually('another link', async () => {
      await button('Copy link to apply to Spring').click();
      return (await clipboard()) !== first;
    });
    await sees(first, /This application link is closed/);
    await sees(await clipboard(), /Settings Agency/);
    await guest.context().close();

    await organisation.door.post('/v1/influencer-groups', { name: 'Autumn' });
    await owner.reload();
    await button('Delete the group Autumn').waitFor();
    await button('Rename the group Autumn').click();
    const newName = main().getByRole('textbox', { name: 'New name of Autumn' });
    await focusOn('the name', newName);
    await newName.fill('Spring');
    await owner.keyboard.press('Enter');
    // The refusal stands there, and so does what was typed.
    await main().getByRole('alert').waitFor();
    expect(await newName.inputValue()).toBe('Spring');
    await keepsTheRules();
    await newName.fill('Winter');
    await owner.keyboard.press('Enter');
    await focusOn('the button that opened it', button('Rename the group Winter'));
    await main().getByRole('link', { name: 'Winter (0 influencers)' }).waitFor();
    await tabTo(owner, 'button', 'Delete the group Spring');
    await owner.keyboard.press('Enter');
    await question('Delete Spring?').getByRole('button', { name: 'Cancel' }).click();
    await question('Delete Spring?').waitFor({ state: 'detached' });
    // Who has changed their mind goes on where they were.
    await focusOn('the group', button('Delete the group Spring'));
    await owner.keyboard.press('Enter');
    await question('Delete Spring?')
      .getByText(/The influencers in it stay in the roster\.$/)
      .waitFor();
    await keepsTheRules();
    await saysYes();
    await focusOn('the group that is left', button('Delete the group Winter'));
    await owner.keyboard.press('Enter');
    await saysYes();
    await main().getByText('No group yet.').waitFor();
    await focusOn('the heading', heading('Groups and application links'));
  });

  chapter('an API key: shown once, copied, works, and is refused from its revocation on', async () => {
    await owner.goto('/admin/settings?tab=keys');
    await main().getByText('No key yet.').waitFor();
    await main().getByRole('textbox', { name: 'Name' }).fill('Reports');
    await main().getByRole('checkbox', { name: 'influencers:read' }).check();
    await button('Make the key').click();
    await main().getByText('Copy the key now; it is shown this one time').waitFor();
    await button('Copy the key').click();
    await main().getByText('The key is copied.').waitFor();
    const key = await clipboard();
    expect(key).toMatch(/^cck_/);
    await main().getByText(key, { exact: true }).waitFor();
    await keepsTheRules();
    const ask = async () => {
      const headers = { authorization: `Bearer ${key}` };
      return (await fetch(new URL('/v1/influencers', windows.gateway), { headers })).status;
    };
    expect(await ask()).toBe(200);

    await owner.reload();
    await button('Revoke the key Reports').waitFor();
    expect(await main().innerText()).not.toContain(key);
    await tabTo(owner, 'button', 'Revoke the key Reports');
    await owner.keyboard.press('Enter');
    const dialog = question('Revoke Reports?');
    await dialog.getByText('Whatever uses this key is refused at once.').waitFor();
    expect(await ask()).toBe(200);
    await keepsTheRules();
    await saysYes();
    await main().getByText('No key yet.').waitFor();
    await focusOn('the heading', heading('API keys'));
    await eventually('the refusal', async () => (await ask()) === 401);
  });

  chapter('members: invited with a role, and in the language of mails that the organisation chose', async () => {
    await owner.goto('/admin/settings?tab=company');
    // A page that is left sooner takes the choice with it.
    const kept = owner.waitForResponse((response) => response.request().method() !== 'GET' && response.ok());
    await main().getByRole('combobox', { name: 'Language' }).selectOption('Deutsch');
    await kept;
    await owner.goto('/admin/settings?tab=members');
    const inbox = await watchInbox(story, newcomer.email);
    const invite = main().getByRole('region', { name: 'Invite somebody' });
    await invite.getByRole('textbox', { name: 'E-mail address' }).fill(newcomer.email);
    await invite.getByRole('combobox', { name: 'Role' }).selectOption('Admin');
    await invite.getByRole('button', { name: 'Send invitation' }).click();
    await main().getByText(`An invitation is on its way to ${newcomer.email}.`).waitFor();
    await main()
      .getByText(new RegExp(`^${newcomer.email} is invited as Admin, until `))
      .waitFor();
    await keepsTheRules();

    await colleague.goto(await inbox.link(/^Du bist zu Creator Connect eingeladen$/, invitation));
    await colleague.getByText(/Your role: Admin\./).waitFor();
    await colleague.getByLabel('Your name').fill('New colleague');
    await colleague.getByRole('textbox', { name: 'New password' }).fill(newcomer.password);
    expect(await pageFaults(colleague)).toEqual(noFaults);
    await colleague.getByRole('button', { name: 'Accept the invitation' }).click();
    await colleague.getByRole('button', { name: 'Add influencer' }).waitFor();
  });

  chapter('members: another role and a removal count at once, and the last owner stays one', async () => {
    // The list of members is of those who are there now, without a reload.
    const card = main().getByRole('article', { name: 'New colleague' });
    await card.waitFor();
    const own = main().getByRole('article').filter({ hasText: 'You' }).first();
    const ownRole = own.getByRole('combobox', { name: /^Role of / });
    await ownRole.selectOption('Admin');
    await own.getByRole('alert').getByText('An organisation needs at least one owner.').waitFor();
    await own.getByText('Make somebody else an owner first.').waitFor();
    expect(await ownRole.locator('option:checked').innerText()).toBe('Owner');
    await keepsTheRules();
    await own.getByRole('button', { name: 'Leave' }).click();
    const leave = question('Leave this organisation?');
    await leave.getByText(/^You see nothing of it any more from now on\./).waitFor();
    await keepsTheRules();
    await leave.getByRole('button', { name: 'Leave' }).click();
    await leave.getByRole('alert').getByText('An organisation needs at least one owner.').waitFor();
    await leave.getByRole('button', { name: 'Cancel' }).click();

    await card.getByRole('combobox', { name: 'Role of New colleague' }).selectOption('Viewer');
    await signedOut(colleague);
    await signInAsMember(colleague, newcomer);
    await colleague.getByRole('heading', { name: 'Influencers', level: 1 }).waitFor();
    expect(await colleague.getByRole('button', { name: 'Add influencer' }).count()).toBe(0);
    await card.getByRole('button', { name: 'Remove' }).click();
    await question('Remove New colleague?')
      .getByText(/^They are signed out within a second\./)
      .waitFor();
    await keepsTheRules();
    await question('Remove New colleague?').getByRole('button', { name: 'Remove' }).click();
    await card.waitFor({ state: 'detached' });
    await signedOut(colleague);
  });

  chapter(
    'members: an invitation that was withdrawn is gone from the list, and its link is worth nothing',
    async () => {
      const email = `withdrawn-${Date.now()}@example.com`;
      const inbox = await watchInbox(story, email);
      const invite = main().getByRole('region', { name: 'Invite somebody' });
      await invite.getByRole('textbox', { name: 'E-mail address' }).fill(email);
      await invite.getByRole('button', { name: 'Send invitation' }).click();
      await main().getByText(`An invitation is on its way to ${email}.`).waitFor();
      const line = invite.getByText(new RegExp(`^${email} is invited as `));
      await line.waitFor();
      const link = await inbox.link(/./, invitation);
      await button(`Withdraw the invitation of ${email}`).click();
      await line.waitFor({ state: 'detached' });
      // What was said of its way holds no more.
      await main().getByText(`The invitation of ${email} is withdrawn.`).waitFor();
      expect(await main().getByText(`An invitation is on its way to ${email}.`).count()).toBe(0);
      await keepsTheRules();
      const late = await windows.ofSomebody();
      await late.goto(link);
      await late.getByText('This invitation was used already, withdrawn, or is too old.').waitFor();
      await late.context().close();
    },
  );

  chapter('members: an invitation of whose mail nobody knows says so, until another one is sent', async () => {
    const email = `unconfirmed-${Date.now()}@example.com`;
    const invite = main().getByRole('region', { name: 'Invite somebody' });
    const send = async () => {
      await invite.getByRole('textbox', { name: 'E-mail address' }).fill(email);
      await invite.getByRole('button', { name: 'Send invitation' }).click();
    };
    // As if the mail server had not answered in time: the real one does.
    const invitations = '**/v1/member-invitations';
    await owner.route(invitations, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replaceAll('"sent"', '"unconfirmed"') });
    });
    await send();
    await main().getByText(`Whether the invitation is on its way to ${email} is not known.`).waitFor();
    const line = invite.getByText(new RegExp(`^${email} is invited as .+; whether the mail went is not known$`));
    await line.waitFor();
    await keepsTheRules();
    await owner.unroute(invitations);
    await send();
    await main().getByText(`An invitation is on its way to ${email}.`).waitFor();
    await line.waitFor({ state: 'detached' });
    await button(`Withdraw the invitation of ${email}`).click();
    await main().getByText(`The invitation of ${email} is withdrawn.`).waitFor();
  });

  chapter('where one is signed in: another browser is signed out by itself, this one stays', async () => {
    const other = await memberOnRoster(windows, organisation.login);
    await owner.goto('/admin/settings?tab=security');
    const sessions = main().getByRole('region', { name: 'Where you are signed in' });
    await sessions.getByText('This browser').waitFor();
    const others = sessions.getByRole('button', { name: /^Sign out of the session since / });
    const before = await others.count();
    // The newest is the first.
    await tabTo(owner, 'button', /^Sign out of the session since /);
    await owner.keyboard.press('Enter');
    await sessions.getByText('That browser is signed out.').waitFor();
    await eventually('one less', async () => (await others.count()) === before - 1);
    await focusOn('the next session', before > 1 ? others.first() : heading('Where you are signed in'));
    await keepsTheRules();
    await signedOut(other);
    await owner.reload();
    await sessions.getByText('This browser').waitFor();
    await other.context().close();
  });

  chapter('the own name is changed, and colleagues read the new one', async () => {
    await owner.goto('/admin/settings?tab=security');
    const section = main().getByRole('region', { name: 'Your name' });
    const name = section.getByRole('textbox', { name: 'Name' });
    await eventually('the present name', async () => (await name.inputValue()) !== '');
    await name.fill('');
    await section.getByRole('button', { name: 'Save the name' }).click();
    await section.getByText('Fill this in.').waitFor();
    await keepsTheRules();
    await name.fill('Ada of Settings');
    await section.getByRole('button', { name: 'Save the name' }).click();
    await section.getByText('Saved.').waitFor();
    await owner.getByRole('tab', { name: 'Members' }).click();
    await main().getByRole('article', { name: 'Ada of Settings' }).getByText('You', { exact: true }).waitFor();
    await owner.goto('/admin/settings?tab=security');
    await main().getByRole('region', { name: 'Where you are signed in' }).waitFor();
  });

  chapter('another password: needs the present one, signs out every other browser, and is told by mail', async () => {
    const other = await memberOnRoster(windows, organisation.login);
    const inbox = await watchInbox(story, organisation.login.email);
    const section = main().getByRole('region', { name: 'Password' });
    const next = 'other words, as easy to remember';
    const change = async (present: string) => {
      await section.getByRole('textbox', { name: 'Present password' }).fill(present);
      await section.getByRole('textbox', { name: 'New password' }).fill(next);
      await section.getByRole('button', { name: 'Change password' }).click();
    };
    await change('not the present one');
    await section.getByRole('alert').getByText('This is not your present password.').waitFor();
    await keepsTheRules();
    await change(organisation.login.password);
    await section.getByText('Your password is changed. Other browsers were signed out.').waitFor();
    await inbox.link(/^Your password was changed$/, /./);
    await signedOut(other);
    await owner.reload();
    await main().getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
    await signInAsMember(other, { ...organisation.login, password: next });
    await other.context().close();
  });

  chapter('another language: stays after a reload', async () => {
    const language = owner.getByRole('contentinfo').getByRole('combobox');
    await language.selectOption('Deutsch');
    await main().getByRole('heading', { name: 'Einstellungen', level: 1 }).waitFor();
    await owner.reload();
    await main().getByRole('heading', { name: 'Einstellungen', level: 1 }).waitFor();
    expect(await owner.locator('html').getAttribute('lang')).toBe('de');
    await keepsTheRules();
    await language.selectOption('English');
    await main().getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
  });
});
