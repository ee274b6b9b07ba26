import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Kafka, logLevel } from 'kafkajs';
import { AccountAuthorized, newId, topics } from '@creator-connect/contracts';
import { messagingMigrations, MessagingModule, Outbox } from '@creator-connect/messaging';
import { PersistenceModule, UnitOfWork } from '@creator-connect/persistence';
import { createTestDatabase, type TestDatabase } from '@creator-connect/persistence/testing';
import { anAuthorization, headersOf, someAccounts } from './events';
import { ratioFigure, type Figure } from './figures';
import { createAuthorizationTopic } from './topic';

const events = 20_000;
const batch = 500;

/** Outbox rows → Kafka, against bare idempotent batches of the same size and content. */
export async function relayBench(brokers: string[], prefix: string): Promise<Figure> {
  const database = await createTestDatabase({ service: 'bench', migrations: messagingMigrations });
  try {
    await createAuthorizationTopic(brokers, prefix);
    const relayed = await relayedPerSecond(database, brokers, prefix);
    return ratioFigure('outbox relay', 'events/s', relayed, await barePerSecond(brokers, prefix), 0.5, 10_000);
  } finally {
    await database.drop();
  }
}

async function relayedPerSecond(database: TestDatabase, brokers: string[], prefix: string): Promise<number> {
  const start = () => application(database, brokers, prefix);
  let app = await start();
  await fill(app);
  await app.close();
  await database.query('UPDATE bench.outbox SET published_at = NULL');
  const began = performance.now();
  app = await start();
  for (;;) {
    const [row] = await database.query<{ open: string }>(
      'SELECT count(*) AS open FROM bench.outbox WHERE published_at IS NULL',
    );
    if (row?.open === '0') break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const seconds = (performance.now() - began) / 1000;
  await app.close();
  return events / seconds;
}

async function application(
  database: TestDatabase,
  brokers: string[],
  prefix: string,
): Promise<INestApplicationContext> {
  @Module({
    imports: [
      PersistenceModule.forRoot({
        url: database.appUrl,
        schema: 'bench',
        migrations: messagingMigrations,
        poolSize: 10,
      }),
      MessagingModule.forRoot({
        service: 'bench',
        connection: { brokers, topicPrefix: prefix },
        publishes: [topics.authorization],
      }),
    ],
  })
  class RelayModule {}
  return NestFactory.createApplicationContext(RelayModule, { logger: false });
}

async function fill(app: INestApplicationContext): Promise<void> {
  const [unitOfWork, outbox] = [app.get(UnitOfWork), app.get(Outbox)];
  const accounts = someAccounts(1_000);
  const organisationId = newId();
  for (let done = 0; done < events; done += batch) {
    const some = Array.from({ length: batch }, (_, i) => ({
      data: anAuthorization(accounts[(done + i) % accounts.length]!, organisationId),
      aggregateVersion: 1,
    }));
    await unitOfWork.system((tx) => outbox.addMany(tx, AccountAuthorized, some));
  }
}

async function barePerSecond(brokers: string[], prefix: string): Promise<number> {
  const kafka = new Kafka({ clientId: 'bare', brokers, logLevel: logLevel.NOTHING });
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
  await producer.connect();
  const accounts = someAccounts(1_000);
  const organisationId = newId();
  const messages = Array.from({ length: batch }, (_, i) => {
    const accountId = accounts[i]!;
    const value = JSON.stringify(anAuthorization(accountId, organisationId));
    return { key: accountId, value, headers: headersOf(newId(), accountId) };
  });
  const topic = `${prefix}${topics.authorization.name}`;
  const send = () => producer.sendBatch({ acks: -1, topicMessages: [{ topic, messages }] });
  await send();
  const began = performance.now();
  for (let done = 0; done < events; done += batch) await send();
  const seconds = (performance.now() - began) / 1000;
  await producer.disconnect();
  return events / seconds;
}
