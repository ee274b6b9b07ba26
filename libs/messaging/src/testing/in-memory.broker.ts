import {
  RecordTooLargeError,
  TopicMismatchError,
  type BatchControl,
  type BrokerConsumer,
  type BrokerPort,
  type BrokerProducer,
  type ConsumeOptions,
  type HeaderValue,
  type IncomingRecord,
  type OutgoingRecord,
  type PartitionLag,
  type TopicSpec,
} from '../broker/broker.port';
import { crc32 } from 'node:zlib';

interface Topic {
  spec: TopicSpec;
  partitions: IncomingRecord[][];
}

interface Group {
  committed: Map<string, number>;
  members: Member[];
}

const defaultMaxBytes = 1_048_576;

/** Kafka as far as our services can tell, within one process: for tests of handlers that need no broker. */
export class InMemoryBroker implements BrokerPort {
  private readonly topics = new Map<string, Topic>();
  private readonly groups = new Map<string, Group>();

  async ensureTopics(specs: readonly TopicSpec[]): Promise<void> {
    for (const spec of specs) {
      const existing = this.topics.get(spec.name)?.spec;
      if (!existing) {
        this.topics.set(spec.name, { spec, partitions: Array.from({ length: spec.partitions }, () => []) });
      } else if (
        existing.partitions !== spec.partitions ||
        existing.cleanupPolicy !== spec.cleanupPolicy ||
        existing.retentionMs !== spec.retentionMs
      ) {
        throw new TopicMismatchError(`Topic ${spec.name} exists with other settings`);
      }
    }
  }

  async createProducer(): Promise<BrokerProducer> {
    return {
      send: async (records) => {
        records.forEach((record) => this.check(record));
        records.forEach((record) => this.append(record));
        for (const group of this.groups.values()) group.members.forEach((member) => member.wake());
      },
      disconnect: async () => undefined,
    };
  }

  async consume(options: ConsumeOptions): Promise<BrokerConsumer> {
    const group = this.groups.get(options.group) ?? { committed: new Map<string, number>(), members: [] };
    this.groups.set(options.group, group);
    const member = new Member(options, this.topics, group);
    group.members.push(member);
    await this.rebalance(group);
    return {
      stop: async () => {
        group.members.splice(group.members.indexOf(member), 1);
        await member.stop();
        await this.rebalance(group);
      },
      sinceLastPoll: () => 0,
    };
  }

  async lag(groupId: string, topics: readonly string[]): Promise<PartitionLag[]> {
    const committed = this.groups.get(groupId)?.committed;
    return topics.flatMap((topic) =>
      (this.topics.get(topic)?.partitions ?? []).map((records, partition) => ({
        topic,
        partition,
        lag: records.length - (committed?.get(`${topic}/${partition}`) ?? 0),
      })),
    );
  }

  async close(): Promise<void> {
    await Promise.all([...this.groups.values()].flatMap(({ members }) => members.map((member) => member.stop())));
  }

  /** Everything a topic holds, by partition and offset. */
  records(topic: string): IncomingRecord[] {
    return this.topics.get(topic)?.partitions.flat() ?? [];
  }

  private check(record: OutgoingRecord): void {
    const topic = this.topics.get(record.topic);
    if (!topic) throw new Error(`There is no topic ${record.topic}`);
    if ((record.value?.length ?? 0) > (topic.spec.maxMessageBytes ?? defaultMaxBytes)) {
      throw new RecordTooLargeError('The record is too large for its topic');
    }
  }

  private append(record: OutgoingRecord): void {
    const { partitions } = this.topics.get(record.topic)!;
    const key = record.key === null ? null : Buffer.from(record.key);
    const partition = key === null ? 0 : crc32(key) % partitions.length;
    const records = partitions[partition]!;
    records.push({
      topic: record.topic,
      partition,
      offset: String(records.length),
      key,
      value: record.value,
      headers: Object.fromEntries(Object.entries(record.headers).map(([name, value]) => [name, toBuffers(value)])),
      timestamp: String(Date.now()),
    });
  }

  private async rebalance(group: Group): Promise<void> {
    await Promise.all(group.members.map((member) => member.release()));
    group.members.forEach((member, index) => member.take(index, group.members.length));
  }
}

/** One member of a group: a loop per partition it owns. */
class Member {
  private generation = 0;
  private loops: Promise<void>[] = [];
  private readonly wakers = new Set<() => void>();
  private readonly pauses = new Set<() => void>();

  constructor(
    private readonly options: ConsumeOptions,
    private readonly topics: Map<string, Topic>,
    private readonly group: Group,
  ) {}

  take(index: number, of: number): void {
    const generation = (this.generation += 1);
    const places = this.options.topics.flatMap((topic) =>
      (this.topics.get(topic)?.partitions ?? []).map((_, partition) => ({ topic, partition })),
    );
    this.loops = places
      .filter((_, position) => position % of === index)
      .map(({ topic, partition }) => this.loop(topic, partition, () => this.generation === generation));
  }

  async release(): Promise<void> {
    this.generation += 1;
    this.wake();
    this.pauses.forEach((end) => end());
    this.pauses.clear();
    await Promise.all(this.loops);
    this.loops = [];
  }

  async stop(): Promise<void> {
    await this.release();
  }

  wake(): void {
    this.wakers.forEach((wake) => wake());
    this.wakers.clear();
  }

  private async loop(topic: string, partition: number, isOurs: () => boolean): Promise<void> {
    const place = `${topic}/${partition}`;
    const log = this.topics.get(topic)!.partitions[partition]!;
    let position = this.group.committed.get(place) ?? (this.options.from === 'end' ? log.length : 0);
    while (isOurs()) {
      const records = log.slice(position, position + 500);
      if (records.length === 0) {
        await new Promise<void>((resolve) => this.wakers.add(resolve));
        continue;
      }
      let pauseMs = 0;
      const control: BatchControl = {
        resolve: (record) => (position = Number(record.offset) + 1),
        commit: async () => void this.group.committed.set(place, position),
        heartbeat: async () => undefined,
        isActive: isOurs,
        pauseFor: (ms) => (pauseMs = ms),
      };
      await this.options.onBatch({ topic, partition, records }, control).catch(() => (pauseMs = 1_000));
      if (pauseMs > 0) await this.pause(pauseMs);
    }
  }

  /** Ends early when the partition is taken away. */
  private async pause(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        this.pauses.delete(end);
        resolve();
      }, ms);
      const end = () => {
        clearTimeout(timer);
        resolve();
      };
      this.pauses.add(end);
    });
  }
}

function toBuffers(value: HeaderValue): Buffer | Buffer[] {
  return Array.isArray(value) ? value.map((one) => Buffer.from(one)) : Buffer.from(value);
}
