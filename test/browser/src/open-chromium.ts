import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const ofTheSystem = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** `CHROMIUM_PATH`, else the system's Chromium, else the one from npm. Never none: a test that is left out proves nothing. */
export async function openChromium(): Promise<Browser> {
  const own = process.env['CHROMIUM_PATH'] ?? ofTheSystem.find((path) => existsSync(path));
  if (own !== undefined) return chromium.launch({ executablePath: own, args: ['--no-sandbox'] });
  const { default: packed } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await packed.executablePath(), args: packed.args });
}
