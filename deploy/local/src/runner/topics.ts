import { topics } from '@creator-connect/contracts';
import { Kafka, logLevel } from 'kafkajs';

/**
 * Creates the catalogue's topics that do not exist yet, before any service starts: a consumer that subscribes to a
 * missing topic would fail, and nothing here creates topics on its own.
 */
export async function createTopics(brokers: readonly string[]): Promise<void> {
  const kafka = new Kafka({ clientId: 'connect-runner', brokers: [...brokers], logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  try {
    const existing = new Set(await admin.listTopics());
    const missing = Object.values(topics).filter((topic) => !existing.has(topic.name));
    if (missing.length === 0) return;
    await admin.createTopics({
      waitForLeaders: true,
      topics: missing.map((topic) => ({
        topic: topic.name,
        numPartitions: topic.partitions,
        configEntries: [
          { name: 'cleanup.policy', value: topic.cleanupPolicy },
          { name: 'retention.ms', value: String(topic.retentionMs) },
        ],
      })),
    });
  } finally {
    await admin.disconnect();
  }
}
