import { Logger } from '@nestjs/common';
import { InfluencerAdded, newId } from '@creator-connect/contracts';
import { runInContext } from '@creator-connect/observability';
import type { TestDatabase } from '@creator-connect/persistence/testing';
import { LaneLeases } from '../../src/outbox/lane-leases';
import { LanePublisher, LaneLostError } from '../../src/outbox/lane-publisher';
import { OutboxReader } from '../../src/outbox/outbox-reader';
import { ProducerPool } from '../../src/outbox/producer-pool';
import { Relay, relayDefaults } from '../../src/outbox/relay';
import { laneOf } from '../../src/outbox/lanes';
import { InMemoryBroker, KafkaProxy, testPrefix } from '../../src/testing';
import {
  header,
  influencers,
  kafkaBroker,
  kafkaBrokers,
  orgA,
  readTopic,
  RelayBench,
  testDatabase,
  topicName,
  topicSpec,
  until,
  versionsByKey,
} from './fixture';

describe('relay', () => {
  const broker = kafkaBroker();
  let database: TestDatabase;
  let bench: RelayBench;
  let prefix: string;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    database = await testDatabase();
  });

  beforeEach(async () => {
    prefix = testPrefix();
    await database.query('TRUNCATE probe.outbox');
    await database.query('UPDATE probe.outbox_lane SET owner = NULL, lease_until = NULL');
    await broker.ensureTopics([topicSpec(prefix)]);
    bench = new RelayBench(database, prefix);
  });

  afterEach(() => bench.close());

  afterAll(async () => {
    await broker.close();
    await database.drop();
  });

  it('sends every committed event once, in the order of its aggregate, as a binary CloudEvent', async () => {
    const { unitOfWork, outbox } = await bench.connect();
    const relay = await bench.relay(broker);
    const all = influencers(40);
    relay.start();
    await runInContext({ correlationId: 'corr-1', causationId: 'cause-1', traceparent: '00-aa-bb-01' }, async () => {
      for (let round = 0; round < 10; round += 1) await bench.emit(unitOfWork, outbox, all);
    });
    await unitOfWork
      .tenant(orgA, async () => {
        await bench.emit(unitOfWork, outbox, all);
        throw new Error('rolled back');
      })
      .catch(() => undefined);
    await bench.published();
    await relay.stop();

    const records = await readTopic(broker, prefix + topicName);
    expect(records).toHaveLength(400);
    const versions = versionsByKey(records);
    for (const influencerId of all) expect(versions.get(influencerId)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const [record] = records;
    expect(JSON.parse(String(record!.value))).toMatchObject({ organisationId: orgA, by: 'import' });
    expect(Object.fromEntries(Object.keys(record!.headers).map((name) => [name, header(record!, name)]))).toEqual({
      'content-type': 'application/json',
      ce_specversion: '1.0',
      ce_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      ce_source: '/services/probe',
      ce_type: 'InfluencerAdded',
      ce_subject: String(record!.key),
      ce_time: expect.stringMatching(/^\d{4}-.*Z$/),
      ce_dataschema: InfluencerAdded.dataschema,
      ce_partitionkey: String(record!.key),
      ce_correlationid: 'corr-1',
      ce_causationid: 'cause-1',
      ce_traceparent: '00-aa-bb-01',
      ce_aggregateversion: '1',
      id: header(record!, 'ce_id'),
    });
  });

  it('publishes right after the commit in its own process, without waiting for the next look', async () => {
    const { dataSource, unitOfWork, outbox, signal } = await bench.connect();
    const relay = new Relay(dataSource, broker, signal, {
      ...relayDefaults,
      pollMs: 30_000,
      service: 'probe',
      source: '/services/probe',
      topicPrefix: prefix,
    });
    relay.start();
    const owned = async () =>
      (await database.query('SELECT 1 FROM probe.outbox_lane WHERE owner IS NOT NULL')).length === 8;
    await until(owned);
    await bench.emit(unitOfWork, outbox, influencers(1));
    await bench.published(3_000);
    await relay.stop();
    expect(await owned()).toBe(false);
  });

  it('finds a row whose transaction committed after later rows were sent', async () => {
    const { unitOfWork, outbox } = await bench.connect();
    const relay = await bench.relay(broker);
    relay.start();
    const [early, late] = influencers(2);
    const other = await bench.connect();
    await unitOfWork.tenant(orgA, async () => {
      await bench.emit(unitOfWork, outbox, [early!]);
      await bench.emit(other.unitOfWork, other.outbox, [late!]);
      const sent = 'SELECT 1 FROM probe.outbox WHERE published_at IS NOT NULL';
      await until(async () => (await database.query(sent)).length === 1);
    });
    await bench.published();
    await relay.stop();
    expect(await readTopic(broker, prefix + topicName)).toHaveLength(2);
  });

  it('shares lanes between relays, and refuses the marks of one whose lease was taken over', async () => {
    const { dataSource, unitOfWork, outbox } = await bench.connect();
    const memory = new InMemoryBroker();
    await memory.ensureTopics([topicSpec(prefix)]);
    const publisherOf = (owner: string) =>
      new LanePublisher(
        dataSource,
        new OutboxReader(dataSource, '/services/probe', prefix),
        new ProducerPool(memory, 1),
        {
          ...relayDefaults,
          service: 'probe',
          owner,
        },
      );
    const zombie = new LaneLeases(dataSource, 'zombie', 100);
    const peer = new LaneLeases(dataSource, 'peer', 10_000);
    await zombie.renew();
    await peer.renew();
    expect([zombie.lanes().length, peer.lanes().length]).toEqual([8, 0]);
    const [influencerId] = influencers(1);
    const lane = laneOf(influencerId!);
    const stale = { ...zombie.get(lane)!, validUntil: Infinity };
    await bench.emit(unitOfWork, outbox, [influencerId!]);

    await until(async () => {
      await peer.renew();
      return peer.lanes().length === 8;
    });
    await expect(publisherOf('zombie').publishNext(stale)).rejects.toThrow(LaneLostError);
    expect(await bench.unpublished()).toBe(1);
    await publisherOf('peer').publishNext(peer.get(lane)!);
    expect(await bench.unpublished()).toBe(0);
    await zombie.renew();
    expect(zombie.lanes()).toEqual([]);
    expect(memory.records(prefix + topicName)).toHaveLength(2);
  });

  it('parks a row that is too large and sends those behind it', async () => {
    const { unitOfWork, outbox } = await bench.connect();
    const relay = await bench.relay(broker, { maxRecordBytes: 1_500 });
    const [influencerId] = influencers(1);
    const causationId = 'x'.repeat(1_500);
    await runInContext({ correlationId: newId(), causationId }, () => bench.emit(unitOfWork, outbox, [influencerId!]));
    await bench.emit(unitOfWork, outbox, [influencerId!]);
    relay.start();
    await bench.published();
    await relay.stop();
    const records = await readTopic(broker, prefix + topicName);
    expect(records.map((record) => header(record, 'ce_aggregateversion'))).toEqual(['2']);
    const letters = await database.query('SELECT consumer, status, blocks, error_class FROM probe.dead_letter');
    expect(letters).toEqual([
      { consumer: 'probe.relay', status: 'parked', blocks: false, error_class: 'RecordTooLarge' },
    ]);
  });

  it('parks only the row that the broker refuses for its size', async () => {
    const { unitOfWork, outbox } = await bench.connect();
    const memory = new InMemoryBroker();
    await memory.ensureTopics([{ ...topicSpec(prefix), maxMessageBytes: 10 }]);
    const relay = await bench.relay(memory);
    await database.query('TRUNCATE probe.dead_letter');
    await bench.emit(unitOfWork, outbox, influencers(3));
    relay.start();
    await bench.published();
    await relay.stop();
    expect(await database.query('SELECT 1 FROM probe.dead_letter')).toHaveLength(3);
  });

  describe('behind a network that loses replies', () => {
    let proxy: KafkaProxy;
    let proxied: ReturnType<typeof kafkaBroker>;

    beforeEach(async () => {
      const [host, port] = kafkaBrokers()[0]!.split(':');
      proxy = new KafkaProxy({ host: host!, port: Number(port) });
      proxied = kafkaBroker(await proxy.start());
    });

    afterEach(async () => {
      await proxied.close();
      await proxy.stop();
    });

    it('loses nothing when the k-th produce reply is lost under load, for k = 1 to 10', async () => {
      const { unitOfWork, outbox } = await bench.connect();
      const relay = await bench.relay(proxied, { maxRows: 20 });
      proxy.dropReplies('produce', (nth) => nth <= 20 && nth % 2 === 1);
      relay.start();
      const all = influencers(30);
      for (let round = 0; round < 20; round += 1) await bench.emit(unitOfWork, outbox, all);
      await bench.published(30_000);
      await relay.stop();
      expect(proxy.dropped['produce']).toBe(10);
      const versions = versionsByKey(await readTopic(broker, prefix + topicName));
      const expected = Array.from({ length: 20 }, (_, index) => index + 1);
      for (const influencerId of all) expect(versions.get(influencerId)).toEqual(expected);
    });

    it('gives a producer up, sends the same rows through a new one, and loses nothing', async () => {
      const { unitOfWork, outbox } = await bench.connect();
      const relay = await bench.relay(proxied);
      const producers = jest.spyOn(proxied, 'createProducer');
      const [influencerId] = influencers(1);
      relay.start();
      await bench.emit(unitOfWork, outbox, [influencerId!]);
      await bench.published();
      proxy.dropReplies('produce', () => true);
      await bench.emit(unitOfWork, outbox, [influencerId!]);
      await until(() => (proxy.dropped['produce'] ?? 0) >= 6, 30_000);
      await until(() => {
        try {
          relay.check();
          return false;
        } catch {
          return true;
        }
      });
      proxy.heal();
      await bench.emit(unitOfWork, outbox, [influencerId!]);
      await bench.published(30_000);
      relay.check();
      await relay.stop();
      expect(producers.mock.calls.length).toBeGreaterThan(1);
      const versions = versionsByKey(await readTopic(broker, prefix + topicName));
      expect(versions.get(influencerId!)).toEqual([1, 2, 3]);
    });
  });
});
