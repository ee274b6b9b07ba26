import { openSync, closeSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { checkout, type Home } from '../home';
import { explainSystemError, StartError } from '../start-error';
import { readJson, writeAtomically } from '../system/files';
import { isOurs } from '../system/process-info';

export interface Login {
  readonly who: string;
  readonly email: string;
  readonly password: string;
}

export interface ProcessEntry {
  readonly name: string;
  readonly pid: number;
  readonly port?: number;
}

/** What a running system tells about itself, in the home's run.json (readable by its user only: it has the logins). */
export interface RunState {
  readonly pid: number;
  readonly ready: boolean;
  readonly startedAt: string;
  readonly addresses: Readonly<Record<string, string>>;
  readonly logins: readonly Login[];
  readonly processes: readonly ProcessEntry[];
}

/** The compiled command line program, and the piece of it that every runner's command line has. */
export const runnerEntry = join(checkout, 'deploy', 'local', 'dist', 'cli.js');
const runnerMark = join('local', 'dist', 'cli.js');

export function writeRunState(home: Home, state: RunState): void {
  writeAtomically(home.stateFile, `${JSON.stringify(state, undefined, 2)}\n`);
}

/** The state of the system that runs in this home; undefined when none does, whatever a killed one left behind. */
export function readRunState(home: Home): RunState | undefined {
  const state = readJson<RunState>(home.stateFile);
  return state !== undefined && isOurs(state.pid, runnerMark) ? state : undefined;
}

function holder(home: Home): number | undefined {
  try {
    const pid = Number(readFileSync(home.lockFile, 'utf8'));
    return Number.isInteger(pid) && pid > 0 && isOurs(pid, runnerMark) ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** The process that runs, starts or stops a system in this home, if any. */
export function runningPid(home: Home): number | undefined {
  return holder(home);
}

function tryLock(home: Home): boolean {
  try {
    const file = openSync(home.lockFile, 'wx', 0o600);
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw explainSystemError(error, home.root);
  }
}

/** One system per home. The lock of a killed runner does not count. */
export function lockHome(home: Home): void {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    if (tryLock(home)) return;
    const pid = holder(home);
    if (pid !== undefined) {
      throw new StartError(
        `Creator Connect runs already in ${home.root} (process ${pid}).`,
        'npm run status shows it, npm stop ends it; CONNECT_HOME and PORT_BASE start a second one beside it.',
      );
    }
    rmSync(home.lockFile, { force: true });
  }
  throw new StartError(`${home.lockFile} is fought over by two starts.`, 'Try again.');
}

export function unlockHome(home: Home): void {
  rmSync(home.stateFile, { force: true });
  rmSync(home.lockFile, { force: true });
}
