import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { GuardedProgram } from '../guardian/messages';
import type { Home } from '../home';
import type { Ports } from '../ports';
import { StartError } from '../start-error';
import { tail } from '../system/files';

const timeoutMs = 30_000;

/** The package exports nothing that `require.resolve` could find, so its folder is looked up by hand. */
function findEntry(): string {
  const folders = require.resolve.paths('maildev') ?? [];
  const entry = folders.map((folder) => join(folder, 'maildev', 'dist', 'bin', 'maildev.js')).find(existsSync);
  if (entry === undefined) throw new Error('The package maildev is not installed.');
  return entry;
}

/** maildev shares one temporary folder between all its instances unless it is given its own. */
export function mailProgram(home: Home, ports: Ports): GuardedProgram {
  const addresses = ['--ip', '127.0.0.1', '--web-ip', '127.0.0.1'];
  const numbers = ['--smtp', String(ports.smtp), '--web', String(ports.mail)];
  return {
    name: 'mail',
    command: process.execPath,
    args: [
      '--max-semi-space-size=1',
      '--max-old-space-size=96',
      findEntry(),
      ...addresses,
      ...numbers,
      '--mail-directory',
      home.mail,
      '--silent',
    ],
    env: { PATH: process.env.PATH ?? '', HOME: home.root, NODE_ENV: 'production', MALLOC_ARENA_MAX: '2' },
    // It reads a configuration file of its working folder, if there is one.
    cwd: home.mail,
    log: home.log('mail'),
    mark: `--mail-directory ${home.mail} `,
    stopSignal: 'SIGTERM',
    lastResort: 'SIGKILL',
    pidFile: join(home.pids, 'mail.json'),
  };
}

export async function untilMailAnswers(ports: Ports, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    try {
      const response = await fetch(`http://127.0.0.1:${ports.mail}/api/email`, { signal });
      if (response.ok) return;
    } catch {
      signal.throwIfAborted();
    }
    if (Date.now() > deadline) throw new Error('maildev did not answer in time.');
    await sleep(100);
  }
}

export function explainMail(home: Home): StartError {
  return new StartError(
    `The mail server did not start:\n${tail(home.log('mail'), 1000)}\n`,
    'See also its log folder.',
  );
}
