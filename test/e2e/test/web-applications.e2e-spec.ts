import { tabTo, type Page } from '@creator-connect/browser';
import { Story, Windows, type GatewayDoor } from '../src';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { readPrimer } from '../src/windows/primer';
import { logInAsGenerated, memberOnRoster, watchInbox } from '../src/windows/steps';

const at = Date.now();

interface Applicant {
  name: string;
  email: string;
  persona: `world-tiktok-${number}`;
}

/** An application from both sides: what the member presses, and what whoever applied reads. */
describe('the answer to an application, in real browsers', () => {
  const welcome: Applicant = {
    name: `Browser welcome ${at}`,
    email: `welcome-${at}@applicants.example`,
    persona: 'world-tiktok-973',
  };
  const unlucky: Applicant = {
    name: `Browser unlucky ${at}`,
    email: `unlucky-${at}@applicants.example`,
    persona: 'world-tiktok-972',
  };
  let story: Story;
  let door: GatewayDoor;
  let windows: Windows;
  let group: { id: string; applicationLink: { url: string } };
  let admin: Page;
  let phone: Page;
  let other: Page;

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    door = await story.admin();
    group = await door.post('/v1/influencer-groups', { name: `Answers ${at}` });
    phone = await applied(welcome);
    other = await applied(unlucky);
    admin = await memberOnRoster(windows, story.login());
  });

  afterAll(async () => {
    await windows?.close();
    if (door) {
      const { items } = await door.get<{ items: { id: string }[] }>(
        `/v1/influencers?search=${encodeURIComponent(welcome.email)}`,
      );
      for (const { id } of items) await door.call('DELETE', `/v1/influencers/${id}`);
      await door.call('DELETE', `/v1/influencer-groups/${group.id}`);
    }
    await story?.end();
  });

  const chapter = (title: string, what: () => Promise<void>) => it(title, () => windows.chapter(what));

  /** From the link of the group to the page that says that it is submitted. */
  async function applied({ name, email, persona }: Applicant): Promise<Page> {
    const page = await windows.ofSomebody({ width: 390 });
    await logInAsGenerated(story, page, 'tiktok', persona);
    await page.goto(group.applicationLink.url);
    await page.getByRole('button', { name: 'Start my application' }).click();
    await page.getByRole('button', { name: 'TikTok' }).click();
    await (await readPrimer(page.getByRole('dialog', { name: 'Before you connect TikTok' }), 'TikTok')).click();
    await page.getByRole('button', { name: 'Authorize', exact: true }).click();
    await page.getByRole('link', { name: 'Go on with your application' }).click();
    await page.getByRole('link', { name: 'Go on: about you' }).click();
    await page.getByLabel('Your name').fill(name);
    await page.getByLabel('Your e-mail address').fill(email);
    const inbox = await watchInbox(story, email);
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await page.getByLabel('Code from the mail').fill(await inbox.link(/code/i, /\b\d{6}\b/));
    await page.keyboard.press('Enter');
    await page.getByText('Confirmed', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Submit application' }).click();
    await page.getByRole('heading', { name: 'Your application is with Acme Talent' }).waitFor();
    return page;
  }

  chapter('a member without a mouse approves one, and declines another after a question', async () => {
    await tabTo(admin, 'link', 'Applications');
    await admin.keyboard.press('Enter');
    await admin.getByRole('heading', { name: 'Applications', level: 1 }).waitFor();
    const card = ({ name }: Applicant) => admin.getByRole('article', { name });
    await card(welcome).getByText(`Answers ${at}`).waitFor();
    await tabTo(admin, 'button', `Approve ${welcome.name}`);
    await admin.keyboard.press('Enter');
    await card(welcome).waitFor({ state: 'detached' });
    await tabTo(admin, 'button', `Decline ${unlucky.name}`);
    await admin.keyboard.press('Enter');
    const question = admin.getByRole('dialog', { name: `Decline the application of ${unlucky.name}?` });
    await question.waitFor();
    expect(await pageFaults(admin)).toEqual(noFaults);
    await tabTo(admin, 'button', 'Decline');
    await admin.keyboard.press('Enter');
    await question.waitFor({ state: 'detached' });
    await card(unlucky).waitFor({ state: 'detached' });
  });

  chapter(
    'whoever was approved reads it where they applied, and is on their dashboard by the link of the mail',
    async () => {
      await phone.reload();
      await phone.getByRole('heading', { name: 'Welcome at Acme Talent' }).waitFor();
      await phone
        .getByText(`Your application was approved. Sign in with a link to ${welcome.email} to see your dashboard.`)
        .waitFor();
      expect(await phone.getByRole('link', { name: 'Sign in' }).getAttribute('href')).toBe('/sign-in');
      expect(await pageFaults(phone)).toEqual(noFaults);
      const { text } = await story.mail.next(welcome.email, /added you/i);
      await phone.goto(/https?:\/\/\S+\/sign-in#[\w-]+/.exec(text)![0]);
      await phone.getByRole('button', { name: 'Sign in with this link' }).click();
      await phone.getByRole('heading', { name: 'Your accounts' }).waitFor();
      await phone
        .getByRole('article', { name: /, TikTok$/ })
        .getByText('Authenticated', { exact: true })
        .waitFor();
    },
  );

  chapter(
    'whoever was declined reads what became of their accounts and words, and takes the rest back at once',
    async () => {
      await story.mail.next(unlucky.email, /your application/i);
      await other.reload();
      await other.getByRole('heading', { name: 'Acme Talent did not accept your application' }).waitFor();
      await other
        .getByText('The access to your accounts has ended and nothing was collected.', { exact: false })
        .waitFor();
      expect(await pageFaults(other)).toEqual(noFaults);
      await other.getByRole('button', { name: 'Withdraw application' }).click();
      await other.getByRole('dialog').getByRole('button', { name: 'Withdraw application' }).click();
      await other.getByText('I am a creator').waitFor();
      await admin.goto('/admin/applications?status=declined');
      await admin.getByRole('heading', { name: 'Applications', level: 1 }).waitFor();
      await admin.getByRole('status', { name: 'Loading' }).first().waitFor({ state: 'detached' });
      expect(await admin.getByRole('article', { name: unlucky.name }).count()).toBe(0);
    },
  );
});
