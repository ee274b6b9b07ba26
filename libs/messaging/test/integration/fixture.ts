import { InfluencerAdded, newId, topics } from '@creator-connect/contracts';
import { createDataSource, UnitOfWork } from '@creator-connect/persistence';
import { createTestDatabase, type TestDatabase } from '@creator-connect/persistence/testing';
import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '@creator-connect/persistence';
import { messagingMigrations, Outbox } from '../../src';
import type { BrokerPort, IncomingRecord, TopicSpec } from '../../src/broker/broker.port';
import { KafkaJsBroker } from '../../src/broker/kafkajs.broker';
import { PublishSignal } from '../../src/outbox/publish-signal';
import { Relay, relayDefaults, type RelaySettings } from '../../src/outbox/relay';

export const orgA = '0198a000-0000-7000-8000-00000000000a';
export const orgB = '0198a000-0000-7000-8000-00000000000b';
export const topicName = topics.influencer.name;

/** What the handlers of the tests leave behind: one row per event they have handled. */
export class CreateEffects1700000000001 implements MigrationInterface {
  name = 'CreateEffects1700000000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE effects (
        seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        org_id uuid NOT NULL, influencer_id uuid NOT NULL, event_id uuid NOT NULL, version bigint NOT NULL)`);
    await enableTenancy(queryRunner, 'effects');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE effects');
  }
}

export const migrations = [...messagingMigrations, CreateEffects1700000000001];
export const testDatabase = (): Promise<TestDatabase> => createTestDatabase({ service: 'probe', migrations });

export function kafkaBrokers(): string[] {
  const brokers = process.env.KAFKA_BROKERS;
  if (!brokers)
    throw new Error(
      'Integration tests need KAFKA_BROKERS, the address of a Kafka test broker; run them through `npm test`',
    );
  return brokers.split(',');
}

export function kafkaBroker(connectVia?: string): KafkaJsBroker {
  return new KafkaJsBroker({ clientId: 'test', brokers: kafkaBrokers(), connectVia });
}

export function topicSpec(prefix: string, name: string = topicName): TopicSpec {
  return { name: prefix + name, partitions: 12, cleanupPolicy: 'delete', retentionMs: 30 * 86_400_000 };
}

/** A writer and relays over one database, without Nest. */
export class RelayBench {
  private readonly dataSources: DataSource[] = [];
  private readonly versions = new Map<string, number>();

  constructor(
    private readonly database: TestDatabase,
    private readonly prefix: string,
  ) {}

  async connect(): Promise<{ dataSource: DataSource; unitOfWork: UnitOfWork; signal: PublishSignal; outbox: Outbox }> {
    const dataSource = createDataSource({ url: this.database.appUrl, schema: 'probe' });
    await dataSource.initialize();
    this.dataSources.push(dataSource);
    const signal = new PublishSignal();
    return { dataSource, unitOfWork: new UnitOfWork(dataSource), signal, outbox: new Outbox(signal) };
  }

  async relay(broker: BrokerPort, settings: Partial<RelaySettings> = {}): Promise<Relay> {
    const { dataSource, signal } = await this.connect();
    return new Relay(dataSource, broker, signal, {
      ...relayDefaults,
      pollMs: 50,
      service: 'probe',
      source: '/services/probe',
      topicPrefix: this.prefix,
      ...settings,
    });
  }

  /** Adds one event per given influencer, in one transaction, with versions that count up per influencer. */
  async emit(unitOfWork: UnitOfWork, outbox: Outbox, influencers: string[]): Promise<void> {
    const addedAt = new Date().toISOString();
    await unitOfWork.tenant(orgA, (tx) =>
      outbox.addMany(
        tx,
        InfluencerAdded,
        influencers.map((influencerId) => {
          const aggregateVersion = (this.versions.get(influencerId) ?? 0) + 1;
          this.versions.set(influencerId, aggregateVersion);
          return { data: { organisationId: orgA, influencerId, by: 'import' as const, addedAt }, aggregateVersion };
        }),
      ),
    );
  }

  /** Waits until the outbox is empty. */
  async published(withinMs = 20_000): Promise<void> {
    await until(async () => (await this.unpublished()) === 0, withinMs);
  }

  async unpublished(): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM probe.outbox WHERE published_at IS NULL',
    );
    return row!.count;
  }

  async close(): Promise<void> {
    await Promise.all(this.dataSources.map((dataSource) => dataSource.destroy()));
  }
}

export function influencers(count: number): string[] {
  return Array.from({ length: count }, () => newId());
}

export async function until(condition: () => Promise<boolean> | boolean, withinMs = 15_000): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`Not true within ${withinMs} ms: ${condition.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** All records of a topic, in the order of each partition. */
export async function readTopic(broker: BrokerPort, topic: string): Promise<IncomingRecord[]> {
  const group = `reader-${newId()}`;
  const records: IncomingRecord[] = [];
  const total = (await broker.lag(group, [topic])).reduce((sum, { lag }) => sum + lag, 0);
  const consumer = await broker.consume({
    group,
    topics: [topic],
    concurrency: 1,
    sessionTimeoutMs: 10_000,
    onFatal: () => undefined,
    onBatch: async (batch, control) => {
      records.push(...batch.records);
      control.resolve(batch.records.at(-1)!);
    },
  });
  await until(() => records.length >= total);
  await consumer.stop();
  return records;
}

export function header(record: IncomingRecord, name: string): string | undefined {
  const value = record.headers[name];
  return value === undefined ? undefined : String(value);
}

/** Versions in the order of first arrival, per aggregate; duplicates left out by event id. */
export function versionsByKey(records: IncomingRecord[]): Map<string, number[]> {
  const seen = new Set<string>();
  const versions = new Map<string, number[]>();
  for (const record of records) {
    const id = header(record, 'ce_id')!;
    if (seen.has(id)) continue;
    seen.add(id);
    const key = String(record.key);
    versions.set(key, [...(versions.get(key) ?? []), Number(header(record, 'ce_aggregateversion'))]);
  }
  return versions;
}
