import { endLeftovers } from '../guardian/leftovers';
import type { Home } from '../home';
import { requireFreePorts, type Ports } from '../ports';
import { table } from '../progress/progress';
import { prepareInstallation } from '../runner/installation';
import { sandboxCommand } from '../runner/processes';
import { lockHome, unlockHome } from '../runner/run-state';
import { ServiceProcess } from '../runner/service-process';
import { explainFullDisk } from '../system/full-disk';
import { Ending } from './ending';

/** Only the pretended platforms, until Ctrl-C: for trying them out, or an application of one's own against them. */
export async function sandbox(
  home: Home,
  ports: Ports,
  env: NodeJS.ProcessEnv,
  write: (line: string) => void,
): Promise<void> {
  home.prepare();
  lockHome(home);
  const ending = new Ending();
  let process: ServiceProcess | undefined;
  try {
    await endLeftovers(home.pids);
    await requireFreePorts(ports, ['sandbox']);
    const command = sandboxCommand({ home, ports, env, installation: prepareInstallation(home) });
    process = new ServiceProcess(command, home, { notice: write, changed: () => undefined });
    await process.start();
    write(`The sandbox is ready; Ctrl-C ends it.\n\n${table(addresses(ports))}\n`);
    write(`The app registrations that it knows are in ${home.secrets}/demo.json; docs/sandbox.md tells the rest.`);
    await ending.wait();
  } catch (error) {
    throw explainFullDisk(error, home);
  } finally {
    await process?.stop();
    unlockHome(home);
  }
}

function addresses({ sandbox: port }: Ports): string[][] {
  const site = (name: string) => `http://${name}.localhost:${port}`;
  const server = (path: string) => `http://127.0.0.1:${port}/${path}`;
  return [
    ['control page', `http://localhost:${port}`],
    ['Facebook', site('facebook'), server('graph')],
    ['Instagram', site('instagram')],
    ['TikTok', site('tiktok'), server('tiktok-open')],
    ['TikTok marketplace', site('tiktok'), server('tiktok-business/open_api')],
    ['Google, YouTube', site('google'), server('google-oauth')],
  ];
}
