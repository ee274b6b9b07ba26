import type { Page } from '@creator-connect/browser';
import { Story, Windows } from '../src';
import { furtherOrganisation, type FurtherOrganisation } from '../src/journeys/further-organisation';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { logInAsGenerated, memberOnRoster, watchInbox } from '../src/windows/steps';

const name = `Exacting Agency ${Date.now()}`;
const email = `exacting-${Date.now()}@applicants.example`;

/** An organisation that has to know more of everybody than their name: whoever applies is asked, and so is whoever adds somebody. */
describe('the required fields of an organisation, in a real browser', () => {
  let story: Story;
  let windows: Windows;
  let organisation: FurtherOrganisation;
  let link: string;
  let phone: Page;

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    organisation = await furtherOrganisation(story, await story.admin(), name);
    const items = [
      { key: 'city', label: 'City', kind: 'text', choices: [], required: true },
      { key: 'shirt', label: 'Shirt size', kind: 'choice', choices: ['S', 'M', 'L'], required: true },
    ];
    await organisation.door.put('/v1/organisations/current/influencer-fields', { items });
    const group = { name: 'Open call' };
    ({
      applicationLink: { url: link },
    } = await organisation.door.post<{ applicationLink: { url: string } }>('/v1/influencer-groups', group));
    phone = await windows.ofSomebody({ width: 390 });
    await logInAsGenerated(story, phone, 'tiktok', 'world-tiktok-977');
  });

  afterAll(async () => {
    await windows?.close();
    await story?.end();
  });

  const chapter = (title: string, what: () => Promise<void>) => it(title, () => windows.chapter(what));
  const field = (page: Page, label: string) => page.getByRole('main').getByLabel(label);
  const isWrong = async (page: Page, label: string) =>
    (await field(page, label).getAttribute('aria-invalid')) === 'true';
  const connect = async () => {
    await phone.getByRole('button', { name: 'TikTok' }).click();
    await phone.getByRole('dialog').getByRole('button', { name: 'Continue to TikTok' }).click();
    const back = phone.getByRole('link', { name: 'Go on with your application' });
    const authorize = phone.getByRole('button', { name: 'Authorize', exact: true });
    // Whom TikTok still knows it asks nothing, and then our page asks for the last press.
    const choice = phone.getByRole('button', { name: 'Connect this account' });
    await authorize.or(choice).or(back).waitFor();
    if (await authorize.isVisible()) await authorize.click();
    await choice.or(back).waitFor();
    if (await choice.isVisible()) await choice.click();
    await back.click();
    await account().getByText('Authenticated').waitFor();
  };
  const account = () => phone.getByRole('article', { name: /, TikTok$/ });

  chapter('an account that was connected in the first step is disconnected again, and the way on closes', async () => {
    await phone.goto(link);
    await phone.getByRole('button', { name: 'Start my application' }).click();
    await connect();
    await phone.getByRole('link', { name: 'Go on: about you' }).waitFor();
    await account()
      .getByRole('button', { name: /^Disconnect @/ })
      .click();
    await account().waitFor({ state: 'detached' });
    await phone.getByText('Connect at least one account to go on.').waitFor();
    expect(await phone.getByRole('link', { name: 'Go on: about you' }).count()).toBe(0);
    await connect();
  });

  chapter('whoever opens the application link again goes on with the application that they have', async () => {
    await phone.goto(link);
    await phone.getByText(`This browser has an application to ${name}`).waitFor();
    expect(await pageFaults(phone)).toEqual(noFaults);
    await phone.getByRole('link', { name: 'Go on with it' }).click();
    await account().getByText('Authenticated').waitFor();
  });

  chapter('an application without them is not submitted: each says so, and what was typed stays', async () => {
    await phone.getByRole('link', { name: 'Go on: about you' }).click();
    await field(phone, 'Your name').fill('Exact Creator');
    await field(phone, 'Your e-mail address').fill(email);
    const inbox = await watchInbox(story, email);
    await phone.getByRole('button', { name: 'Send me a code' }).click();
    await field(phone, 'Code from the mail').fill(await inbox.link(/code/i, /\b\d{6}\b/));
    await phone.keyboard.press('Enter');
    await phone.getByText('Confirmed', { exact: true }).waitFor();
    await phone.getByRole('button', { name: 'Submit application' }).click();
    await phone.getByText('Fill this in.').first().waitFor();
    expect(await Promise.all(['City', 'Shirt size', 'Your name'].map((label) => isWrong(phone, label)))).toEqual([
      true,
      true,
      false,
    ]);
    expect(await field(phone, 'City').evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await field(phone, 'Your name').inputValue()).toBe('Exact Creator');
    expect(await pageFaults(phone)).toEqual(noFaults);
    await field(phone, 'City').fill('Lisbon');
    await field(phone, 'Shirt size').selectOption('M');
    await phone.getByRole('button', { name: 'Submit application' }).click();
    await phone.getByRole('heading', { name: `Your application is with ${name}` }).waitFor();
  });

  chapter('a member reads the answers on the application, and in the profile of whoever they approve', async () => {
    const member = await memberOnRoster(windows, organisation.login);
    await member.getByRole('link', { name: 'Applications' }).click();
    const card = member.getByRole('article', { name: 'Exact Creator' });
    for (const answer of ['Lisbon', 'M']) await card.getByText(answer, { exact: true }).waitFor();
    await member.getByRole('button', { name: 'Approve Exact Creator' }).click();
    await card.waitFor({ state: 'detached' });
    await member.getByRole('link', { name: 'Influencers' }).click();
    await member.getByRole('link', { name: 'Exact Creator' }).click();
    await member.getByRole('heading', { name: 'Exact Creator', level: 1 }).waitFor();
    await member.getByRole('tab', { name: 'Details' }).click();
    await field(member, 'City').waitFor();
    expect(await field(member, 'City').inputValue()).toBe('Lisbon');
    // The collection of what they connected has begun by that.
    await member.getByRole('tab', { name: 'Accounts' }).click();
    await member
      .getByRole('article', { name: /, TikTok$/ })
      .getByText('TikTok, with the creator’s permission')
      .waitFor();
  });

  chapter('nobody is added by hand without them either', async () => {
    const member = await memberOnRoster(windows, organisation.login);
    await member.getByRole('button', { name: 'Add influencer' }).click();
    await field(member, 'City').waitFor();
    await member.getByRole('textbox', { name: 'Name' }).fill('By hand');
    await member.getByRole('textbox', { name: 'E-mail address' }).fill(`by-hand-${Date.now()}@creators.example`);
    await member.getByRole('button', { name: 'Add', exact: true }).click();
    await member.getByText('Fill this in.').first().waitFor();
    expect([await isWrong(member, 'City'), await isWrong(member, 'Shirt size')]).toEqual([true, true]);
    await field(member, 'City').fill('Porto');
    await field(member, 'Shirt size').selectOption('L');
    await member.getByRole('button', { name: 'Add', exact: true }).click();
    await member.getByRole('link', { name: 'By hand' }).waitFor();
  });
});
