import type { Page } from '@creator-connect/browser';
import { Story, Windows } from '../src';
import { behindTheDoors } from '../src/doors/database';
import { eventually } from '../src/doors/wait';
import { systemStatus } from '../src/system-status';
import { noFaults, pageFaults } from '../src/windows/page-faults';
import { consentAtFacebook, logInAsGenerated, memberOnRoster } from '../src/windows/steps';

// Somebody new each time: what was erased or revoked in an earlier telling does not come back.
const creator = { name: 'Browser story', email: `browser-story-${Date.now()}@creators.example` };
/** Before the pages look by themselves (30 s): they are told. How soon is `npm run bench`'s to measure. */
const soon = { timeout: 20_000 };
const subject = 'Acme Talent asks you to connect';

/** The whole way by hand, with the inbox of the local set-up open beside: nothing is asked or told except on pages. */
describe('from the roster to the revocation: a member with the inbox beside it, and the creator in a browser of their own', () => {
  const home = process.env['CONNECT_HOME'] ?? '';
  let story: Story;
  let windows: Windows;
  let admin: Page;
  let inbox: Page;
  let phone: Page;
  let mailed: string;

  beforeAll(async () => {
    story = await Story.begin(systemStatus());
    windows = await Windows.open(story.status.addresses['gateway']!);
    admin = await memberOnRoster(windows, story.login());
    inbox = await admin.context().newPage();
    await inbox.goto(story.status.addresses['mail']!);
    phone = await windows.ofSomebody({ width: 390 });
    await logInAsGenerated(story, phone, 'facebook', 'world-instagram-941');
  });

  afterAll(async () => {
    await windows?.close();
    await story?.end();
  });

  const chapter = (title: string, tell: () => Promise<void>) => it(title, () => windows.chapter(tell));
  const account = (page: Page) => page.getByRole('article', { name: /, Instagram$/ });
  const state = (page: Page, told: string) => account(page).locator('.mantine-Badge-root').getByText(told);
  const mails = (about: RegExp | string) =>
    inbox.getByTestId('email-list-item').filter({ hasText: creator.email }).filter({ hasText: about });
  /** Opens the newest mail of its kind, which the inbox shows by itself. */
  const openMail = async (about: RegExp | string) => {
    await mails(about).first().click();
    return inbox.frameLocator('iframe').locator('body');
  };
  const linkIn = async (mail: Awaited<ReturnType<typeof openMail>>, path: RegExp) => {
    const links = mail.getByRole('link');
    await links.first().waitFor();
    const addresses = await links.evaluateAll((all) => all.map((one) => String(one.getAttribute('href'))));
    return addresses.find((address) => path.test(address))!;
  };

  chapter('adds an influencer and mails them a link, which lies in the inbox beside', async () => {
    await admin.bringToFront();
    await admin.getByRole('button', { name: 'Add influencer' }).click();
    await admin.getByRole('textbox', { name: 'Name' }).fill(creator.name);
    await admin.getByRole('textbox', { name: 'E-mail address' }).fill(creator.email);
    await admin.getByRole('button', { name: 'Add', exact: true }).click();
    await admin.getByRole('link', { name: creator.name }).first().click();
    await admin.getByRole('heading', { name: creator.name, level: 1 }).waitFor();
    await admin.getByRole('button', { name: 'Send e-mail for Instagram' }).click();
    await admin.getByRole('dialog', { name: 'Send this e-mail?' }).getByRole('button', { name: 'Send e-mail' }).click();
    await admin.getByText('The mail is on its way.').waitFor();
    await inbox.bringToFront();
    mailed = await linkIn(await openMail(subject), /\/a\/[\w-]{43}$/);
  });

  chapter('opens the link, proves to be the person by the code in the inbox, and consents', async () => {
    await phone.goto(mailed);
    await phone.getByRole('button', { name: 'Begin' }).click();
    await phone.getByRole('heading', { name: 'Is it you?' }).waitFor();
    const mail = await openMail('Your code to connect');
    const code = async () => /\b\d{6}\b/.exec(await mail.innerText())?.[0];
    await eventually('the mail to be shown', async () => (await code()) !== undefined);
    await phone.getByLabel('Code from the mail').fill((await code())!);
    await phone.getByRole('button', { name: 'Check the code' }).click();
    await phone.getByRole('button', { name: 'Continue to Facebook' }).click();
    await consentAtFacebook(phone);
    await phone.getByRole('heading', { name: 'Which account do you want to connect?' }).waitFor();
    await phone.getByRole('button', { name: 'Connect this account' }).click();
    await phone.getByRole('heading', { name: 'Your account is connected' }).waitFor();
    await phone.getByRole('link', { name: 'Go on' }).click();
    await phone.getByRole('heading', { name: 'All done' }).waitFor();
    // The profile was left open in another tab.
    await state(admin, 'Authenticated').waitFor();
  });

  chapter('finds the dashboard, where the first collection comes to its end', async () => {
    await phone.goto('/');
    await phone.getByRole('link', { name: 'I am a creator' }).click();
    await phone.getByRole('textbox', { name: 'E-mail address' }).fill(creator.email);
    await phone.getByRole('button', { name: 'Send me a link' }).click();
    await phone.goto(await linkIn(await openMail('Your link to sign in'), /\/sign-in#/));
    await phone.getByRole('button', { name: 'Sign in with this link' }).click();
    await state(phone, 'Authenticated').waitFor();
    await account(phone)
      .getByText(/^Last collected/)
      .waitFor();
    await admin.getByRole('tab', { name: 'Data' }).click();
    await admin.getByText('As of').first().waitFor();
    await admin.getByRole('tab', { name: 'Accounts' }).click();
  });

  chapter('revokes with two presses, and both pages say so by themselves', async () => {
    await state(admin, 'Authenticated').waitFor();
    await account(phone).getByRole('button', { name: 'Revoke Authorization' }).click();
    await phone.getByRole('dialog').getByRole('button', { name: 'Revoke Authorization' }).click();
    await Promise.all([state(phone, 'Revoked').waitFor(soon), state(admin, 'Revoked').waitFor(soon)]);
    await account(phone).getByRole('button', { name: 'Connect again' }).waitFor();
    await account(admin).getByRole('button', { name: 'Show history' }).click();
    await account(admin)
      .getByText(/by the creator$/)
      .first()
      .waitFor();
    await mails(/is no longer connected with/)
      .first()
      .waitFor();
  });

  chapter('is asked again by mail; that link runs out, and its page brings a new one', async () => {
    const send = async () => {
      await account(admin)
        .getByRole('button', { name: /^Send e-mail about @/ })
        .click();
      const dialog = admin.getByRole('dialog', { name: 'Send this e-mail?' });
      await dialog.getByRole('button', { name: 'Send e-mail' }).click();
      await dialog.waitFor({ state: 'detached' });
    };
    await send();
    await mails(subject).nth(1).waitFor();
    const first = await linkIn(await openMail(subject), /\/a\/[\w-]{43}$/);
    // As eight days later; the request that follows was made in between.
    await behindTheDoors(home, async (client) => {
      const influencerId = new URL(admin.url()).pathname.split('/').at(-1);
      const earlier = `created_at = created_at - interval '8 days', expires_at = expires_at - interval '8 days'`;
      await client.query(
        `UPDATE accounts.authorization_links SET ${earlier} WHERE authorization_request_id IN
           (SELECT id FROM accounts.authorization_requests WHERE influencer_id = $1)`,
        [influencerId],
      );
      await client.query(`UPDATE accounts.authorization_requests SET ${earlier} WHERE influencer_id = $1`, [
        influencerId,
      ]);
    });
    await send();
    await mails(subject).nth(2).waitFor();

    const other = await windows.ofSomebody({ width: 390 });
    await other.goto(first);
    await other.getByRole('heading', { name: 'This link can not be used' }).waitFor();
    expect(new URL(other.url()).pathname).toBe('/connect');
    expect(await pageFaults(other)).toEqual(noFaults);
    await other.getByLabel('Your e-mail address').fill(creator.email);
    await other.getByRole('button', { name: 'Send me a new link' }).click();
    await other.getByText(/a new link is on its way\. Look into your inbox\.$/).waitFor();
    await mails(subject).nth(3).waitFor();
    const fresh = await linkIn(await openMail(subject), /\/a\/[\w-]{43}$/);
    expect(fresh).not.toBe(first);
    await other.goto(fresh);
    await other.getByRole('heading', { name: 'Acme Talent asks you to connect' }).waitFor();
    await other.getByRole('button', { name: 'Begin' }).waitFor();
  });
});
