import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccountRemoved, AppError, newId, requestErrors } from '@creator-connect/contracts';
import { currentContext } from '@creator-connect/observability';
import { sqlRows } from '@creator-connect/persistence';
import type { TestDatabase } from '@creator-connect/persistence/testing';
import { register } from 'prom-client';
import { RejectedEvent } from '../../src';
import type { IncomingRecord, OutgoingRecord } from '../../src/broker/broker.port';
import { InMemoryBroker, testPrefix } from '../../src/testing';
import { header, influencers, orgA, orgB, testDatabase, topicName, until } from './fixture';
import { startProbe, type ProbeApp } from './probe-app';

interface Effect {
  influencer_id: string;
  event_id: string;
  version: number;
}

interface Letter {
  status: string;
  error_class: string;
  error_message: string;
  attempts: number;
  event_id: string;
}

describe('consumer', () => {
  let database: TestDatabase;
  let broker: InMemoryBroker;
  let prefix: string;
  let probe: ProbeApp;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    database = await testDatabase();
  });

  afterAll(() => database.drop());

  const start = async (options: Parameters<typeof startProbe>[1] = {}) => {
    prefix = testPrefix();
    broker = new InMemoryBroker();
    probe = await startProbe(database, { broker, connection: { brokers: [], topicPrefix: prefix }, ...options });
  };

  beforeEach(async () => {
    await database.query('TRUNCATE probe.effects, probe.inbox, probe.dead_letter, probe.outbox');
    await database.query('UPDATE probe.outbox_lane SET owner = NULL, lease_until = NULL');
  });

  afterEach(() => probe.close());

  const effects = (influencerId?: string) =>
    database.query<Effect>(
      `SELECT influencer_id, event_id, version::int AS version FROM probe.effects
        WHERE $1::uuid IS NULL OR influencer_id = $1 ORDER BY seq`,
      [influencerId ?? null],
    );
  const versions = async (influencerId: string) => (await effects(influencerId)).map((effect) => effect.version);
  const letters = () =>
    database.query<Letter>(
      'SELECT id, status, error_class, error_message, attempts, event_id FROM probe.dead_letter ORDER BY first_at, kafka_offset',
    );
  const effectCount = async (count: number) => until(async () => (await effects()).length >= count);
  const send = async (records: OutgoingRecord[]) => (await broker.createProducer()).send(records);
  const again = (records: IncomingRecord[]) =>
    send(records.map(({ topic, key, value, headers }) => ({ topic, key, value, headers })));
  const metric = async (name: string) =>
    ((await register.getSingleMetric(name)?.get())?.values ?? []).reduce((sum, { value }) => sum + value, 0);

  it('names the organisation in the context of every log line of a handler, and when it is tried again', async () => {
    await start();
    const [influencerId] = influencers(1);
    const seen: (string | undefined)[] = [];
    const warn = jest.spyOn(Logger.prototype, 'warn');
    probe.behaviour.before = () => {
      seen.push(currentContext().organisationId);
      if (seen.length === 1) throw new Error('once');
    };
    await probe.emit(influencerId!, 1, orgB);
    await effectCount(1);
    expect(seen).toEqual([orgB, orgB]);
    expect(warn).toHaveBeenCalledWith(
      expect.objectContaining({ organisationId: orgB }),
      'A message will be tried again',
    );
    warn.mockRestore();
  });

  it('commits inbox row, effect and own event together, in the context of the event', async () => {
    await start();
    const [influencerId] = influencers(1);
    probe.behaviour.before = async (_event, tx) => {
      expect(probe.unitOfWork.current()).toBe(tx);
      expect(probe.unitOfWork.currentOrganisation()).toBe(orgA);
    };
    const eventId = await probe.emit(influencerId!, 1);
    await until(() => broker.records(prefix + AccountRemoved.topic.name).length === 1);
    expect(await effects()).toEqual([{ influencer_id: influencerId, event_id: eventId, version: 1 }]);
    const [cause] = broker.records(prefix + topicName);
    const [own] = broker.records(prefix + AccountRemoved.topic.name);
    expect(header(own!, 'ce_causationid')).toBe(eventId);
    expect(header(own!, 'ce_correlationid')).toBe(header(cause!, 'ce_correlationid'));
    const inbox = await database.query('SELECT consumer, source, event_id FROM probe.inbox');
    expect(inbox).toEqual([{ consumer: 'probe.test', source: '/services/probe', event_id: eventId }]);
  });

  it('drops what it has seen, however often and in whatever order it comes again', async () => {
    await start();
    const all = influencers(5);
    for (const version of [1, 2, 3]) for (const influencerId of all) await probe.emit(influencerId, version);
    await effectCount(15);
    const before = await effects();
    const duplicates = await metric('inbox_duplicates_total');
    const records = broker.records(prefix + topicName);
    await again([...records].reverse());
    await again(records);
    await until(async () => (await metric('inbox_duplicates_total')) === duplicates + 30);
    expect(await effects()).toEqual(before);
  });

  it('shows a handler only rows of the event’s organisation', async () => {
    await start();
    const seen: string[][] = [];
    await probe.emit(newId(), 1, orgA);
    await effectCount(1);
    probe.behaviour.before = async (_event, tx) => {
      const rows = await sqlRows<{ org_id: string }>(tx, 'SELECT org_id FROM effects');
      seen.push(rows.map((row) => row.org_id));
    };
    await probe.emit(newId(), 1, orgB);
    await effectCount(2);
    expect(seen).toEqual([[]]);
  });

  it('tries a failing handler 4 times more, parks the event, holds later ones of its key back, lets others pass', async () => {
    await start();
    const [broken, healthy] = influencers(2);
    let isBroken = true;
    probe.behaviour.before = (event) => {
      if (isBroken && event.data.influencerId === broken) (undefined as unknown as { boom(): void }).boom();
    };
    const first = await probe.emit(broken!, 1);
    const second = await probe.emit(broken!, 2);
    const third = await probe.emit(broken!, 3);
    for (const version of [1, 2, 3]) await probe.emit(healthy!, version);
    await until(async () => (await letters()).length === 3);
    await until(async () => (await versions(healthy!)).length === 3);
    expect(await letters()).toMatchObject([
      { status: 'parked', error_class: 'TypeError', attempts: 4, event_id: first },
      { status: 'blocked', attempts: 0, event_id: second },
      { status: 'blocked', attempts: 0, event_id: third },
    ]);
    expect(probe.behaviour.calls.filter((id) => id === first)).toHaveLength(5);
    expect(probe.behaviour.calls).not.toContain(second);
    expect(await versions(broken!)).toEqual([]);

    await until(() => broker.records(`${prefix}probe.test.dlt`).length === 3);
    const [letter] = broker.records(`${prefix}probe.test.dlt`);
    const [original] = broker.records(prefix + topicName).filter((record) => String(record.key) === broken);
    expect(letter!.key).toEqual(original!.key);
    expect(letter!.value).toEqual(original!.value);
    expect(header(letter!, 'ce_id')).toBe(first);
    expect(header(letter!, 'kafka_dlt-original-topic')).toBe(prefix + topicName);
    expect(header(letter!, 'kafka_dlt-original-offset')).toBe(original!.offset);
    expect(header(letter!, 'kafka_dlt-exception-fqcn')).toBe('TypeError');
    expect(header(letter!, 'kafka_dlt-status')).toBe('parked');

    const [parked, blocked] = await probe.deadLetters.list();
    const failed = await probe.deadLetters.replay(parked!.id, 'operator');
    expect(failed).toMatchObject({ replayed: 0, stoppedAt: { id: parked!.id, errorClass: 'TypeError' } });
    await expect(probe.deadLetters.replay(blocked!.id, 'operator')).rejects.toThrow('dead_letter_waits');

    isBroken = false;
    await expect(probe.deadLetters.replay(parked!.id, 'operator')).resolves.toEqual({ replayed: 3 });
    expect(await versions(broken!)).toEqual([1, 2, 3]);
    expect((await letters()).map((row) => row.status)).toEqual(['replayed', 'replayed', 'replayed']);
    await expect(probe.deadLetters.replay(parked!.id, 'operator')).rejects.toThrow('dead_letter_resolved');
    await probe.emit(broken!, 4);
    await until(async () => (await versions(broken!)).length === 4);
  });

  it('lets the followers go when the first is discarded', async () => {
    await start({ retryDelaysMs: [] });
    const [influencerId] = influencers(1);
    probe.behaviour.before = (event) => {
      if (event.aggregateversion === 1) throw new Error('never');
    };
    await probe.emit(influencerId!, 1);
    await probe.emit(influencerId!, 2);
    await until(async () => (await letters()).length === 2);
    const [parked] = await probe.deadLetters.list({ status: 'parked' });
    await expect(probe.deadLetters.discard(parked!.id, 'operator')).resolves.toEqual({ replayed: 1 });
    expect(await versions(influencerId!)).toEqual([2]);
  });

  it('serves the dead letters to operators', async () => {
    await start({ retryDelaysMs: [] });
    probe.behaviour.before = () => {
      throw new AppError(requestErrors.notFound, { detail: 'such an influencer of Bearer abcdefghijklmnop' });
    };
    await probe.emit(newId(), 1);
    await until(async () => (await letters()).length === 1);
    const app = probe.app as NestFastifyApplication;
    const list = await app.inject({ method: 'GET', url: '/internal/dead-letters?status=parked&limit=1' });
    const { items, nextCursor } = list.json<{ items: { id: string; errorMessage: string }[]; nextCursor: string }>();
    expect(items).toMatchObject([{ status: 'parked', errorClass: 'AppError', eventType: 'InfluencerAdded' }]);
    expect(items[0]!.errorMessage).not.toContain('abcdefghijklmnop');
    expect(nextCursor).toBe(items[0]!.id);
    probe.behaviour.before = undefined;
    const replay = await app.inject({ method: 'POST', url: `/internal/dead-letters/${items[0]!.id}/replays` });
    expect([replay.statusCode, replay.json()]).toEqual([200, { replayed: 1 }]);
    const gone = await app.inject({ method: 'POST', url: `/internal/dead-letters/${items[0]!.id}/discards` });
    expect(gone.statusCode).toBe(409);
    const unknown = await app.inject({ method: 'POST', url: `/internal/dead-letters/${newId()}/replays` });
    expect(unknown.statusCode).toBe(404);
  });

  it('waits out trouble of the database, however often, and parks nothing', async () => {
    await start({ retryDelaysMs: [] });
    let failures = 0;
    probe.behaviour.before = async (_event, tx) => {
      if ((failures += 1) > 3) return;
      if (failures === 1) throw Object.assign(new Error('could not serialize access'), { code: '40001' });
      if (failures === 2)
        await database.query(
          'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1 AND state LIKE $2',
          [database.roles.app, 'idle in transaction%'],
        );
      else throw new AppError(requestErrors.unavailable);
      await tx.query('SELECT 1');
    };
    const [influencerId] = influencers(1);
    await probe.emit(influencerId!, 1);
    await probe.emit(influencerId!, 2);
    await until(async () => (await versions(influencerId!)).length === 2);
    expect(await versions(influencerId!)).toEqual([1, 2]);
    expect(await letters()).toEqual([]);
    expect(failures).toBe(5);
  });

  it('parks an event that its handler refuses at once, and lets the key go on', async () => {
    await start();
    const [influencerId] = influencers(1);
    probe.behaviour.before = (event) => {
      if (event.aggregateversion === 1) throw new RejectedEvent('The influencer belongs to another organisation');
    };
    await probe.emit(influencerId!, 1);
    await probe.emit(influencerId!, 2);
    await until(async () => (await versions(influencerId!)).length === 1);
    expect(await letters()).toMatchObject([{ status: 'parked', error_class: 'RejectedEvent', attempts: 0 }]);
    expect(probe.behaviour.calls).toHaveLength(2);
  });

  describe('with a shared transaction', () => {
    it('does the messages of a partition together, in order', async () => {
      await start({ sharedTransaction: 100 });
      const all = influencers(3);
      await probe.unitOfWork.tenant(orgA, async () => {
        for (let version = 1; version <= 60; version += 1) {
          for (const influencerId of all) await probe.emit(influencerId, version);
        }
      });
      await effectCount(180);
      for (const influencerId of all) {
        expect(await versions(influencerId)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
      }
      const transactions = await database.query('SELECT DISTINCT xmin::text FROM probe.effects');
      expect(transactions.length).toBeLessThan(30);
    });

    it('rolls all of them back when one fails, and does them one by one', async () => {
      await start({ sharedTransaction: 100, retryDelaysMs: [] });
      const [good, bad] = influencers(2);
      probe.behaviour.before = (event) => {
        if (event.data.influencerId === bad && event.aggregateversion === 2) throw new Error('this one');
      };
      for (const version of [1, 2, 3]) for (const id of [good!, bad!]) await probe.emit(id, version);
      await until(async () => (await letters()).length === 2);
      await until(async () => (await versions(good!)).length === 3);
      expect(await versions(good!)).toEqual([1, 2, 3]);
      expect(await versions(bad!)).toEqual([1]);
      expect((await letters()).map((letter) => letter.status)).toEqual(['parked', 'blocked']);
    });
  });

  it('refuses to start when a topic is not as the catalogue says', async () => {
    await start();
    const other = new InMemoryBroker();
    await other.ensureTopics([{ name: prefix + topicName, partitions: 3, cleanupPolicy: 'delete', retentionMs: 1 }]);
    const refused = startProbe(database, { broker: other, connection: { brokers: [], topicPrefix: prefix } });
    await expect(refused).rejects.toThrow('other settings');
  });

  it('refuses to start when a handler would never get its event', async () => {
    await start();
    const refused = startProbe(database, { broker, topics: [], connection: { brokers: [], topicPrefix: prefix } });
    await expect(refused).rejects.toThrow('not consumed');
  });
});
