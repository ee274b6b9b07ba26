import { existsSync } from 'node:fs';

const ofTheSystem = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
];

/** `CHROMIUM_PATH`, which counts even where nothing is: a wrong one has to be noticed. Else the system's, if it has one. */
export function findChromium(
  environment: Record<string, string | undefined> = process.env,
  exists: (path: string) => boolean = existsSync,
): string | undefined {
  return environment['CHROMIUM_PATH'] || ofTheSystem.find(exists);
}
