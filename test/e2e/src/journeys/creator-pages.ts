import type { BrowserContext, Page } from '@creator-connect/browser';
import type { Story } from '../story';
import { beginWithLink, consentAtFacebook, creatorOnPhone, logInAsGenerated } from '../windows/steps';
import type { Windows } from '../windows/windows';
import { accountInState, addInfluencer, copyLink } from './people';

/** The pages of creators and applicants that a first load is measured on. */
export const creatorPageNames = [
  'start page',
  'sign-in',
  'help',
  'help guide',
  'authorization link',
  'steps of a link',
  'unusable link',
  'dashboard',
  'own data',
  'own security',
  'account choice',
  'end of a connection',
  'application link',
  'application',
  'second step of an application',
] as const;

export interface CreatorPage {
  address: string;
  /** What stands over it, in English: whoever is refused reads something else. */
  heading: RegExp;
  cookies: Cookies;
}

type Cookies = Parameters<BrowserContext['addCookies']>[0];

/** Each of them as its person has it in front of them, who is signed in, has a link, an application or an open choice. */
export async function creatorPages(
  story: Story,
  windows: Windows,
): Promise<Record<(typeof creatorPageNames)[number], CreatorPage>> {
  const door = await story.admin();
  const influencer = await addInfluencer(story, door, 'first-load');
  const link = await copyLink(door, influencer, 'youtube');
  const opened = await windows.ofSomebody();
  await beginWithLink(story, opened, influencer.email, link);
  await opened.getByRole('heading', { name: 'Connect your accounts' }).waitFor();
  const holder = await leave(opened);
  const phone = await creatorOnPhone(story, windows, influencer.email);
  await logInAsGenerated(story, phone, 'tiktok', 'world-tiktok-961');
  const end = await startConnecting(phone, 'TikTok', async () => {
    await phone.getByRole('button', { name: 'Authorize', exact: true }).click();
    await phone.getByRole('heading', { name: 'Your account is connected' }).waitFor();
  });
  await accountInState(door, influencer, 'tiktok', { authState: 'AUTHENTICATED' });
  await logInAsGenerated(story, phone, 'facebook', 'world-instagram-961');
  const choice = await startConnecting(phone, 'Instagram', async () => {
    await consentAtFacebook(phone);
    await phone.getByRole('heading', { name: 'Which account do you want to connect?' }).waitFor();
  });
  const creator = await leave(phone);

  const group = { name: `First load ${Date.now()}` };
  const { applicationLink } = await door.post<{ applicationLink: { url: string } }>('/v1/influencer-groups', group);
  const form = await windows.ofSomebody();
  await form.goto(applicationLink.url);
  await form.getByRole('button', { name: 'Start my application' }).click();
  await form.getByRole('heading', { name: 'Connect your accounts' }).waitFor();
  const applicant = await leave(form);

  return {
    'start page': { address: '/', heading: /Connect once/, cookies: [] },
    'sign-in': { address: '/sign-in', heading: /Sign in/, cookies: [] },
    help: { address: '/help', heading: /Help/, cookies: [] },
    'help guide': { address: '/help/link-page', heading: /Page/, cookies: [] },
    'authorization link': { address: link, heading: /asks you to connect/, cookies: [] },
    'steps of a link': { address: '/connect', heading: /Connect your accounts/, cookies: holder },
    'unusable link': { address: `/a/${'x'.repeat(43)}`, heading: /This link/, cookies: [] },
    dashboard: { address: '/dashboard', heading: /Your accounts/, cookies: creator },
    'own security': { address: '/dashboard/security', heading: /Your security/, cookies: creator },
    'own data': { address: '/dashboard/data', heading: /Your data/, cookies: creator },
    'account choice': { address: choice, heading: /Which account/, cookies: creator },
    'end of a connection': { address: end, heading: /Your account is connected/, cookies: creator },
    'application link': { address: applicationLink.url, heading: /^Apply to /, cookies: [] },
    application: { address: '/apply', heading: /Connect your accounts/, cookies: applicant },
    'second step of an application': { address: '/apply?step=details', heading: /About you/, cookies: applicant },
  };
}

/** Returns where the way through the platform ends. */
async function startConnecting(phone: Page, platform: string, through: () => Promise<void>): Promise<string> {
  await phone.goto('/dashboard');
  await phone.getByRole('button', { name: `Add Account: ${platform}` }).click();
  await phone
    .getByRole('dialog')
    .getByRole('button', { name: /^Continue to / })
    .click();
  await through();
  return new URL(phone.url()).pathname;
}

/** Closes the window, and returns what lets its person in elsewhere. */
async function leave(page: Page): Promise<Cookies> {
  const { cookies } = await page.context().storageState();
  await page.context().close();
  return cookies;
}
