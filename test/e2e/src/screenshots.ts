/** `npm run screenshots`: the pictures of the README, taken of the running system with the Chromium of this machine. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openChromium, type Browser as Chromium, type BrowserContext } from '@creator-connect/browser';
import type { GatewayDoor } from './doors/gateway';
import { eventually } from './doors/wait';
import { accountInState, addInfluencer, connectedCreator, copyLink, signIn } from './journeys/people';
import { Story } from './story';
import { systemStatus } from './system-status';

const folder = join(__dirname, '../../../docs/screenshots');
const size = { width: 1280, height: 800 };

/** A window of somebody who is signed in through a door of ours. */
async function windowOf(browser: Chromium, door: GatewayDoor): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: size,
    deviceScaleFactor: 2,
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

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const story = await Story.begin(systemStatus());
  const browser = await openChromium();
  try {
    const admin = await story.admin();
    await connectedCreator(story, admin, 'tiktok', 'tiktok-korea', 'TikTok korea');
    const { influencer, account } = await connectedCreator(
      story,
      admin,
      'instagram',
      'creator-one-page',
      'Creator One-Page',
    );
    await accountInState(admin, influencer, 'instagram', { tracked: true });
    const invited = await addInfluencer(story, admin, 'creator-two-pages');
    const link = await copyLink(admin, invited, 'instagram');
    const gateway = admin.address;
    await take(await windowOf(browser, story.visitor()), 'authorization-link', link, /asks you to connect/);
    await take(
      await windowOf(browser, await signIn(story, influencer)),
      'creator',
      `${gateway}/dashboard`,
      /Instagram/,
    );
    await take(await windowOf(browser, admin), 'admin', `${gateway}/admin/influencers`, /creator one page/i);
    await take(
      await windowOf(browser, admin),
      'influencer',
      `${gateway}/admin/influencers/${influencer.id}`,
      /sandbox.one.page/,
    );
    const posts = `/v1/posts?socialAccountId=${account.id}&limit=1`;
    await eventually('a post', async () => (await admin.get<{ items: unknown[] }>(posts)).items.length > 0);
    await take(
      await windowOf(browser, admin),
      'data',
      `${gateway}/admin/influencers/${influencer.id}?tab=data`,
      /Followers/,
    );
    await take(await windowOf(browser, admin), 'operations', `${gateway}/admin/operations`, /As of/);
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
