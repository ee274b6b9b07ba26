import type { Locator, Page } from '@creator-connect/browser';
import { Story, Windows } from '../src';
import { addInfluencer } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { memberOnRoster } from '../src/windows/steps';

/** A form says at the field what is wrong with it and how to mend it (WCAG 3.3.1 and 3.3.3), and keeps what was typed. */
describe('forms', () => {
  let story: Story;
  let windows: Windows;

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
  });
  afterAll(async () => {
    await windows.close();
    await story.end();
  });

  /** As somebody hears it who does not see the page: the field is wrong, and described by how to mend it. */
  const faultOf = async (field: Locator) => {
    await field.and(field.page().locator('[aria-invalid="true"]')).waitFor();
    const ids = (await field.getAttribute('aria-describedby')) ?? '';
    const texts = ids.split(' ').map((id) => field.page().locator(`[id="${id}"]`).innerText());
    return (await Promise.all(texts)).join(' ');
  };
  const requestsOf = (page: Page) => {
    const sent: string[] = [];
    page.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()));
    return sent;
  };
  const tell = (title: string, what: () => Promise<void>) => it(title, () => windows.tell(what));

  tell('send nothing that is wrong, and lead to the first field that is', async () => {
    const guest = await windows.ofSomebody();
    await guest.goto('/sign-in?for=admin');
    const [email, password] = [guest.getByLabel(/^E-mail/), guest.getByLabel(/^Password/)];
    const send = guest.getByRole('button', { name: 'Sign in', exact: true });
    await send.waitFor();
    const sent = requestsOf(guest);
    await email.fill('nobody');
    await send.click();
    expect(await faultOf(email)).toBe('Write an address like name@example.com.');
    expect(await faultOf(password)).toBe('Fill this in.');
    expect(await email.evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await pageFaults(guest)).toEqual(noFaults);
    expect(sent).toEqual([]);
    await email.fill('nobody@example.com');
    await guest.locator('[aria-invalid="true"]').nth(1).waitFor({ state: 'detached' });
    expect(await password.getAttribute('aria-invalid')).toBe('true');
  });

  tell('speak the language of the page', async () => {
    const guest = await windows.ofSomebody({ locale: 'de-DE' });
    await guest.goto('/sign-in');
    await guest.getByRole('button', { name: 'Schick mir einen Link' }).click();
    expect(await faultOf(guest.getByRole('textbox', { name: 'E-Mail-Adresse' }))).toBe('Bitte ausfüllen.');
  });

  tell('say at the field what the service refused, and what was typed stays', async () => {
    const influencer = await addInfluencer(story, await story.admin(), 'browser-forms');
    const admin = await memberOnRoster(windows, story.login());
    await admin.goto('/admin/campaigns');
    await admin.getByRole('button', { name: 'New campaign' }).click();
    await admin.getByLabel(/^Name/).fill('Backwards');
    await admin.getByLabel('First day').fill('2027-02-02');
    await admin.getByLabel('Last day').fill('2027-02-01');
    await admin.getByRole('button', { name: 'Create' }).click();
    expect(await faultOf(admin.getByLabel('Last day'))).toBe('Choose a day that is not before the first one.');

    await admin.goto(`/admin/influencers/${influencer.id}?tab=details`);
    const zone = admin.getByLabel(/^Time zone/);
    await zone.fill('Europe/Atlantis');
    await admin.getByRole('button', { name: 'Save' }).click();
    expect(await faultOf(zone)).toMatch(/time ?zone/i);
    expect(await zone.inputValue()).toBe('Europe/Atlantis');
    await zone.fill('Europe/Lisbon');
    await admin.getByRole('button', { name: 'Save' }).click();
    await admin.getByRole('status').filter({ hasText: 'Saved' }).waitFor();
    expect(await zone.getAttribute('aria-invalid')).not.toBe('true');
  });
});
