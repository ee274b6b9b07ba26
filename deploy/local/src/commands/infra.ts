import { startEmbedded } from '../infrastructure/embedded';
import type { Home } from '../home';
import { requireFreePorts, type Ports } from '../ports';

/**
 * For developers: only PostgreSQL and Kafka, with the throw-away settings of the tests, until Ctrl-C. Prints what to
 * export for tests that need them.
 */
export async function infra(home: Home, ports: Ports): Promise<void> {
  home.prepare();
  await requireFreePorts(ports, ['postgres', 'kafka', 'kafkaController']);
  const infrastructure = await startEmbedded(home, ports, {
    throwAway: true,
    onNotice: (text) => process.stderr.write(`${text}\n`),
  });
  process.stdout.write(`export DATABASE_URL=${infrastructure.databaseUrl}\n`);
  process.stdout.write(`export KAFKA_BROKERS=${infrastructure.brokers.join(',')}\n`);
  await new Promise<void>((resolve) => {
    for (const end of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.once(end, () => resolve());
  });
  await infrastructure.stop();
}
