import type { Home } from '../home';
import type { Ports } from '../ports';
import { runSteps, type Step } from '../progress/progress';
import { lockHome, unlockHome } from '../runner/run-state';
import { describe, statusOf } from '../runner/status';
import { System } from '../runner/system';
import { explainFullDisk } from '../system/full-disk';
import { Ending } from './ending';

export interface StartOptions {
  readonly env: NodeJS.ProcessEnv;
  /** Tests only: data that nobody will miss. */
  readonly throwAway: boolean;
  /** Progress as a task list that redraws itself. */
  readonly fancy: boolean;
  /** Progress as lines, and what happens later. */
  readonly write: (line: string) => void;
  /** Whether the process that started this one may go once everything is ready. */
  readonly outlivesParent: boolean;
  readonly onReady: () => void;
}

class Interrupted extends Error {}

function interruptible(steps: readonly Step[], ending: Ending): Step[] {
  const interruption = ending.wait().then(() => Promise.reject(new Interrupted()));
  interruption.catch(() => undefined);
  return steps.map(({ title, run }) => ({ title, run: (say) => Promise.race([run(say), interruption]) }));
}

/** Starts the system in this process and stays until it is told to end. Resolves with the exit code. */
export async function start(home: Home, ports: Ports, options: StartOptions): Promise<number> {
  home.prepare();
  lockHome(home);
  const ending = new Ending();
  let system: System | undefined;
  try {
    await System.clearLeftovers(home, options.write);
    system = new System(home, ports, {
      env: options.env,
      throwAway: options.throwAway,
      onNotice: options.write,
      onLost: (reason) => ending.fail(reason),
    });
    await runSteps(interruptible(system.steps, ending), options.write, options.fancy);
    if (options.outlivesParent) ending.outliveParent();
    options.onReady();
    await ending.wait();
  } catch (error) {
    // Looked at before the stop, which may free the last space.
    if (!(error instanceof Interrupted)) throw explainFullDisk(error, home);
  } finally {
    if (system === undefined) unlockHome(home);
    else await system.stop();
  }
  if (ending.fault === undefined) return 0;
  options.write(`${ending.fault} Everything was stopped; start again with npm start.`);
  return 1;
}

/** Addresses and logins, for a person or a program. */
export function overview(home: Home, json: boolean): string {
  const status = statusOf(home);
  return json ? `${JSON.stringify(status)}\n` : `\n${describe(status)}\n`;
}
