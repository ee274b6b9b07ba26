import { Guardian } from '../guardian/guardian';
import { Home } from '../home';
import { chooseSource, startInfrastructure, type Source } from '../infrastructure/choose';
import type { Infrastructure } from '../infrastructure/infrastructure';
import { findFreePortBase, portsFrom } from '../ports';

export interface TestServers {
  readonly source: Source;
  /** By which tests find them, and the folder of their process ids where they are ours. */
  readonly env: Record<string, string>;
}

/** PostgreSQL and Kafka for the time of one piece of work, in a folder of their own. */
export async function withTestServers<T>(
  folder: string,
  signal: AbortSignal,
  work: (servers: TestServers) => Promise<T>,
): Promise<T> {
  const home = new Home(folder);
  home.prepare();
  const ports = portsFrom(await findFreePortBase());
  const guardian = new Guardian(home);
  let infrastructure: Infrastructure | undefined;
  try {
    const source = await chooseSource(process.env);
    const options = { env: process.env, throwAway: true, signal };
    infrastructure = await startInfrastructure(source, { home, ports, guardian }, options);
    const { databaseUrl, brokers } = infrastructure;
    const env = { DATABASE_URL: databaseUrl, KAFKA_BROKERS: brokers.join(','), CONNECT_HOME: home.root };
    return await work({ source, env });
  } finally {
    await infrastructure?.stop();
    await guardian.stop();
  }
}
