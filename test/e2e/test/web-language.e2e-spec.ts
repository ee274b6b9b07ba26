import { axeViolations, fitsWidth, type Page } from '@creator-connect/browser';
import { Story, Windows } from '../src';
import { eventually } from '../src/doors/wait';
import { addInfluencer, copyLink } from '../src/journeys/people';
import { systemStatus } from '../src/system-status';
import { signInAsCreator } from '../src/windows/steps';

describe('the languages of the web app', () => {
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

  const languageOf = (page: Page) => page.locator('html').getAttribute('lang');

  it('speaks as the browser does, with its dates, its refusals and its help', async () => {
    const door = await story.admin();
    const link = await copyLink(door, await addInfluencer(story, door, 'browser-german-link'), 'instagram');
    const guest = await windows.ofSomebody({ locale: 'de-DE' });
    await guest.goto(link);
    await guest.getByRole('heading', { name: 'Acme Talent bittet dich um Verbindung' }).waitFor();
    await guest.getByText(/^Dieser Link gilt bis \d{2}\.\d{2}\.\d{4}, \d{2}:\d{2}\.$/).waitFor();
    expect(await languageOf(guest)).toBe('de');
    // Whoever reads English there does not read dates as Americans do.
    await guest.getByRole('contentinfo').getByLabel('Sprache').selectOption('English');
    await guest.getByText(/^This link works until \d{1,2} \w{3,4} \d{4}, \d{2}:\d{2}\.$/).waitFor();
    await guest.getByRole('contentinfo').getByLabel('Language').selectOption('Deutsch');
    await guest.getByRole('heading', { name: 'Acme Talent bittet dich um Verbindung' }).waitFor();
    expect(await axeViolations(guest)).toEqual([]);
    await guest.setViewportSize({ width: 320, height: 640 });
    expect(await fitsWidth(guest)).toBe(true);

    await guest.goto('/sign-in?for=admin');
    await guest.getByRole('textbox', { name: 'E-Mail-Adresse' }).fill('nobody@example.com');
    await guest.getByRole('textbox', { name: 'Passwort' }).fill('not the one at all');
    await guest.getByRole('button', { name: 'Anmelden' }).click();
    const refusal = guest.getByRole('alert');
    await refusal.getByText('E-Mail-Adresse oder Passwort ist falsch.').waitFor();
    expect(await refusal.innerText()).not.toMatch(/wrong|again/i);

    await guest.goto('/help/facebook-page');
    await guest.getByRole('heading', { name: 'Eine Facebook-Seite anlegen' }).waitFor();
    await guest.getByRole('heading', { name: 'Schritt 1 von 4' }).waitFor();
  });

  it('says in German what a service finds wrong with a field', async () => {
    const member = await windows.ofSomebody({ locale: 'de-DE' });
    await member.goto('/sign-in?for=admin');
    await member.getByRole('textbox', { name: 'E-Mail-Adresse' }).fill(story.login().email);
    await member.getByRole('textbox', { name: 'Passwort' }).fill(story.login().password);
    await member.getByRole('button', { name: 'Anmelden' }).click();
    await member.getByRole('button', { name: 'CSV importieren' }).click();
    const choose = async (csv: string) => {
      const opened = member.waitForEvent('filechooser');
      await member.getByRole('button', { name: 'CSV-Datei' }).click();
      await (await opened).setFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
      await member.getByRole('button', { name: 'Datei prüfen' }).click();
    };
    await choose('name,phone\nx,y');
    const refusal = member.getByRole('alert');
    await refusal.getByText('CSV-Datei: hat die Spalten email nicht; die erste Zeile nennt die Spalten').waitFor();
    await choose(`name,email,locale\n${'x'.repeat(201)},not-an-address,de`);
    const row = member.getByRole('region', { name: 'Können nicht hinzugefügt werden' }).getByRole('listitem');
    await row.getByText(/Name: muss 1 bis 200 Zeichen haben\./).waitFor();
    await row.getByText(/E-Mail-Adresse: muss eine E-Mail-Adresse sein\./).waitFor();
    expect(await row.innerText()).not.toMatch(/\b(?:must|should|invalid|check)\b/i);
  });

  it('speaks as the profile of a creator says, and what is chosen by hand stays', async () => {
    const door = await story.admin();
    const influencer = await addInfluencer(story, door, 'browser-german-profile');
    const creator = await windows.ofSomebody();
    await signInAsCreator(story, creator, influencer.email);
    expect(await languageOf(creator)).toBe('en');
    await door.call('PATCH', `/v1/influencers/${influencer.id}`, { locale: 'de' });
    await eventually('the session tells of the new language', async () => {
      await creator.reload();
      await creator.getByRole('heading', { level: 1 }).waitFor();
      return creator.getByRole('heading', { name: 'Deine Konten' }).isVisible();
    });
    await creator.getByRole('button', { name: 'Konto hinzufügen: Instagram' }).click();
    await creator
      .getByRole('dialog', { name: 'Bevor du Instagram verbindest' })
      .getByText('Was nie geschieht')
      .waitFor();
    await creator.keyboard.press('Escape');

    await creator.getByRole('contentinfo').getByLabel('Sprache').selectOption('English');
    await creator.getByRole('heading', { name: 'Your accounts' }).waitFor();
    await creator.reload();
    await creator.getByRole('heading', { name: 'Your accounts' }).waitFor();
    expect(await languageOf(creator)).toBe('en');
    await creator.getByRole('contentinfo').getByLabel('Language').selectOption('Deutsch');
    await creator.getByRole('heading', { name: 'Deine Konten' }).waitFor();
  });

  it('sends mails in the language that the app speaks', async () => {
    await story.admin();
    const { email, password } = story.login();
    const signInInGerman = async () => {
      const member = await windows.ofSomebody();
      await member.goto('/sign-in?for=admin');
      await member.getByRole('contentinfo').getByLabel('Language').selectOption('Deutsch');
      await member.getByRole('textbox', { name: 'E-Mail-Adresse' }).fill(email);
      await member.getByRole('textbox', { name: 'Passwort' }).fill(password);
      await member.getByRole('button', { name: 'Anmelden' }).click();
      await member.getByRole('heading', { name: 'Influencer', level: 1 }).waitFor();
      return member;
    };
    await signInInGerman();
    const seen = new Set((await story.mail.all(email)).map(({ id }) => id));
    const member = await signInInGerman();
    const { text } = await story.mail.next(email, /^Neue Anmeldung bei deinem Zugang$/, seen);
    expect(text).toMatch(/Am \d+\. \S+ \d{4} um \d{2}:\d{2} \(UTC\) hat sich jemand/);
    await member.goto(/https?:\/\/\S+/.exec(text)![0]);
    await member.getByRole('tab', { name: 'Dein Zugang', selected: true }).waitFor();
  });
});
