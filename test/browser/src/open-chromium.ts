import { chromium, type Browser } from 'playwright-core';
import { findChromium } from './find-chromium';

/** `CHROMIUM_PATH`, else the system's Chromium, else the one from npm. Never none: a test that is left out proves nothing. */
export async function openChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium() ?? (await packed()), args: ['--no-sandbox'] });
}

/**
 * Without the arguments it comes with: they make one process of everything, in which windows of different people share
 * their cookies, and turn off what keeps sites apart.
 */
async function packed(): Promise<string> {
  const { default: chromiumFromNpm } = await import('@sparticuz/chromium');
  return chromiumFromNpm.executablePath();
}
