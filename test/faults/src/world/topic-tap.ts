import { Kafka, logLevel, type Admin, type Consumer } from 'kafkajs';
import { until } from '../wait';

export interface TappedRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Everything that is in some topics, as an outside consumer sees it: no library of ours, and no commits, so that it can
 * only ever see too much. Records are told apart by their place.
 */
export class TopicTap {
  private readonly records = new Map<string, TappedRecord>();
  private readonly admin: Admin;
  private consumer: Consumer | undefined;

  constructor(
    private readonly brokers: readonly string[],
    private readonly group: string,
  ) {
    this.admin = this.kafka().admin();
  }

  async start(topics: readonly string[]): Promise<void> {
    await this.admin.connect();
    // Begins again by itself after whatever happens to the broker.
    this.consumer = this.kafka().consumer({ groupId: this.group, retry: { retries: 100, maxRetryTime: 1_000 } });
    await this.consumer.connect();
    await this.consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await this.consumer.run({
      autoCommit: false,
      eachMessage: async ({ topic, partition, message }) => {
        const headers = Object.fromEntries(
          Object.entries(message.headers ?? {}).map(([name, value]) => [name, String(value)]),
        );
        const offset = Number(message.offset);
        const key = message.key?.toString() ?? '';
        this.records.set(`${topic}/${partition}/${offset}`, { topic, partition, offset, key, headers });
      },
    });
  }

  /** All that is in the topic now, in the order of each partition. */
  async read(topic: string): Promise<TappedRecord[]> {
    const ends = await this.admin.fetchTopicOffsets(topic);
    const count = ends.reduce((sum, { high, low }) => sum + Number(high) - Number(low), 0);
    const seen = () => [...this.records.values()].filter((record) => record.topic === topic);
    await until(`all of ${topic} was read`, () => seen().length >= count);
    return seen().sort((a, b) => a.partition - b.partition || a.offset - b.offset);
  }

  /** Records that the group has still to handle. */
  async lag(group: string, topic: string): Promise<number> {
    const [ends, [committed]] = await Promise.all([
      this.admin.fetchTopicOffsets(topic),
      this.admin.fetchOffsets({ groupId: group, topics: [topic] }),
    ]);
    const done = new Map(committed?.partitions.map(({ partition, offset }) => [partition, Number(offset)]));
    return ends.reduce((sum, { partition, high, low }) => {
      const offset = done.get(partition) ?? -1;
      return sum + Number(high) - (offset < 0 ? Number(low) : offset);
    }, 0);
  }

  async allowLargeRecords(topic: string): Promise<void> {
    const configEntries = [{ name: 'max.message.bytes', value: '4194304' }];
    // 2: a topic.
    await this.admin.alterConfigs({ validateOnly: false, resources: [{ type: 2, name: topic, configEntries }] });
  }

  async stop(): Promise<void> {
    // A consumer that cannot say goodbye to its group must not keep the other client's socket open.
    await Promise.allSettled([this.consumer?.disconnect(), this.admin.disconnect()]);
  }

  private kafka(): Kafka {
    return new Kafka({ clientId: 'faults-tap', brokers: [...this.brokers], logLevel: logLevel.NOTHING });
  }
}
