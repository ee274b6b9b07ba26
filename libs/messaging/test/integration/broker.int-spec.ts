import { Logger } from '@nestjs/common';
import { newId } from '@creator-connect/contracts';
import {
  RecordTooLargeError,
  TopicMismatchError,
  type BatchControl,
  type BrokerConsumer,
  type BrokerPort,
  type ConsumeOptions,
  type IncomingBatch,
  type OutgoingRecord,
  type TopicSpec,
} from '../../src/broker/broker.port';
import { InMemoryBroker, testPrefix } from '../../src/testing';
import { kafkaBroker, until } from './fixture';

const day = 86_400_000;

/** What every broker adapter must do, the pretended one included: else tests with it would prove nothing. */
describe.each([
  ['Kafka through kafkajs', () => kafkaBroker()],
  ['in memory', () => new InMemoryBroker()],
])('broker: %s', (_name, create: () => BrokerPort) => {
  let broker: BrokerPort;
  let topic: TopicSpec;
  const consumers: BrokerConsumer[] = [];

  beforeAll(() => {
    Logger.overrideLogger(false);
    broker = create();
  });

  afterAll(() => broker.close());

  beforeEach(async () => {
    topic = { name: `${testPrefix()}contract`, partitions: 3, cleanupPolicy: 'delete', retentionMs: day };
    await broker.ensureTopics([topic]);
  });

  afterEach(() => Promise.all(consumers.splice(0).map((consumer) => consumer.stop())));

  const record = (key: string | null, value: string | null): OutgoingRecord => ({
    topic: topic.name,
    key,
    value: value === null ? null : Buffer.from(value),
    headers: {},
  });

  const send = async (records: OutgoingRecord[]) => {
    const producer = await broker.createProducer();
    try {
      await producer.send(records);
    } finally {
      await producer.disconnect();
    }
  };

  const consume = async (
    onBatch: (batch: IncomingBatch, control: BatchControl) => Promise<void>,
    from: ConsumeOptions['from'] = 'beginning',
  ): Promise<BrokerConsumer> => {
    const consumer = await broker.consume({
      group: `${topic.name}contract`,
      from,
      topics: [topic.name],
      concurrency: 3,
      sessionTimeoutMs: 6_000,
      onFatal: () => undefined,
      onBatch,
    });
    consumers.push(consumer);
    return consumer;
  };

  /** Handles everything at once and commits. */
  const collectInto = (seen: string[]) => async (batch: IncomingBatch, control: BatchControl) => {
    for (const one of batch.records) {
      if (!control.isActive()) break;
      seen.push(String(one.value));
      control.resolve(one);
    }
    await control.commit();
  };

  it('delivers what was published before the group existed, in the order of each key', async () => {
    const values = Array.from({ length: 30 }, (_, index) => `${index % 5}:${index}`);
    await send(values.map((value) => record(value.split(':')[0]!, value)));
    const seen: string[] = [];
    await consume(collectInto(seen));
    await until(() => seen.length === 30);
    for (const key of ['0', '1', '2', '3', '4']) {
      const ofKey = seen.filter((value) => value.startsWith(`${key}:`));
      expect(ofKey).toEqual(values.filter((value) => value.startsWith(`${key}:`)));
    }
  });

  it('begins at the end where that was asked for', async () => {
    await send([record('k', 'old')]);
    const seen: string[] = [];
    await consume(collectInto(seen), 'end');
    await until(async () => {
      await send([record('k', 'new')]);
      await new Promise((resolve) => setTimeout(resolve, 100));
      return seen.length > 0;
    });
    expect(new Set(seen)).toEqual(new Set(['new']));
  });

  it('keeps bytes, null values, missing keys and repeated headers as they are', async () => {
    const bytes = Buffer.from([0, 255, 1, 254]);
    await send([
      { ...record('k', null), headers: { one: 'text', two: bytes, many: ['a', 'b'] } },
      { ...record(null, null), value: bytes },
    ]);
    const batches: IncomingBatch[] = [];
    await consume(async (batch, control) => {
      batches.push(batch);
      control.resolve(batch.records.at(-1)!);
    });
    await until(() => batches.flatMap((batch) => batch.records).length === 2);
    const records = batches.flatMap((batch) => batch.records);
    const keyed = records.find((one) => one.key !== null)!;
    expect([String(keyed.key), keyed.value]).toEqual(['k', null]);
    expect(keyed.headers).toEqual({ one: Buffer.from('text'), two: bytes, many: [Buffer.from('a'), Buffer.from('b')] });
    expect(records.find((one) => one.key === null)!.value).toEqual(bytes);
  });

  it('delivers again what was not resolved, after the pause that was asked for, and other partitions meanwhile', async () => {
    await send([record('0', 'first'), record('0', 'second'), ...['1', '2', '3', '4'].map((key) => record(key, key))]);
    const seen: string[] = [];
    let failedAt = 0;
    let retriedAt = 0;
    await consume(async (batch, control) => {
      for (const one of batch.records) {
        const value = String(one.value);
        if (value === 'second' && failedAt === 0) {
          failedAt = performance.now();
          control.pauseFor(300);
          return;
        }
        if (value === 'second') retriedAt = performance.now();
        seen.push(value);
        control.resolve(one);
      }
    });
    await until(() => seen.length === 6);
    expect(retriedAt - failedAt).toBeGreaterThan(290);
    expect(seen.filter((value) => value === 'first')).toHaveLength(1);
    expect(new Set(seen).size).toBe(6);
  });

  it('goes on where the group had committed, and repeats what was resolved only', async () => {
    await send([record('k', 'committed'), record('k', 'resolved')]);
    let handled = 0;
    const first = await consume(async (batch, control) => {
      control.resolve(batch.records[0]!);
      await control.commit();
      if (batch.records.length > 1) control.resolve(batch.records[1]!);
      handled += batch.records.length;
    });
    await until(() => handled >= 2);
    consumers.splice(consumers.indexOf(first), 1);
    await first.stop();
    const seen: string[] = [];
    await consume(collectInto(seen));
    await until(() => seen.length > 0);
    expect(seen).toEqual(['resolved']);
  });

  it('pauses a partition whose batch ended in an unexpected error, and goes on', async () => {
    await send([record('k', 'value')]);
    let calls = 0;
    const seen: string[] = [];
    await consume(async (batch, control) => {
      if ((calls += 1) === 1) throw new TypeError('a bug');
      await collectInto(seen)(batch, control);
    });
    await until(() => seen.length === 1);
    expect(calls).toBe(2);
  });

  it('shares the partitions between members, and gives them all to the one that stays', async () => {
    const seen: string[][] = [[], []];
    await consume(collectInto(seen[0]!));
    const second = await consume(collectInto(seen[1]!));
    const keys = Array.from({ length: 60 }, (_, index) => String(index));
    await send(keys.map((key) => record(key, key)));
    await until(() => seen.flat().length >= 60);
    expect(new Set(seen.flat()).size).toBe(60);
    consumers.splice(consumers.indexOf(second), 1);
    await second.stop();
    const before = seen[0]!.length;
    await send(keys.map((key) => record(key, `again ${key}`)));
    await until(() => seen[0]!.length >= before + 60);
    expect(seen[1]!.some((value) => value.startsWith('again'))).toBe(false);
  });

  it('finishes the record in hand before it stops, and commits it', async () => {
    await send(Array.from({ length: 20 }, (_, index) => record('k', String(index))));
    const seen: string[] = [];
    const slow = await consume(async (batch, control) => {
      for (const one of batch.records) {
        if (!control.isActive()) break;
        await new Promise((resolve) => setTimeout(resolve, 50));
        seen.push(String(one.value));
        control.resolve(one);
      }
      await control.commit();
    });
    await until(() => seen.length >= 2);
    consumers.splice(consumers.indexOf(slow), 1);
    await slow.stop();
    const done = seen.length;
    expect(done).toBeLessThan(20);
    const rest: string[] = [];
    await consume(collectInto(rest));
    await until(() => seen.length + rest.length >= 20);
    expect([...seen, ...rest]).toEqual(Array.from({ length: 20 }, (_, index) => String(index)));
  });

  it('tells how far a group is behind', async () => {
    await send(Array.from({ length: 10 }, (_, index) => record(String(index), 'x')));
    const total = async () =>
      (await broker.lag(`${topic.name}contract`, [topic.name])).reduce((sum, { lag }) => sum + lag, 0);
    expect(await total()).toBe(10);
    const seen: string[] = [];
    await consume(collectInto(seen));
    await until(async () => (await total()) === 0);
  });

  it('refuses a record that is larger than its topic takes, by that name', async () => {
    await expect(send([record('k', 'x'.repeat(1_200_000))])).rejects.toThrow(RecordTooLargeError);
    const large: TopicSpec = { ...topic, name: `${topic.name}.large`, maxMessageBytes: 3_000_000 };
    await broker.ensureTopics([large]);
    await send([{ ...record('k', 'x'.repeat(2_000_000)), topic: large.name }]);
  });

  it('refuses to go on with a topic that exists otherwise, and accepts one that is right', async () => {
    await broker.ensureTopics([topic]);
    await expect(broker.ensureTopics([{ ...topic, partitions: 4 }])).rejects.toThrow(TopicMismatchError);
    await expect(broker.ensureTopics([{ ...topic, retentionMs: 2 * day }])).rejects.toThrow(TopicMismatchError);
    await expect(broker.ensureTopics([{ ...topic, cleanupPolicy: 'compact' }])).rejects.toThrow(TopicMismatchError);
    await Promise.all([1, 2, 3].map(() => broker.ensureTopics([{ ...topic, name: `${topic.name}.${newId()}` }])));
  });
});
