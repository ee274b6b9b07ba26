import { readdirSync } from 'node:fs';
import { endLeftovers } from '../guardian/leftovers';
import type { Home } from '../home';
import { runningPid, unlockHome } from '../runner/run-state';
import { StartError } from '../start-error';
import { waitUntilGone } from '../system/process-info';

/** Every service drains within 25 s, the servers stop after that. */
const patienceMs = 90_000;

/** Ends the system that runs in this home, and what a killed one left behind. */
export async function stop(home: Home): Promise<void> {
  home.prepare();
  const pid = runningPid(home);
  if (pid === undefined) {
    const leftovers = readdirSync(home.pids).length === 0 ? [] : await endLeftovers(home.pids);
    unlockHome(home);
    const text =
      leftovers.length === 0 ? 'Nothing was running.' : `Ended what a killed run left: ${leftovers.join(', ')}.`;
    process.stdout.write(`${text}\n`);
    return;
  }
  process.kill(pid, 'SIGTERM');
  if (!(await waitUntilGone(pid, patienceMs))) {
    throw new StartError(
      `The system (process ${pid}) has not ended after ${patienceMs / 1000} seconds.`,
      `See ${home.logs}; kill -9 ${pid} and a second npm stop end it for sure.`,
    );
  }
  process.stdout.write('Stopped.\n');
}
