import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const ofTheSystem = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** `CHROMIUM_PATH`, else the system's Chromium, else the one from npm. Never none: a test that is left out proves nothing. */
export async function openChromium(): Promise<Browser> {
  const own = process.env['CHROMIUM_PATH'] ?? ofTheSystem.find((path) => existsSync(path));
  return chromium.launch({ executablePath: own ?? (await packed()), args: ['--no-sandbox'] });
}

/**
 * Without the arguments it comes with: they make one process of everything, in which windows of different people share
 * their cookies, and turn off what keeps sites apart.
 */
async function packed(): Promise<string> {
  const { default: chromiumFromNpm } = await import('@sparticuz/chromium');
  return chromiumFromNpm.executablePath();
}
