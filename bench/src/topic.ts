import { Kafka, logLevel } from 'kafkajs';
import { topics } from '@creator-connect/contracts';

/**
 * The topic of authorizations as the catalogue describes it: no broker makes one by itself here, a relay waits for one that
 * is missing for ever, and a service refuses one of other settings.
 */
export async function createAuthorizationTopic(brokers: string[], prefix: string): Promise<string> {
  const { name, partitions, cleanupPolicy, retentionMs } = topics.authorization;
  const topic = `${prefix}${name}`;
  const settings = { 'cleanup.policy': cleanupPolicy, 'retention.ms': String(retentionMs) };
  const configEntries = Object.entries(settings).map(([key, value]) => ({ name: key, value }));
  const admin = new Kafka({ clientId: 'bench', brokers, logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  try {
    await admin.createTopics({ waitForLeaders: true, topics: [{ topic, numPartitions: partitions, configEntries }] });
  } finally {
    await admin.disconnect();
  }
  return topic;
}
