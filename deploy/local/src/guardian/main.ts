import { setTimeout as sleep } from 'node:timers/promises';
import { GuardedProcess } from './guarded-process';
import type { FromGuardian, ToGuardian } from './messages';

/**
 * A process of its own between the runner and the programs that cannot notice the runner's death. It is started in its
 * own session, so that a Ctrl-C in the terminal reaches only the runner, which then stops things in order. When the
 * runner dies without a word (kill -9), the closed channel tells the guardian.
 */
const graceAfterRunnerDeathMs = 2_000;

const processes = new Map<string, GuardedProcess>();
let stopping = false;

function report(message: FromGuardian): void {
  if (process.connected) process.send?.(message, () => undefined);
}

async function stop(graceMs: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  // Orphaned services finish their work first; they still need the database and the broker for that.
  await sleep(graceMs);
  await Promise.all([...processes.values()].map((each) => each.stop()));
  process.exit(0);
}

process.on('message', (message: ToGuardian) => {
  switch (message.type) {
    case 'run': {
      if (stopping) return;
      const guarded = new GuardedProcess(message.program, report);
      processes.set(guarded.name, guarded);
      guarded.start();
      return;
    }
    case 'keep':
      processes.get(message.name)?.keep();
      return;
    case 'stop':
      void stop(0);
  }
});
process.on('disconnect', () => void stop(graceAfterRunnerDeathMs));
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
