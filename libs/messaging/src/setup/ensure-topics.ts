import { Kafka, logLevel } from 'kafkajs';
import type { TopicSpec } from '../broker/broker.port';
import { ensureKafkaTopics } from '../broker/kafkajs-topics';

/**
 * Creates the topics that are missing, as the catalogue describes them, for whoever prepares a broker and is no service.
 * Returns when the broker knows them all: kafkajs's own `waitForLeaders` gives up on one that is not known at once.
 */
export async function ensureTopics(brokers: readonly string[], topics: readonly TopicSpec[]): Promise<void> {
  const admin = new Kafka({
    clientId: 'creator-connect-topics',
    brokers: [...brokers],
    logLevel: logLevel.NOTHING,
  }).admin();
  await admin.connect();
  try {
    await ensureKafkaTopics(admin, topics);
  } finally {
    await admin.disconnect();
  }
}
