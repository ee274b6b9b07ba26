import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { dirname, delimiter } from 'node:path';
import { root } from './root.mjs';

/**
 * Runs a compiled program under Node 24 in our place: same terminal, same signals, same exit code. The channel between
 * the two tells the program when this process is killed, so that it does not stay behind.
 */
export function handOver(node, args) {
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` };
  const child = spawn(node, args, { cwd: root, env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('error', (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
  child.once('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}
