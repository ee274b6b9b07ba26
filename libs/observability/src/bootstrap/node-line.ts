import { ConfigError } from '../config/load-config';

/** When the last fix of each line comes out (https://nodejs.org/en/about/previous-releases); odd lines live half a year. */
const lastFixes: Readonly<Record<number, string>> = {
  22: '2027-04-30',
  24: '2028-04-30',
  25: '2026-06-01',
  26: '2029-04-30',
};
const newestKnown = Math.max(...Object.keys(lastFixes).map(Number));

/** Why a version of Node should run no service any more; undefined while it gets fixes, or is newer than this list. */
export function faultOfNode(version: string, now: Date): string | undefined {
  const line = Number(/^v(\d+)\./.exec(version)?.[1]);
  if (line > newestKnown) return undefined;
  const last = lastFixes[line];
  if (last !== undefined && now.toISOString().slice(0, 10) <= last) return undefined;
  return `Node ${version} gets no fixes any more: install a line that does, as 24`;
}

/** In production nothing starts on a Node without fixes; elsewhere it is said. */
export function checkNode(env: NodeJS.ProcessEnv, version: string, now: Date, warn: (text: string) => void): void {
  const fault = faultOfNode(version, now);
  if (fault === undefined) return;
  if ((env['CONNECT_PROFILE'] || 'production') === 'production') throw new ConfigError([fault]);
  warn(fault);
}
