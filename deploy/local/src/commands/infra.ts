import { Guardian } from '../guardian/guardian';
import { endLeftovers } from '../guardian/leftovers';
import { startEmbedded } from '../infrastructure/embedded';
import type { Home } from '../home';
import { explainFullDisk } from '../system/full-disk';
import { requireFreePorts, type Ports } from '../ports';

/**
 * For developers: only PostgreSQL and Kafka, with the throw-away settings of the tests, until Ctrl-C. Prints what to
 * export for tests that need them.
 */
export async function infra(home: Home, ports: Ports): Promise<void> {
  home.prepare();
  await endLeftovers(home.pids);
  await requireFreePorts(ports, ['postgres', 'kafka', 'kafkaController']);
  const ending = new AbortController();
  for (const end of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(end, () => ending.abort());
  process.on('disconnect', () => ending.abort());
  const guardian = new Guardian(home);
  try {
    const options = { throwAway: true, signal: ending.signal };
    const { databaseUrl, brokers } = await startEmbedded(home, ports, guardian, options);
    process.stdout.write(`export DATABASE_URL=${databaseUrl}\nexport KAFKA_BROKERS=${brokers.join(',')}\n`);
    if (!ending.signal.aborted) {
      await new Promise<void>((resolve) => ending.signal.addEventListener('abort', () => resolve()));
    }
  } catch (error) {
    throw explainFullDisk(error, home);
  } finally {
    await guardian.stop();
  }
}
