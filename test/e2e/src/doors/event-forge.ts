import { randomUUID } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';

/** Puts an event on a topic that says it is one of ours and is not: what a service with a bug would send. */
export async function sendBrokenEvent(brokers: string, topic: string, type: string): Promise<{ key: string }> {
  const kafka = new Kafka({ clientId: 'forge', brokers: brokers.split(','), logLevel: logLevel.NOTHING });
  const producer = kafka.producer();
  const key = randomUUID();
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
    await producer.send({ topic, messages: [{ key, value: '{"handle":"somebody"}', headers }] });
  } finally {
    await producer.disconnect();
  }
  return { key };
}
