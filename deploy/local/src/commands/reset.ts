import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { endLeftovers } from '../guardian/leftovers';
import type { Home } from '../home';
import { chooseSource } from '../infrastructure/choose';
import { removeDocker } from '../infrastructure/docker';
import type { Ports } from '../ports';
import { PostgresCluster } from '../postgres/cluster';
import { runningPid } from '../runner/run-state';
import { StartError } from '../start-error';

/** Deletes all data of this home. What was fetched or compiled (Kafka's jars, build stamps) stays. */
export async function reset(home: Home, ports: Ports, env: NodeJS.ProcessEnv): Promise<void> {
  home.prepare();
  const pid = runningPid(home);
  if (pid !== undefined) {
    throw new StartError(`The system runs (process ${pid}).`, 'End it with npm stop, then reset.');
  }
  await endLeftovers(home.pids);
  if ((await chooseSource(env)) === 'docker') await removeDocker(home, ports);
  const cluster = new PostgresCluster(home, ports.postgres);
  const folders = [cluster.dataFolder, home.kafka, home.mail, home.secrets, home.logs, home.pids];
  for (const path of [...folders, home.stateFile, home.lockFile, join(home.root, 'sandbox.json')]) {
    rmSync(path, { recursive: true, force: true });
  }
  process.stdout.write(`All data in ${home.root} is deleted. npm start begins afresh.\n`);
}
