import type { Locator, Page } from '@creator-connect/browser';
import { must } from '../doors/wait';
import type { Story } from '../story';
import type { Windows } from './windows';

/** What people do in their windows, found by what a person sees: roles, labels and words. */

export async function signInAsMember(
  page: Page,
  { email, password }: { email: string; password: string },
): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: 'I work for an organisation' }).click();
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/admin**');
}

/** A window of a member's own, on the roster. */
export async function memberOnRoster(windows: Windows, login: { email: string; password: string }): Promise<Page> {
  const page = await windows.ofSomebody();
  await signInAsMember(page, login);
  await page.getByRole('heading', { name: 'Influencers', level: 1 }).waitFor();
  return page;
}

/** A creator's phone, on the dashboard. */
export async function creatorOnPhone(story: Story, windows: Windows, email: string): Promise<Page> {
  const page = await windows.ofSomebody({ width: 390 });
  await signInAsCreator(story, page, email);
  return page;
}

/** Asks for a link by mail and uses it. */
export async function signInAsCreator(story: Story, page: Page, email: string): Promise<void> {
  const inbox = await watchInbox(story, email);
  await page.goto('/');
  await page.getByRole('link', { name: 'I am a creator' }).click();
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(email);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await page.goto(await inbox.link(/sign in/i, /https?:\/\/\S+\/sign-in#[\w-]+/));
  await page.getByRole('button', { name: 'Sign in with this link' }).click();
  await page.getByRole('heading', { name: 'Your accounts' }).waitFor();
}

/** Opens the link and proves to be the person it was sent to, by the code in their inbox. */
export async function beginWithLink(story: Story, page: Page, email: string, link: string): Promise<void> {
  const inbox = await watchInbox(story, email);
  await page.goto(link);
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByLabel('Code from the mail').fill(await inbox.link(/code/i, /\b\d{6}\b/));
  await page.getByRole('button', { name: 'Check the code' }).click();
}

/** From the dashboard through TikTok and back, as whoever is logged in there. */
export async function addTikTokAccount(phone: Page): Promise<void> {
  await phone.getByRole('button', { name: 'Add Account: TikTok' }).click();
  await phone.getByRole('dialog').getByRole('button', { name: 'Continue to TikTok' }).click();
  await phone.getByRole('button', { name: 'Authorize', exact: true }).click();
  await phone.getByRole('link', { name: 'To your accounts' }).click();
}

/** Mails that come from now on. */
export async function watchInbox(story: Story, email: string) {
  const seen = new Set((await story.mail.all(email)).map(({ id }) => id));
  return {
    async link(subject: RegExp, address: RegExp): Promise<string> {
      const { text } = await story.mail.next(email, subject, seen);
      const found = address.exec(text)?.[0];
      must(found, `the mail holds an address like ${address}`);
      return found;
    },
  };
}

/** Logs in at the platform as one of its many generated people, who are not offered on its page of logins. */
export async function logInAsGenerated(
  story: Story,
  page: Page,
  site: 'facebook' | 'tiktok',
  id: `world-${'instagram' | 'tiktok'}-${number}`,
): Promise<void> {
  const there = await page.context().newPage();
  await there.goto(story.sandbox.site(site, `/login?persona=${id}`));
  await there.locator(`#login-${id}`).click();
  await there.waitForURL((url) => url.pathname !== '/login');
  await there.close();
}

/** From the platform's login to the way back; boxes stay as this persona would leave them. Without a name: whoever is logged in. */
export async function consentAtFacebook(page: Page, persona = ''): Promise<void> {
  const dialog = await logInAtFacebook(page, persona);
  if (await dialog.again.isVisible()) return dialog.again.click();
  await dialog.next.click();
  await page.getByRole('button', { name: 'Done', exact: true }).click();
}

export async function refuseAtFacebook(page: Page, persona: string): Promise<void> {
  await logInAtFacebook(page, persona);
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
}

async function logInAtFacebook(page: Page, persona: string) {
  await page.waitForURL(/facebook\.localhost/);
  const logIn = page.getByRole('button', { name: `Log in as ${persona}` });
  const next = page.getByRole('button', { name: 'Next', exact: true });
  const again = page.getByRole('button', { name: `Continue as ${persona}` });
  await logIn.or(next).or(again).waitFor();
  if (await logIn.isVisible()) await logIn.click();
  await next.or(again).waitFor();
  return { next, again };
}

/** From TikTok's login to the way back; `without` names what the person takes out. */
export async function consentAtTikTok(page: Page, persona: string, without: readonly string[] = []): Promise<void> {
  await logInAt('tiktok', page, persona, page.getByRole('button', { name: 'Authorize', exact: true }));
  for (const scope of without) await page.locator(`input[name="scope"][value="${scope}"]`).uncheck();
  await page.getByRole('button', { name: 'Authorize', exact: true }).click();
}

/** From Google's login to the way back; `channel` is chosen where the account has several. */
export async function consentAtGoogle(page: Page, persona: string, channel?: string): Promise<void> {
  const next = page.getByRole('button', { name: /^Continue/ });
  const choice = page.getByRole('heading', { name: 'Choose your account or a brand account' });
  await logInAt('google', page, persona, channel === undefined ? next : choice);
  if (channel !== undefined) await page.getByRole('button', { name: channel }).click();
  await next.click();
}

export async function refuseAt(platform: 'tiktok' | 'google', page: Page, persona: string): Promise<void> {
  const cancel = page.getByRole('button', { name: 'Cancel', exact: true });
  await logInAt(platform, page, persona, cancel);
  await cancel.click();
}

async function logInAt(platform: 'tiktok' | 'google', page: Page, persona: string, then: Locator): Promise<void> {
  await page.waitForURL(new RegExp(`${platform}\\.localhost`));
  const logIn = page.getByRole('button', { name: `Log in as ${persona}` });
  await logIn.or(then).first().waitFor();
  if (await logIn.isVisible()) await logIn.click();
  await then.waitFor();
}
