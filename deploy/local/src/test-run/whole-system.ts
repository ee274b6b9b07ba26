import { spawn, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerEntry } from '../runner/run-state';
import { findFreePortBase } from '../ports';

export interface WholeSystem {
  /** What the tests need to find the system. */
  readonly env: Record<string, string>;
  stop(): Promise<void>;
}

async function firstLine(child: ChildProcess): Promise<string> {
  let output = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('\n')) resolve(output);
    });
    child.once('exit', () => reject(new Error('The system did not start; the reason is above.')));
  });
}

/**
 * Starts everything as `npm start` does, in a home and on ports of its own. The channel makes it end with us, however
 * we end.
 */
export async function startWholeSystem(home: string): Promise<WholeSystem> {
  const base = await findFreePortBase();
  const env = { CONNECT_HOME: home, PORT_BASE: String(base) };
  const child = spawn(process.execPath, [...process.execArgv, runnerEntry, 'start', '--json', '--throw-away'], {
    env: { ...process.env, ...env, LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  try {
    const status = await firstLine(child);
    const statusFile = join(home, 'status.json');
    writeFileSync(statusFile, status, { mode: 0o600 });
    // What passes the public doors while the tests run is kept, for the search that comes last.
    const recording = { CONNECT_HTTP_RECORDING: join(home, 'http') };
    return { env: { ...env, ...recording, CONNECT_STATUS_FILE: statusFile }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
