import { ensureTopics } from '@creator-connect/messaging/setup';
import { Kafka, logLevel } from 'kafkajs';

/** What the broker and two plain clients need for as many single messages. */
export async function bareLatencies(brokers: string[], messages: number): Promise<number[]> {
  const kafka = new Kafka({ clientId: 'bare', brokers, logLevel: logLevel.NOTHING });
  const bare = `bench-latency-${Date.now()}`;
  const [producer, consumer] = [kafka.producer(), kafka.consumer({ groupId: bare })];
  await Promise.all([producer.connect(), consumer.connect()]);
  await ensureTopics(brokers, [{ name: bare, partitions: 1, cleanupPolicy: 'delete', retentionMs: 3_600_000 }]);
  const latencies: number[] = [];
  await consumer.subscribe({ topics: [bare], fromBeginning: true });
  await consumer.run({
    eachMessage: async ({ message }) => void latencies.push(Date.now() - Number(message.value!.toString())),
  });
  await producer.send({ topic: bare, messages: [{ value: String(Date.now()) }] });
  for (let sent = 1; sent <= messages; sent += 1) {
    while (latencies.length < sent) await new Promise((wait) => setTimeout(wait, 5));
    await producer.send({ topic: bare, messages: [{ value: String(Date.now()) }] });
  }
  await Promise.all([consumer.disconnect(), producer.disconnect()]);
  // The first one waited for the group to form.
  return latencies.slice(1);
}

/** The value that this share of them does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}
