/** `npm run screenshots`: the pictures of the README, taken of the running system with the Chromium of this machine. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openChromium, type Browser as Chromium, type BrowserContext } from '@creator-connect/browser';
import type { GatewayDoor } from './doors/gateway';
import type { Mail } from './doors/mailbox';
import { eventually } from './doors/wait';
import {
  accountInState,
  connectByLink,
  copyLink,
  signIn,
  type Influencer,
  type SocialAccount,
} from './journeys/people';
import { Story } from './story';
import { systemStatus } from './system-status';

const folder = join(__dirname, '../../../docs/screenshots');

interface View {
  width?: number;
  height?: number;
  colorScheme?: 'light' | 'dark';
}

/** A window of somebody who is signed in through a door of ours. */
async function windowOf(browser: Chromium, door: GatewayDoor, view: View = {}): Promise<BrowserContext> {
  const { width = 1280, height = 800, colorScheme = 'light' } = view;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: 2,
    colorScheme,
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  const header = door.browser.cookieHeader(new URL(door.address));
  const cookies = header.split('; ').filter(Boolean);
  await context.addCookies(
    cookies.map((pair) => {
      const [name = '', ...value] = pair.split('=');
      // A `__Host-` cookie is a secure one, which Chromium also takes and sends over http on this machine.
      return { name, value: value.join('='), url: door.address.replace('http:', 'https:'), secure: true };
    }),
  );
  return context;
}

async function take(context: BrowserContext, name: string, address: string, text: RegExp): Promise<void> {
  const page = await context.newPage();
  await page.goto(address);
  await page.getByText(text).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
  console.log(`docs/screenshots/${name}.png`);
  await context.close();
}

/** A mail as a mail program shows it. */
async function takeMail(browser: Chromium, name: string, { html }: Mail): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 640, height: 600 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  await page.setContent(html);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  console.log(`docs/screenshots/${name}.png`);
  await context.close();
}

/** Etc/GMT zones count westwards. */
function whereItIsEight(now: Date): string {
  const west = now.getUTCHours() - 8;
  const offset = west > 12 ? west - 24 : west;
  return `Etc/GMT${offset < 0 ? '' : '+'}${offset}`;
}

/** A digest comes in the morning, so its reader signs in where it is morning now; the gateway looks every ten minutes. */
async function digestOf(story: Story): Promise<Mail> {
  const { email, password } = story.login();
  const reader = story.visitor();
  await reader.post('/v1/sessions', { email, password, timeZone: whereItIsEight(new Date()) });
  const before = await reader.get<{ frequency: string }>('/v1/digest-setting');
  await reader.put('/v1/digest-setting', { frequency: 'daily' });
  const isDigest = ({ subject }: Mail) => /accounts? needs? /.test(subject);
  console.log('The digest is mailed within eleven minutes');
  const mail = await eventually(
    'a digest, of which one comes a day',
    async () => (await story.mail.all(email)).find(isDigest),
    {
      timeoutMs: 11 * 60_000,
      everyMs: 5_000,
    },
  );
  await reader.put('/v1/digest-setting', before);
  return mail;
}

/** Somebody of an organisation’s roster, with the account of one of the sandbox’s personas. */
async function creatorOf(
  story: Story,
  admin: GatewayDoor,
  name: string,
  account?: [platform: 'instagram' | 'tiktok' | 'youtube', personaName: string],
): Promise<{ influencer: Influencer; account?: SocialAccount }> {
  const email = `hello@${name.toLowerCase().replaceAll(' ', '-')}.example`;
  const { id } = await admin.post<{ id: string }>('/v1/influencers', { name, email });
  const influencer = { id, email };
  return { influencer, ...(account && { account: await connectByLink(story, admin, influencer, ...account) }) };
}

const daysFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const story = await Story.begin(systemStatus());
  const browser = await openChromium();
  try {
    const admin = await story.admin();
    const garden = await creatorOf(story, admin, 'Tiny Balcony Garden');
    const snacks = await creatorOf(story, admin, 'Seoul Snacks', ['tiktok', 'TikTok korea']);
    const travel = await creatorOf(story, admin, 'Slow Travel Notes', ['youtube', 'YouTube creator']);
    const ceramics = await creatorOf(story, admin, 'Ceramics by the Sea', ['instagram', 'Creator Two-Pages']);
    const bakes = await creatorOf(story, admin, 'Alpine Bakes', ['instagram', 'Creator One-Page']);
    const { account } = bakes;
    if (!account) throw new Error('The account is connected');
    const { id: campaignId } = await admin.post<{ id: string }>('/v1/campaigns', {
      name: 'Winter launch',
      startsOn: daysFromNow(-60),
      endsOn: daysFromNow(45),
    });
    for (const { influencer } of [snacks, travel, ceramics, bakes]) {
      await admin.post(`/v1/campaigns/${campaignId}/influencers`, { influencerId: influencer.id });
    }
    for (const { account: one } of [snacks, travel, ceramics, bakes]) {
      const posts = `/v1/posts?socialAccountId=${one!.id}&limit=1`;
      await eventually('a post', async () => (await admin.get<{ items: unknown[] }>(posts)).items.length > 0);
    }
    await story.sandbox.does('creator-two-pages', 'change-password');
    await admin.post(`/v1/social-accounts/${ceramics.account!.id}/collections`);
    await accountInState(admin, ceramics.influencer, 'instagram', { authState: 'REAUTH' });

    const gateway = admin.address;
    const link = await copyLink(admin, garden.influencer, 'instagram');
    await take(await windowOf(browser, story.visitor()), 'authorization-link', link, /asks you to connect/);
    const creator = await signIn(story, ceramics.influencer);
    const phone = { width: 420, height: 860, colorScheme: 'dark' } as const;
    await take(await windowOf(browser, creator, phone), 'creator', `${gateway}/dashboard`, /Instagram/);
    const pages: [name: string, path: string, text: RegExp, view?: View][] = [
      ['admin', '/admin/influencers', /Alpine Bakes/],
      ['influencer', `/admin/influencers/${bakes.influencer.id}`, /sandbox.one.page/],
      ['data', `/admin/influencers/${bakes.influencer.id}?tab=data`, /Followers/, { height: 1900 }],
      ['campaign', `/admin/campaigns/${campaignId}`, /Attention/],
      ['report', `/admin/campaigns/${campaignId}?tab=report`, /By influencer/, { height: 1600 }],
      ['operations', '/admin/operations', /As of/],
    ];
    for (const [name, path, text, view] of pages) {
      await take(await windowOf(browser, admin, view), name, `${gateway}${path}`, text);
    }
    await takeMail(browser, 'digest', await digestOf(story));
  } finally {
    await browser.close();
    await story.end();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error((error as Error).message);
    process.exit(1);
  },
);
