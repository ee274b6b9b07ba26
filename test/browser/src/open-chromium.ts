import { chromium, type Browser } from 'playwright-core';
import { findChromium } from './find-chromium';

export async function openChromium(
  executablePath: string | Promise<string> = findChromium(),
  more: readonly string[] = [],
): Promise<Browser> {
  return chromium.launch({ executablePath: await executablePath, args: ['--no-sandbox', ...more] });
}
