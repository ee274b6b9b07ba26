import { type EventDefinition, newId, type TopicDefinition, topics } from '@creator-connect/contracts';
import { type Admin, Kafka, logLevel, type Producer } from 'kafkajs';

/** The topics that this service writes and reads, of this test alone, and what other services would publish on them. */
export class TestTopics {
  private readonly kafka = new Kafka({
    clientId: 'oauth-test',
    brokers: (process.env['KAFKA_BROKERS'] ?? '').split(','),
    logLevel: logLevel.NOTHING,
  });
  private readonly admin: Admin = this.kafka.admin();
  private readonly producer: Producer = this.kafka.producer();

  constructor(readonly prefix: string) {}

  async start(): Promise<void> {
    await Promise.all([this.admin.connect(), this.producer.connect()]);
  }

  async publish<T>(event: EventDefinition<T>, data: T, source: string): Promise<void> {
    const headers = {
      'content-type': 'application/json',
      ce_specversion: '1.0',
      ce_id: newId(),
      ce_source: `/services/${source}`,
      ce_type: event.type,
      ce_subject: event.key(data),
      ce_time: new Date().toISOString(),
      ce_dataschema: event.dataschema,
      ce_partitionkey: event.key(data),
      ce_correlationid: newId(),
      ce_aggregateversion: '1',
    };
    const messages = [{ key: event.key(data), value: JSON.stringify(event.produce(data)), headers }];
    await this.producer.send({ topic: this.prefix + event.topic.name, messages });
  }

  async stop(): Promise<void> {
    await this.producer.disconnect();
    const all: TopicDefinition[] = Object.values(topics);
    const mine = (await this.admin.listTopics()).filter((name) => name.startsWith(this.prefix));
    const known = all.map((topic) => this.prefix + topic.name);
    await this.admin.deleteTopics({ topics: mine.filter((name) => known.includes(name) || name.endsWith('.dlt')) });
    await this.admin.disconnect();
  }
}
