import { setTimeout as sleep } from 'node:timers/promises';
import type { Guardian } from '../guardian/guardian';
import type { Home } from '../home';
import { KafkaBroker } from '../kafka/broker';
import { untilKafkaAnswers } from '../kafka/ready';
import type { Ports } from '../ports';
import { PostgresCluster } from '../postgres/cluster';
import { ensureDatabase, untilPostgresAnswers } from '../postgres/ready';
import { rotateLog } from '../system/files';
import { databaseName, type Infrastructure } from './infrastructure';

export interface EmbeddedOptions {
  /** Data that nobody will miss: the servers may skip what only protects against a crash of the machine. */
  readonly throwAway: boolean;
  /** Ends the start half-way. */
  readonly signal: AbortSignal;
}

const postgresTimeoutMs = 60_000;
const kafkaTimeoutMs = 120_000;

async function startPostgres(cluster: PostgresCluster, guardian: Guardian, over: AbortSignal): Promise<void> {
  const program = await cluster.prepare(over);
  const deadline = Date.now() + 5_000;
  for (;;) {
    rotateLog(cluster.logFile);
    try {
      await guardian.run(
        program,
        (signal) => untilPostgresAnswers(cluster.url('postgres'), postgresTimeoutMs, signal),
        () => cluster.explainLog(),
      );
      break;
    } catch (error) {
      // A predecessor that was killed a moment ago still holds its lock until the system has cleared it away.
      if (over.aborted || !cluster.waitsForPredecessor() || Date.now() > deadline) throw error;
      await sleep(500);
    }
  }
  await ensureDatabase(cluster.url('postgres'), databaseName);
}

async function startKafka(broker: KafkaBroker, guardian: Guardian, over: AbortSignal): Promise<void> {
  const program = await broker.prepare(over);
  rotateLog(program.log);
  await guardian.run(
    program,
    (signal) => untilKafkaAnswers([broker.address], kafkaTimeoutMs, signal),
    () => broker.explainLog(),
  );
}

/** Starts PostgreSQL and Kafka from packages, both in the care of one guardian. */
export async function startEmbedded(
  home: Home,
  ports: Ports,
  guardian: Guardian,
  options: EmbeddedOptions,
): Promise<Infrastructure> {
  const cluster = new PostgresCluster(home, ports.postgres, options);
  const broker = new KafkaBroker(home, ports.kafka, ports.kafkaController);
  // Both are awaited even when one fails, so that nothing is started behind the guardian's back afterwards.
  const starts = await Promise.allSettled([
    startPostgres(cluster, guardian, options.signal),
    startKafka(broker, guardian, options.signal),
  ]);
  const failure = starts.find((start) => start.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
  return {
    source: 'embedded',
    databaseUrl: cluster.url(databaseName),
    brokers: [broker.address],
    hasMail: false,
    processes: () =>
      (['postgres', 'kafka'] as const).flatMap((name) => {
        const pid = guardian.pidOf(name);
        return pid === undefined ? [] : [{ name, pid, port: ports[name] }];
      }),
    // The guardian stops them, as the last thing of all.
    stop: async () => undefined,
  };
}
