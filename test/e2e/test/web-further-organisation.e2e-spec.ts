import type { Page } from '@creator-connect/browser';
import { generateSync } from 'otplib';
import { Story, Windows } from '../src';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { signInAsMember, watchInbox } from '../src/windows/steps';

const at = Date.now();
const name = `Harbour Agency ${at}`;
const wrong = `mistyped-${at}@example.com`;
const owner = { email: `harbour-${at}@example.com`, name: 'Harbour owner', password: 'a few words, easy to remember' };
const invitationLink = /https?:\/\/\S+\/invitation#[\w-]+/;

/** From the operator's page to the empty roster of an organisation that was not there before. */
describe('a further organisation, in a real browser', () => {
  let story: Story;
  let windows: Windows;
  let operator: Page;
  let person: Page;
  let secret: string;

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    [operator, person] = [await windows.ofSomebody(), await windows.ofSomebody({ width: 390 })];
    await signInAsMember(operator, story.login());
    await operator.getByRole('link', { name: 'Operations' }).click();
    await operator.getByRole('heading', { name: 'Operations', level: 1 }).waitFor();
  });

  afterAll(async () => {
    await windows?.close();
    await story?.end();
  });

  const chapter = (title: string, what: () => Promise<void>) => it(title, () => windows.chapter(what));
  const section = () => operator.getByRole('region', { name: 'Organisations' });
  const card = () => section().getByRole('article', { name });
  const field = (label: string) => section().getByRole('textbox', { name: label });

  chapter('is asked for by an operator, who is told at the field what can not be', async () => {
    await section().getByRole('article', { name: 'Acme Talent' }).getByText('Active').waitFor();
    await section().getByRole('button', { name: 'Add an organisation' }).click();
    await section().getByRole('button', { name: 'Add and invite its owner' }).click();
    expect(await field('Name of the organisation').getAttribute('aria-invalid')).toBe('true');
    expect(await field('E-mail of its owner').getAttribute('aria-invalid')).toBe('true');
    await field('Name of the organisation').fill('TikTok Support');
    await field('E-mail of its owner').fill(wrong);
    await section().getByRole('button', { name: 'Add and invite its owner' }).click();
    await section().getByText('must not be, contain or look like the name of a platform').first().waitFor();
    expect(await field('Name of the organisation').getAttribute('aria-invalid')).toBe('true');
    expect(await pageFaults(operator)).toEqual(noFaults);
  });

  chapter('is there at once, and waits for its owner', async () => {
    await field('Name of the organisation').fill(name);
    await section().getByRole('button', { name: 'Add and invite its owner' }).click();
    await section().getByText(`${name} is there. An invitation is on its way to ${wrong}.`).waitFor();
    await card().getByText('Waits for its owner').waitFor();
    await card().getByText('0 members').waitFor();
    expect(await pageFaults(operator)).toEqual(noFaults);
  });

  chapter('says so where it is not known whether another invitation went', async () => {
    const list = '**/v1/operations/organisations';
    await operator.route(`${list}/*/owner-invitation`, (route) => route.fulfill({ json: {} }));
    await operator.route(`${list}?*`, async (route) => {
      const text = await (await route.fetch()).text();
      await route.fulfill({ contentType: 'application/json', body: text.replaceAll('"invited"', '"unconfirmed"') });
    });
    await card()
      .getByRole('button', { name: `Invite again: the owner of ${name}` })
      .click();
    await operator.getByRole('dialog').getByRole('button', { name: 'Send invitation' }).click();
    await card()
      .getByRole('status')
      .getByText(`Whether the invitation is on its way to ${wrong} is not known.`)
      .waitFor();
    await operator.unrouteAll();
    await operator.reload();
    await card().getByText('Waits for its owner').waitFor();
  });

  chapter('has its invitation sent to another address, and the link before is worth nothing', async () => {
    const { text } = await story.mail.next(wrong, /invited/);
    const inbox = await watchInbox(story, owner.email);
    await card()
      .getByRole('button', { name: `Invite again: the owner of ${name}` })
      .click();
    const dialog = operator.getByRole('dialog', { name: `Invite the owner of ${name}` });
    expect(await dialog.getByRole('textbox', { name: 'E-mail of its owner' }).inputValue()).toBe(wrong);
    expect(await pageFaults(operator)).toEqual(noFaults);
    await dialog.getByRole('textbox', { name: 'E-mail of its owner' }).fill(owner.email);
    await dialog.getByRole('button', { name: 'Send invitation' }).click();
    await dialog.waitFor({ state: 'detached' });
    await card().getByText(`An invitation is on its way to ${owner.email}.`).waitFor();
    await card().getByText(`${owner.email} is invited until`).waitFor();
    const mistaken = await windows.ofSomebody();
    await mistaken.goto(invitationLink.exec(text)![0]);
    await mistaken.getByText('This invitation was used already, withdrawn, or is too old.').waitFor();
    await person.goto(await inbox.link(/invited/, invitationLink));
  });

  chapter('opens to its owner, who chooses a password, to an empty roster', async () => {
    await person.getByRole('heading', { name: `Join ${name}` }).waitFor();
    await person.getByLabel('Your name').fill(owner.name);
    await person.getByRole('textbox', { name: 'New password' }).fill(owner.password);
    await person.getByRole('button', { name: 'Accept the invitation' }).click();
    await person.getByText('Nobody is in the roster yet.').waitFor();
    expect(await person.locator('body').innerText()).not.toContain('Acme Talent');
    expect(await pageFaults(person)).toEqual(noFaults);
    await operator.reload();
    await card().getByText('Active').waitFor();
    await card().getByText('1 member', { exact: false }).waitFor();
    expect(await card().innerText()).not.toContain(owner.email);
    expect(await card().getByRole('button').count()).toBe(0);
  });

  chapter('is kept by a second factor of its owner', async () => {
    await person.goto('/admin/settings?tab=security');
    await person.getByRole('button', { name: 'Set up' }).click();
    await person.getByRole('button', { name: 'Begin' }).click();
    secret = (await person.getByText(/^([A-Z2-7]{4} ?)+$/).innerText()).replaceAll(' ', '');
    await person.getByRole('textbox', { name: 'Code' }).fill(generateSync({ secret }));
    await person.getByRole('button', { name: 'Confirm' }).click();
    await person.getByRole('button', { name: 'I have put them away' }).click();
    await person.getByText(/10 recovery codes are left/).waitFor();
    await person.goto('/admin/influencers');
    await person.getByText('Nobody is in the roster yet.').waitFor();
  });

  chapter('is signed out of every browser at once, and asks for password and code again', async () => {
    await person.goto('/admin/settings?tab=security');
    await person.getByRole('button', { name: 'Sign out everywhere' }).click();
    await person.getByRole('link', { name: 'I work for an organisation' }).waitFor();
    await person.goto('/admin/influencers');
    await person.getByRole('heading', { name: 'Please sign in' }).waitFor();
    expect(await pageFaults(person)).toEqual(noFaults);
    await person.goto('/sign-in?for=admin');
    await person.getByRole('textbox', { name: 'E-mail address' }).fill(owner.email);
    await person.getByRole('textbox', { name: 'Password' }).fill(owner.password);
    await person.getByRole('button', { name: 'Sign in' }).click();
    await person.getByRole('heading', { name: 'One more step' }).waitFor();
    // No code works twice: the next one, which a phone whose clock goes a little fast shows already.
    const next = Math.floor(Date.now() / 1000) + 30;
    await person.getByRole('textbox', { name: 'Code' }).fill(generateSync({ secret, epoch: next }));
    await person.keyboard.press('Enter');
    await person.getByText('Nobody is in the roster yet.').waitFor();
  });

  chapter('has its second factor taken away, reads what that means, and signs in by password alone', async () => {
    await person.goto('/admin/settings?tab=security');
    const section = person.getByRole('region', { name: 'Second factor' });
    await section.getByRole('button', { name: 'Remove' }).click();
    await section.getByText('You have none. With one, your password alone lets nobody in.').waitFor();
    await section.getByRole('button', { name: 'Set up' }).waitFor();
    expect(await pageFaults(person)).toEqual(noFaults);
    await person.getByRole('button', { name: 'Sign out everywhere' }).click();
    await person.getByRole('link', { name: 'I work for an organisation' }).waitFor();
    await signInAsMember(person, owner);
    await person.getByText('Nobody is in the roster yet.').waitFor();
  });
});
