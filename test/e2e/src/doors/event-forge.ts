import { randomUUID } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';

export interface ForgedEvent {
  topic: string;
  type: string;
  key: string;
  data: Record<string, unknown>;
}

/** Puts an event on a topic that says it is one of ours. */
export async function sendEvent(brokers: string, { topic, type, key, data }: ForgedEvent): Promise<void> {
  const kafka = new Kafka({ clientId: 'forge', brokers: brokers.split(','), logLevel: logLevel.NOTHING });
  const producer = kafka.producer();
  await producer.connect();
  try {
    const headers = {
      ce_specversion: '1.0',
      ce_id: randomUUID(),
      ce_source: '/services/forge',
      ce_type: type,
      ce_time: new Date().toISOString(),
      ce_dataschema: `urn:creator-connect:event:${type}:v1`,
    };
    await producer.send({ topic, messages: [{ key, value: JSON.stringify(data), headers }] });
  } finally {
    await producer.disconnect();
  }
}

/** One that is none: what a service with a bug would send. */
export async function sendBrokenEvent(brokers: string, topic: string, type: string): Promise<{ key: string }> {
  const key = randomUUID();
  await sendEvent(brokers, { topic, type, key, data: { handle: 'somebody' } });
  return { key };
}
