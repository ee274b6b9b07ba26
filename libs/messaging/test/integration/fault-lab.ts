import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { TestDatabase } from '@creator-connect/persistence/testing';
import type { BrokerPort, IncomingRecord } from '../../src/broker/broker.port';
import { testPrefix } from '../../src/testing';
import { header, kafkaBrokers, readTopic, RelayBench, testDatabase, topicName, topicSpec, until } from './fixture';
import type { ProbeProcessOptions } from './probe-process';

export interface Ledger {
  unpublished: number;
  published: number;
  inbox: number;
  effects: number;
  own: number;
  parked: number;
}

/** Real processes over a database and topics of their own, and the ledger that compares what they left behind. */
export class FaultLab {
  private readonly children: ChildProcess[] = [];

  private constructor(
    private readonly broker: BrokerPort,
    private readonly database: TestDatabase,
    private readonly bench: RelayBench,
    private readonly prefix: string,
  ) {}

  static async open(broker: BrokerPort): Promise<FaultLab> {
    const prefix = testPrefix();
    const [database] = await Promise.all([testDatabase(), broker.ensureTopics([topicSpec(prefix)])]);
    return new FaultLab(broker, database, new RelayBench(database, prefix), prefix);
  }

  async close(): Promise<void> {
    await Promise.all(this.children.map((child) => this.stop(child, 'SIGKILL')));
    await this.bench.close();
    await this.database.drop();
  }

  /** Resolves when the process is ready, or has died or frozen already. */
  async spawn(failpoints = '', sharedTransaction = 1): Promise<ChildProcess> {
    const options: ProbeProcessOptions = {
      appUrl: this.database.appUrl,
      brokers: kafkaBrokers(),
      prefix: this.prefix,
      leaseMs: 1_500,
      sharedTransaction,
    };
    const child = fork(path.join(__dirname, 'probe-process.ts'), {
      execArgv: ['--conditions=development', '--require', path.join(__dirname, 'swc-hook.cjs'), '--no-warnings'],
      env: { ...process.env, PROBE_OPTIONS: JSON.stringify(options), FAILPOINTS: failpoints },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.children.push(child);
    await Promise.race([once(child, 'message'), once(child, 'exit')]);
    return child;
  }

  async stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
    return child.exitCode;
  }

  async diesOfSigkill(child: ChildProcess): Promise<void> {
    if (child.signalCode === null) await once(child, 'exit');
    expect(child.signalCode).toBe('SIGKILL');
  }

  async load(keys: string[], rounds: number): Promise<void> {
    const { unitOfWork, outbox } = await this.bench.connect();
    for (let round = 0; round < rounds; round += 1) await this.bench.emit(unitOfWork, outbox, keys);
  }

  async ledger(): Promise<Ledger> {
    const [row] = await this.database.query<Ledger>(`
      SELECT (SELECT count(*)::int FROM probe.outbox WHERE published_at IS NULL) AS unpublished,
             (SELECT count(*)::int FROM probe.outbox WHERE type = 'InfluencerAdded') AS published,
             (SELECT count(*)::int FROM probe.outbox WHERE type = 'AccountRemoved') AS own,
             (SELECT count(*)::int FROM probe.inbox) AS inbox,
             (SELECT count(*)::int FROM probe.effects) AS effects,
             (SELECT count(*)::int FROM probe.dead_letter) AS parked`);
    return row!;
  }

  /** Everything published, handled once and in order, with nothing left over. Returns what the topic holds. */
  async settlesWith(keys: string[], rounds: number): Promise<IncomingRecord[]> {
    const count = keys.length * rounds;
    await until(async () => {
      const { effects, unpublished } = await this.ledger();
      return effects >= count && unpublished === 0;
    }, 45_000);
    const expected = { unpublished: 0, published: count, own: count, inbox: count, effects: count, parked: 0 };
    expect(await this.ledger()).toEqual(expected);
    const rows = await this.database.query<{ versions: number[] }>(
      'SELECT array_agg(version::int ORDER BY seq) AS versions FROM probe.effects GROUP BY influencer_id',
    );
    const inOrder = Array.from({ length: rounds }, (_, index) => index + 1);
    for (const { versions } of rows) expect(versions).toEqual(inOrder);
    const topic = await readTopic(this.broker, this.prefix + topicName);
    expect(new Set(topic.map((record) => header(record, 'ce_id'))).size).toBe(count);
    return topic;
  }
}
