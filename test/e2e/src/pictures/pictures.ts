import { join } from 'node:path';
import { openChromium, type Browser as Chromium, type BrowserContext, type Page } from '@creator-connect/browser';
import type { GatewayDoor } from '../doors/gateway';
import type { Mail } from '../doors/mailbox';

export const folder = join(__dirname, '../../../../docs/screenshots');

const deviceScaleFactor = 2;

export interface View {
  width?: number;
  height?: number;
  colorScheme?: 'light' | 'dark';
}

/**
 * For screens with two dots a pixel. A window that only plays such a screen, in a browser without one, rounds the height of
 * letters as for one dot, and on Linux draws some sizes a pixel too high.
 */
export const openCamera = (): Promise<Chromium> =>
  openChromium(undefined, [`--force-device-scale-factor=${deviceScaleFactor}`]);

/** A window of somebody who is signed in through a door of ours. */
export async function windowOf(browser: Chromium, door: GatewayDoor, view: View = {}): Promise<BrowserContext> {
  const { width = 1280, height = 800, colorScheme = 'light' } = view;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor,
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

export async function take(
  context: BrowserContext,
  name: string,
  address: string,
  text: RegExp,
  before: (page: Page) => Promise<void> = async () => undefined,
): Promise<void> {
  const page = await context.newPage();
  await page.goto(address);
  await before(page);
  await takeOf(page, name, text);
  await context.close();
}

/** Of what a window shows now. */
export async function takeOf(page: Page, name: string, text: RegExp): Promise<void> {
  await page.getByText(text).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
  console.log(`docs/screenshots/${name}.png`);
}

/** A mail as a mail program shows it. */
export async function takeMail(browser: Chromium, name: string, { html }: Mail): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 640, height: 480 }, deviceScaleFactor });
  const page = await context.newPage();
  await page.setContent(html);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  console.log(`docs/screenshots/${name}.png`);
  await context.close();
}
