import { execFileSync } from 'node:child_process';
import { limitFigure, type Figure } from './figures';
import type { SystemStatus } from './programs';

const megabyte = 1024 * 1024;
/** Notifications renders mails with React, which costs 50 MB. */
const most: Record<string, number> = {
  gateway: 140,
  oauth: 140,
  accounts: 140,
  ttcm: 140,
  collector: 140,
  notifications: 190,
};

/** Resident memory of each service at rest, against a Node that does nothing. */
export function memoryFigures({ processes }: SystemStatus): Figure[] {
  const bare = bareNode();
  const each = processes
    .filter(({ name }) => name in most)
    .map(({ name, rss }) => limitFigure(`${name}, idle`, 'MB', rss / megabyte, most[name]!, bare));
  const all = processes.reduce((sum, { rss }) => sum + rss, 0) / megabyte;
  return [...each, limitFigure('whole system, idle', 'MB', all, 2048)];
}

function bareNode(): number {
  const script = 'setTimeout(() => console.log(process.memoryUsage.rss()), 500)';
  return Number(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })) / megabyte;
}
