import { Logger } from '@nestjs/common';
import { InfluencerAdded, newId } from '@creator-connect/contracts';
import type { TestDatabase } from '@creator-connect/persistence/testing';
import type { HeaderValue, OutgoingRecord } from '../../src/broker/broker.port';
import { testPrefix } from '../../src/testing';
import {
  header,
  influencers,
  kafkaBroker,
  kafkaBrokers,
  orgA,
  readTopic,
  testDatabase,
  topicName,
  topicSpec,
  until,
} from './fixture';
import { startProbe, type ProbeApp } from './probe-app';

const envelope = (changes: Record<string, HeaderValue> = {}): Record<string, HeaderValue> => ({
  'content-type': 'application/json',
  ce_specversion: '1.0',
  ce_id: newId(),
  ce_source: '/services/stranger',
  ce_type: 'InfluencerAdded',
  ce_aggregateversion: '1',
  ...changes,
});

const without = (name: string) => {
  const headers = envelope();
  delete headers[name];
  return headers;
};

const dataFor = (influencerId: string) => ({
  organisationId: orgA,
  influencerId,
  by: 'import',
  addedAt: '2026-01-02T03:04:05.000Z',
});

const json = (value: unknown) => Buffer.from(JSON.stringify(value));

/** [what, value, headers, error class]; each goes under a key of its own. */
const poisons: [string, Buffer | null, Record<string, HeaderValue>, string][] = [
  ['broken JSON', Buffer.from('{"organisationId":'), envelope(), 'InvalidEnvelope'],
  ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00]), envelope(), 'InvalidEnvelope'],
  ['a null value', null, envelope(), 'InvalidEnvelope'],
  ['no headers', json(dataFor(newId())), {}, 'InvalidEnvelope'],
  ['no event id', json(dataFor(newId())), without('ce_id'), 'InvalidEnvelope'],
  ['an id that PostgreSQL cannot store', json(dataFor(newId())), envelope({ ce_id: 'a\u0000b' }), 'InvalidEnvelope'],
  ['another version of CloudEvents', json(dataFor(newId())), envelope({ ce_specversion: '0.3' }), 'InvalidEnvelope'],
  ['2 MB', Buffer.alloc(2_000_000, 'x'), envelope(), 'InvalidEnvelope'],
  ['an unknown type', json({}), envelope({ ce_type: 'InfluencerExploded' }), 'UnknownEventType'],
  ['a missing field', json({ organisationId: orgA }), envelope(), 'SchemaFailure'],
  ['a wrong type of field', json({ ...dataFor(newId()), addedAt: 5 }), envelope(), 'SchemaFailure'],
  ['an array', json([]), envelope(), 'SchemaFailure'],
  ['deep nesting', Buffer.from('['.repeat(100_000) + ']'.repeat(100_000)), envelope(), 'SchemaFailure'],
];

describe('poison in a topic', () => {
  const broker = kafkaBroker();
  let database: TestDatabase;
  let probe: ProbeApp;
  let prefix: string;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    database = await testDatabase();
    prefix = testPrefix();
    await broker.ensureTopics([{ ...topicSpec(prefix), maxMessageBytes: 4_000_000 }]);
    probe = await startProbe(database, {
      connection: { brokers: kafkaBrokers(), topicPrefix: prefix, groupPrefix: prefix },
    });
  });

  afterAll(async () => {
    await probe.close();
    await broker.close();
    await database.drop();
  });

  const send = async (records: OutgoingRecord[]) => {
    const producer = await broker.createProducer();
    await producer.send(records);
    await producer.disconnect();
  };
  const record = (key: string | null, value: Buffer | null, headers: Record<string, HeaderValue>): OutgoingRecord => ({
    topic: prefix + topicName,
    key,
    value,
    headers,
  });
  const effectOf = async (influencerId: string) =>
    (await database.query('SELECT 1 FROM probe.effects WHERE influencer_id = $1', [influencerId])).length === 1;

  it('is put aside untouched, with the reason, while everything else flows', async () => {
    const keys = poisons.map((_, index) => `poison-${index}`);
    const healthy = influencers(30);
    await send([
      ...poisons.map(([, value, headers], index) => record(keys[index]!, value, headers)),
      record(null, json({}), envelope({ ce_type: 'Keyless' })),
      ...healthy.map((influencerId) => record(influencerId, json(dataFor(influencerId)), envelope())),
    ]);
    const lag = async () =>
      (await broker.lag(`${prefix}probe.test`, [prefix + topicName])).reduce((sum, entry) => sum + entry.lag, 0);
    await until(async () => (await lag()) === 0);
    expect(await database.query('SELECT 1 FROM probe.effects')).toHaveLength(30);
    const letters = await database.query<{
      key: string | null;
      status: string;
      error_class: string;
      value: Buffer | null;
    }>(
      `SELECT encode(key, 'escape') AS key, status, error_class, value FROM probe.dead_letter ORDER BY key NULLS LAST`,
    );
    expect(letters).toHaveLength(poisons.length + 1);
    for (const [index, [, value, , errorClass]] of poisons.entries()) {
      const letter = letters.find((one) => one.key === keys[index]);
      expect(letter).toMatchObject({ status: 'parked', error_class: errorClass });
      expect(letter!.value?.equals(value!) ?? value === null).toBe(true);
    }
    await until(
      async () => (await database.query('SELECT 1 FROM probe.outbox WHERE published_at IS NULL')).length === 0,
    );
    const dead = await readTopic(broker, `${prefix}probe.test.dlt`);
    expect(dead).toHaveLength(poisons.length + 1);
    const large = dead.find((one) => one.value?.length === 2_000_000)!;
    expect(header(large, 'ce_type')).toBe('InfluencerAdded');
    expect(header(large, 'kafka_dlt-exception-message')).toContain('2000000 bytes');
    const quoted = dead.map((one) => header(one, 'kafka_dlt-exception-message')).join(' ');
    expect(quoted).not.toContain('"organisationId":');
  });

  it('of no event of ours does not hold the key up; an event of ours that cannot be read does', async () => {
    const [free, held] = influencers(2);
    await send([
      record(free!, Buffer.from('trash'), envelope()),
      record(free!, json(dataFor(free!)), envelope()),
      record(held!, json({ organisationId: orgA, influencerId: held }), envelope()),
      record(held!, json(dataFor(held!)), envelope()),
    ]);
    await until(() => effectOf(free!));
    const held2 = () =>
      database.query<{ status: string }>('SELECT status FROM probe.dead_letter WHERE key = $1 ORDER BY kafka_offset', [
        Buffer.from(held!),
      ]);
    await until(async () => (await held2()).length === 2);
    expect((await held2()).map((row) => row.status)).toEqual(['parked', 'blocked']);
  });

  it('of events that are not this consumer’s business is passed over', async () => {
    const [influencerId] = influencers(1);
    const dataschema = InfluencerAdded.dataschema.replace(':v1', ':v2');
    const before = (await database.query('SELECT 1 FROM probe.dead_letter')).length;
    await send([
      record(influencerId!, json({ other: 'shape' }), envelope({ ce_dataschema: dataschema })),
      record(influencerId!, json({ other: 'shape' }), envelope({ ce_type: 'InfluencerErased' })),
      record(
        influencerId!,
        Buffer.from(
          JSON.stringify({ ...dataFor(influencerId!), added: 'later' }).replace('{', '{"__proto__":{"polluted":true},'),
        ),
        envelope(),
      ),
    ]);
    await until(() => effectOf(influencerId!));
    expect(await database.query('SELECT 1 FROM probe.dead_letter')).toHaveLength(before);
    expect('polluted' in {}).toBe(false);
  });

  it('is told from events in structured mode, which are read like the others', async () => {
    const [plain, encoded] = influencers(2);
    const structured = () => ({
      specversion: '1.0',
      id: newId(),
      source: '/services/stranger',
      type: 'InfluencerAdded',
      aggregateversion: 7,
    });
    const contentType = { 'content-type': 'application/cloudevents+json; charset=UTF-8' };
    await send([
      record(plain!, json({ ...structured(), data: dataFor(plain!) }), contentType),
      record(encoded!, json({ ...structured(), data_base64: json(dataFor(encoded!)).toString('base64') }), contentType),
    ]);
    await until(async () => (await effectOf(plain!)) && (await effectOf(encoded!)));
    const [row] = await database.query<{ version: number }>(
      'SELECT version::int AS version FROM probe.effects WHERE influencer_id = $1',
      [plain],
    );
    expect(row?.version).toBe(7);
  });
});
