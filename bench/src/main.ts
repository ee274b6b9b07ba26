/**
 * `npm run bench [-- --json]`: each figure against a bare baseline of the same run. Needs DATABASE_URL (superuser) and
 * KAFKA_BROKERS, e.g. of `node deploy/local/bin/infra.mjs`; figures of the whole system are added when it is started.
 */
import 'reflect-metadata';
import { consumerBench } from './consumer.bench';
import { table, type Figure } from './figures';
import { relayBench } from './relay.bench';
import { systemBench } from './system.bench';

async function main(): Promise<void> {
  if (process.argv.includes('--help')) {
    console.log(
      'npm run bench [-- --json]   needs DATABASE_URL and KAFKA_BROKERS; npm start adds the figures of the system',
    );
    return;
  }
  const brokers = process.env['KAFKA_BROKERS']?.split(',');
  if (!process.env['DATABASE_URL'] || !brokers) {
    throw new Error('Set DATABASE_URL and KAFKA_BROKERS, e.g. from: node deploy/local/bin/infra.mjs');
  }
  const prefix = `bench-${Date.now()}.`;
  const figures: Figure[] = [
    await relayBench(brokers, `${prefix}relay.`),
    ...(await consumerBench(brokers, `${prefix}consumer.`)),
    ...((await systemBench()) ?? []),
  ];
  console.log(process.argv.includes('--json') ? JSON.stringify(figures, null, 2) : table(figures));
}

main().catch((error: unknown) => {
  console.error((error as Error).message);
  process.exitCode = 1;
});
