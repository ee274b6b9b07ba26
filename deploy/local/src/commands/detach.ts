import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { Home } from '../home';
import { rotateLog } from '../system/files';

/** From the background runner to the command that waits for it. */
export type FromBackground =
  | { readonly type: 'line'; readonly text: string }
  | { readonly type: 'ready' }
  | { readonly type: 'failed'; readonly reason: string };

/** Starts the system in the background; resolves with 0 once everything is ready. */
export async function startDetached(home: Home, args: string[], write: (line: string) => void): Promise<number> {
  home.prepare();
  const log = home.log('runner');
  rotateLog(log);
  const output = openSync(log, 'a', 0o600);
  // Until it is ready the channel ties it to us: whoever interrupts the start ends it.
  const child = spawn(process.execPath, [...process.execArgv, process.argv[1] ?? '', 'start', ...args], {
    detached: true,
    stdio: ['ignore', output, output, 'ipc'],
    env: { ...process.env, CONNECT_BACKGROUND: '1' },
  });
  closeSync(output);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill('SIGTERM'));
  process.on('disconnect', () => child.kill('SIGTERM'));
  const failure = await new Promise<string | undefined>((resolve) => {
    let reason: string | undefined;
    child.on('message', (message: FromBackground) => {
      if (message.type === 'line') write(message.text);
      else if (message.type === 'failed') reason = message.reason;
      else resolve(undefined);
    });
    // A failed start is over only when everything it had started has ended.
    child.once('exit', () => resolve(reason ?? `The start was ended; see ${log}.`));
  });
  if (failure === undefined) {
    child.disconnect();
    child.unref();
    return 0;
  }
  process.stderr.write(`${failure}\n`);
  return 1;
}
