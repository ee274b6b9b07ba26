import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EventEnvelope, TopicDefinition } from '@creator-connect/contracts';
import type { BrokerPort } from '../broker/broker.port';
import { KafkaJsBroker } from '../broker/kafkajs.broker';
import { decodeRecord } from '../cloud-events/decode';
import type { MessagingConnection } from '../messaging.options';

export interface ReadOptions {
  connection: MessagingConnection;
  /** `<service>.<purpose>` */
  name: string;
  topic: TopicDefinition;
  onEvent(event: EventEnvelope): Promise<void>;
  /** Another broker than the configured Kafka: tests give an InMemoryBroker. */
  broker?: BrokerPort;
}

const maxValueBytes = 1_048_576;

/**
 * Reads every event that stands in a topic when it is called, from its beginning, and resolves when all were handled. Rejects
 * when the broker or a handler fails, or a record can not be read: whoever asks must miss none. Asked again, it begins anew. A
 * topic that is missing is made, and empty.
 */
export async function readEvents({ connection, name, topic, onEvent, broker: given }: ReadOptions): Promise<void> {
  const { brokers, security, connectVia, topicPrefix = '', groupPrefix = '', sessionTimeoutMs } = connection;
  const broker = given ?? new KafkaJsBroker({ clientId: name, brokers, security, connectVia });
  const spec = { ...topic, name: `${topicPrefix}${topic.name}` };
  const topics = [spec.name];
  const group = `${groupPrefix}${name}.${randomUUID()}`;
  const isRead = async () => (await broker.lag(group, topics)).every(({ lag }) => lag === 0);
  try {
    await broker.ensureTopics([spec]);
    if (await isRead()) return;
    const failed = Promise.withResolvers<never>();
    const consumer = await broker.consume({
      group,
      topics,
      concurrency: 1,
      sessionTimeoutMs: sessionTimeoutMs ?? 15_000,
      onFatal: failed.reject,
      onBatch: async ({ records }, control) => {
        try {
          for (const record of records) {
            const decoded = decodeRecord(record, { hasHandler: () => true, isCompacted: () => true, maxValueBytes });
            if (decoded.kind === 'poison')
              throw new Error(`${spec.name} holds what can not be read: ${decoded.poison.message}`);
            if (decoded.kind === 'event') await onEvent(decoded.envelope);
            control.resolve(record);
          }
        } catch (error) {
          failed.reject(error instanceof Error ? error : new Error(String(error)));
          throw error;
        }
        await control.commit();
      },
    });
    let isOver = false;
    const done = (async () => {
      while (!isOver && !(await isRead())) await sleep(50);
    })();
    try {
      await Promise.race([done, failed.promise]);
    } finally {
      isOver = true;
      failed.promise.catch(() => undefined);
      await Promise.allSettled([done]);
      await consumer.stop();
    }
  } finally {
    if (!given) await broker.close();
  }
}
