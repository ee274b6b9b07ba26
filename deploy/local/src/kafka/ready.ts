import { Kafka, logLevel } from 'kafkajs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Never created or joined: asked for only to see that the broker can answer about topics and groups. */
const trialTopic = 'connect.start-check';
const trialGroup = 'connect.start-check';

async function attempt(brokers: readonly string[]): Promise<void> {
  const kafka = new Kafka({
    clientId: 'connect-runner',
    brokers: [...brokers],
    logLevel: logLevel.NOTHING,
    connectionTimeout: 1000,
    requestTimeout: 5000,
    retry: { retries: 0 },
  });
  const admin = kafka.admin();
  try {
    await admin.connect();
    const topics = [{ topic: trialTopic, numPartitions: 1 }];
    await admin.createTopics({ validateOnly: true, waitForLeaders: false, topics });
    await admin.fetchOffsets({ groupId: trialGroup });
  } finally {
    await admin.disconnect();
  }
}

/**
 * Waits until the broker accepts topics and its group coordinator answers. An open port is not enough: until then
 * every client that joins logs errors.
 */
export async function untilKafkaAnswers(
  brokers: readonly string[],
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    try {
      await attempt(brokers);
      return;
    } catch (error) {
      signal?.throwIfAborted();
      if (Date.now() > deadline) throw new Error('Kafka did not answer in time.', { cause: error });
      await sleep(100);
    }
  }
}
