import type { Browser as Chromium } from '@creator-connect/browser';
import type { GatewayDoor } from '../doors/gateway';
import type { Story } from '../story';
import { consentAtTikTok, watchInbox } from '../windows/steps';
import { take, takeOf, windowOf } from './pictures';

/** What the organisation asks whoever applies. */
const fields = [
  { key: 'city', label: 'Where are you based?', kind: 'text', choices: [], required: true },
  {
    key: 'topic',
    label: 'Main topic',
    kind: 'choice',
    choices: ['Food', 'Travel', 'Design', 'Outdoors'],
    required: true,
  },
  { key: 'portfolio', label: 'Website or portfolio', kind: 'url', choices: [], required: false },
];

/** Somebody who applies: an account is connected, then what the organisation asks is typed; and where it is set what is asked. */
export async function applyingPictures(browser: Chromium, story: Story, admin: GatewayDoor): Promise<void> {
  await admin.put('/v1/organisations/current/influencer-fields', { items: fields });
  const group = { name: 'Food and travel 2027' };
  const { applicationLink } = await admin.post<{ applicationLink: { url: string } }>('/v1/influencer-groups', group);
  const context = await windowOf(browser, story.visitor(), { height: 820 });
  const page = await context.newPage();
  await page.goto(applicationLink.url);
  await page.getByRole('button', { name: 'Start my application' }).click();
  await page.getByRole('button', { name: 'TikTok' }).click();
  await page.getByRole('button', { name: 'Continue to TikTok' }).click();
  await consentAtTikTok(page, 'TikTok everyday');
  await page.getByRole('link', { name: 'Go on with your application' }).click();
  await takeOf(page, 'application-accounts', /Authenticated/);

  await page.getByRole('link', { name: 'Go on: about you' }).click();
  await page.getByLabel('Your name').fill('Night Market Tales');
  const email = 'hello@night-market-tales.example';
  const inbox = await watchInbox(story, email);
  await page.getByLabel('Your e-mail address').fill(email);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await page.getByLabel('Code from the mail').fill(await inbox.link(/code/i, /\b\d{6}\b/));
  await page.getByRole('button', { name: 'Confirm address' }).click();
  await page.getByLabel('Where are you based?').fill('Taipei');
  await page.getByLabel('Main topic').selectOption('Food');
  await page.getByLabel('Website or portfolio').fill('https://night-market-tales.example');
  await page.getByLabel('Website or portfolio').blur();
  await page.setViewportSize({ width: 1280, height: 1040 });
  await takeOf(page, 'application', /Confirmed/);
  await context.close();
  const settings = `${admin.address}/admin/settings?tab=fields`;
  await take(await windowOf(browser, admin), 'settings', settings, /What you want to know/);
}
