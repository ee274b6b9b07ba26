import { ConfigResourceTypes, Kafka, logLevel, type Admin } from 'kafkajs';
import { topics } from '@creator-connect/contracts';
import { ensureTopics } from '../../src/setup';
import { testPrefix } from '../../src/testing';

const brokers = (process.env['KAFKA_BROKERS'] ?? '').split(',');
const day = 86_400_000;

describe('topics with personal content', () => {
  const prefix = testPrefix();
  let admin: Admin;

  beforeAll(async () => {
    admin = new Kafka({ clientId: 'topics', brokers, logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    const wanted = Object.values(topics).map((topic) => ({ ...topic, partitions: 1, name: prefix + topic.name }));
    await ensureTopics(brokers, wanted);
  }, 60_000);
  afterAll(() => admin?.disconnect());

  const settingsOf = async (name: string) => {
    const { resources } = await admin.describeConfigs({
      includeSynonyms: false,
      resources: [{ type: ConfigResourceTypes.TOPIC, name, configNames: ['retention.ms', 'segment.ms'] }],
    });
    const { configEntries } = resources[0]!;
    const told = (wanted: string) => Number(configEntries.find(({ configName }) => configName === wanted)?.configValue);
    return { retention: told('retention.ms'), segment: told('segment.ms') };
  };

  it.each([topics.profile, topics.post, topics.audience])(
    'PR-02: forget within eight days: $name',
    async ({ name }) => {
      const { retention, segment } = await settingsOf(prefix + name);
      expect(retention + segment).toBeLessThanOrEqual(8 * day);
    },
  );

  it('leaves topics that are kept for ever as the cluster has them', async () => {
    expect(await settingsOf(prefix + topics.erasureLedger.name)).toMatchObject({ retention: -1, segment: 7 * day });
  });
});
