import { Kafka, logLevel, type Consumer } from 'kafkajs';
import { eventually } from './wait';

/** An event as an outside consumer sees it: CloudEvents headers and a JSON value. */
export interface SeenEvent {
  type: string;
  id: string;
  time: string;
  topic: string;
  key: string;
  correlationId: string;
  data: Record<string, unknown>;
}

/** A plain kafkajs consumer with nothing of ours in it: what it sees is what any analytics pipeline can see. */
export class EventTap {
  readonly events: SeenEvent[] = [];
  readonly #consumer: Consumer;

  constructor(brokers: string, name: string) {
    const kafka = new Kafka({ clientId: name, brokers: brokers.split(','), logLevel: logLevel.NOTHING });
    this.#consumer = kafka.consumer({ groupId: `${name}-${process.pid}-${Date.now()}` });
  }

  async start(topics: string[]): Promise<void> {
    await this.#consumer.connect();
    await this.#consumer.subscribe({ topics, fromBeginning: true });
    await this.#consumer.run({
      eachMessage: async ({ topic, message }) => {
        const type = message.headers?.['ce_type']?.toString();
        if (!type || !message.value) return;
        this.events.push({
          type,
          id: message.headers?.['ce_id']?.toString() ?? '',
          time: message.headers?.['ce_time']?.toString() ?? '',
          topic,
          key: message.key?.toString() ?? '',
          correlationId: message.headers?.['ce_correlationid']?.toString() ?? '',
          data: JSON.parse(message.value.toString()) as Record<string, unknown>,
        });
      },
    });
  }

  of(type: string, accountId: string): SeenEvent[] {
    return this.events.filter((event) => event.type === type && event.data['accountId'] === accountId);
  }

  /** Events of this type that came of the same request or platform answer as that one. */
  followed(type: string, { correlationId }: SeenEvent): SeenEvent[] {
    return this.events.filter((event) => event.type === type && event.correlationId === correlationId);
  }

  /** The nth event of this type about the account that happened since then, waited for. */
  see(type: string, accountId: string, since: Date, nth = 1): Promise<SeenEvent> {
    return eventually(`${nth === 1 ? '' : `${nth} × `}${type} on Kafka`, async () => {
      const recent = this.of(type, accountId).filter((event) => new Date(event.time) >= since);
      return recent[nth - 1];
    });
  }

  async stop(): Promise<void> {
    await this.#consumer.disconnect();
  }
}
