import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Kafka, logLevel } from 'kafkajs';
import { Pool } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { AccountAuthorized, newId, topics, type EventEnvelope } from '@creator-connect/contracts';
import { Consumes, messagingMigrations, MessagingModule, startConsuming } from '@creator-connect/messaging';
import { PersistenceModule, sqlCount, type Tx } from '@creator-connect/persistence';
import { createTestDatabase, type TestDatabase } from '@creator-connect/persistence/testing';
import { anAuthorization, headersOf, someAccounts } from './events';
import { ratioFigure, type Figure } from './figures';
import { createAuthorizationTopic } from './topic';

const events = 4_000;

class CreateEffects1790000000900 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE TABLE effects (event_id uuid NOT NULL, account_id uuid NOT NULL)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE effects');
  }
}

const migrations = [...messagingMigrations, CreateEffects1790000000900];

@Controller()
class CountEffects {
  @Consumes(AccountAuthorized)
  async handle({ id, data }: EventEnvelope<AccountAuthorized>, tx: Tx): Promise<void> {
    await sqlCount(tx, 'INSERT INTO effects (event_id, account_id) VALUES ($1, $2)', [id, data.accountId]);
  }
}

/** Inbox, effect and offset per message, against a bare loop with the same statements; then 100 messages a transaction. */
export async function consumerBench(brokers: string[], prefix: string): Promise<Figure[]> {
  const database = await createTestDatabase({ service: 'bench', migrations });
  try {
    await produce(brokers, prefix);
    const bare = await barePerSecond(database, brokers, prefix);
    const single = await consumedPerSecond(database, brokers, prefix, 1);
    const shared = await consumedPerSecond(database, brokers, prefix, 100);
    return [
      ratioFigure('consumer, one transaction per message', 'events/s', single, bare, 0.7),
      ratioFigure('consumer, 100 messages share one', 'events/s', shared, bare, 5),
    ];
  } finally {
    await database.drop();
  }
}

async function produce(brokers: string[], prefix: string): Promise<void> {
  const kafka = new Kafka({ clientId: 'load', brokers, logLevel: logLevel.NOTHING });
  const topic = await createAuthorizationTopic(brokers, prefix);
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
  await producer.connect();
  const organisationId = newId();
  const messages = someAccounts(events).map((accountId) => ({
    key: accountId,
    value: JSON.stringify(anAuthorization(accountId, organisationId)),
    headers: headersOf(newId(), accountId),
  }));
  for (let at = 0; at < events; at += 500)
    await producer.send({ topic, messages: messages.slice(at, at + 500), acks: -1 });
  await producer.disconnect();
}

async function consumedPerSecond(
  database: TestDatabase,
  brokers: string[],
  prefix: string,
  sharedTransaction: number,
): Promise<number> {
  await database.query('TRUNCATE bench.inbox, bench.effects');
  @Module({
    imports: [
      PersistenceModule.forRoot({ url: database.appUrl, schema: 'bench', migrations, poolSize: 5 }),
      MessagingModule.forRoot({
        service: 'bench',
        group: `bench.consumer-${sharedTransaction}`,
        connection: { brokers, topicPrefix: prefix },
        publishes: [],
        sharedTransaction,
        concurrency: 1,
        relay: { enabled: false },
      }),
    ],
    controllers: [CountEffects],
  })
  class ConsumerModule {}
  const app = await NestFactory.create(ConsumerModule, new FastifyAdapter(), { logger: false });
  await app.init();
  await startConsuming(app);
  const seconds = await secondsUntilAllHandled(database);
  await app.close();
  return events / seconds;
}

/** From the first effect to the last, so that joining the group does not count. */
async function secondsUntilAllHandled(database: TestDatabase): Promise<number> {
  for (;;) {
    const [row] = await database.query<{ count: string; seconds: number }>(
      `SELECT count(*) AS count, extract(epoch FROM max(processed_at) - min(processed_at))::float8 AS seconds FROM bench.inbox`,
    );
    if (Number(row?.count) >= events) return row!.seconds;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function barePerSecond(database: TestDatabase, brokers: string[], prefix: string): Promise<number> {
  const kafka = new Kafka({ clientId: 'bare', brokers, logLevel: logLevel.NOTHING });
  const consumer = kafka.consumer({ groupId: `${prefix}bare`, maxWaitTimeInMs: 500 });
  const pool = new Pool({ connectionString: database.appUrl, max: 1, options: '-c search_path=bench' });
  await consumer.connect();
  await consumer.subscribe({ topics: [`${prefix}${topics.authorization.name}`], fromBeginning: true });
  let began = 0;
  let done = 0;
  await new Promise<void>((resolve, reject) => {
    consumer
      .run({
        autoCommitThreshold: 100,
        eachMessage: async ({ topic, partition, message }) => {
          began ||= performance.now();
          const id = message.headers!['ce_id']!.toString();
          const client = await pool.connect();
          await client.query('BEGIN');
          await client.query(
            `INSERT INTO inbox (consumer, source, event_id, topic, partition, kafka_offset) VALUES ('bare', 'x', $1, $2, $3, $4)
             ON CONFLICT DO NOTHING`,
            [id, topic, partition, message.offset],
          );
          await client.query('INSERT INTO effects (event_id, account_id) VALUES ($1, $2)', [
            id,
            message.key!.toString(),
          ]);
          await client.query('COMMIT');
          client.release();
          done += 1;
          if (done === events) resolve();
        },
      })
      .catch(reject);
  });
  const seconds = (performance.now() - began) / 1000;
  await consumer.disconnect();
  await pool.end();
  return events / seconds;
}
