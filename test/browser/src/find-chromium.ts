import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** Where systems have it, though no PATH leads there. */
const usual = ['/usr/bin', '/snap/bin'];

/**
 * `CHROMIUM_PATH`, which counts even where nothing is: a wrong one has to be noticed. Else the system's, by PATH and then
 * where it usually is. Else the one from npm. Never none: a test that is left out proves nothing.
 */
export async function findChromium(
  environment: Record<string, string | undefined> = process.env,
  isProgram: (path: string) => boolean = mayBeRun,
  fromNpm: () => Promise<string> = packed,
): Promise<string> {
  const own = environment['CHROMIUM_PATH'];
  if (own) return own;
  const onPath = (environment['PATH'] ?? '').split(delimiter).filter(Boolean);
  const places = [...onPath, ...usual].flatMap((place) => names.map((name) => join(place, name)));
  return places.find(isProgram) ?? fromNpm();
}

function mayBeRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * Without the arguments it comes with: they make one process of everything, in which windows of different people share
 * their cookies, and turn off what keeps sites apart.
 */
async function packed(): Promise<string> {
  const { default: chromiumFromNpm } = await import('@sparticuz/chromium');
  return chromiumFromNpm.executablePath();
}
