import { ConfigResourceTypes, type Admin } from 'kafkajs';
import { TopicMismatchError, type TopicSpec } from './broker.port';

/** Creates what is missing; two services that do it at the same moment both succeed. */
export async function ensureKafkaTopics(admin: Admin, topics: readonly TopicSpec[]): Promise<void> {
  const existing = new Set(await admin.listTopics());
  const missing = topics.filter((topic) => !existing.has(topic.name));
  if (missing.length > 0) {
    await admin.createTopics({
      waitForLeaders: false,
      topics: missing.map((topic) => ({
        topic: topic.name,
        numPartitions: topic.partitions,
        // The cluster's own default.
        replicationFactor: -1,
        configEntries: Object.entries({ ...settingsOf(topic), ...segmentsOf(topic) }).map(([name, value]) => ({
          name,
          value,
        })),
      })),
    });
  }
  await comparePartitions(admin, topics);
  await compareSettings(admin, topics);
}

function settingsOf(topic: TopicSpec): Record<string, string> {
  return {
    'cleanup.policy': topic.cleanupPolicy,
    'retention.ms': String(topic.retentionMs),
    ...(topic.maxMessageBytes ? { 'max.message.bytes': String(topic.maxMessageBytes) } : {}),
  };
}

const day = 86_400_000;

/**
 * A broker deletes whole segments, once the youngest record of one has had its time, and would write on in one for seven days.
 * With a segment a day a record outlives its retention by no more than a day.
 */
const segmentsOf = ({ cleanupPolicy, retentionMs }: TopicSpec): Record<string, string> =>
  cleanupPolicy === 'delete' && retentionMs > 0 ? { 'segment.ms': String(Math.min(day, retentionMs)) } : {};

/** The number of partitions decides which events are in order with which, so another one is never accepted. */
async function comparePartitions(admin: Admin, topics: readonly TopicSpec[]): Promise<void> {
  const names = topics.map((topic) => topic.name);
  const metadata = await onceKnown(() => admin.fetchTopicMetadata({ topics: names }));
  for (const topic of topics) {
    const found = metadata.topics.find((entry) => entry.name === topic.name)?.partitions.length ?? 0;
    if (found !== topic.partitions) {
      throw new TopicMismatchError(`Topic ${topic.name} has ${found} partitions instead of ${topic.partitions}`);
    }
  }
}

/** Retention is a promise about personal data: a cluster that keeps events longer than the catalogue says is refused. */
async function compareSettings(admin: Admin, topics: readonly TopicSpec[]): Promise<void> {
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: topics.map((topic) => ({
      type: ConfigResourceTypes.TOPIC,
      name: topic.name,
      configNames: Object.keys(settingsOf(topic)),
    })),
  });
  for (const topic of topics) {
    const entries = resources.find((resource) => resource.resourceName === topic.name)?.configEntries ?? [];
    for (const [name, expected] of Object.entries(settingsOf(topic))) {
      const found = entries.find((entry) => entry.configName === name)?.configValue;
      if (found !== expected) {
        throw new TopicMismatchError(`Topic ${topic.name} has ${name}=${found ?? 'unset'} instead of ${expected}`);
      }
    }
  }
}

const signsOfANewTopic: readonly unknown[] = [
  'UNKNOWN_TOPIC_OR_PARTITION',
  'LEADER_NOT_AVAILABLE',
  'NOT_LEADER_FOR_PARTITION',
];

/** A topic that was made a moment ago, by us or by another service, is not known and served everywhere yet. */
export async function onceKnown<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (!isSignOfANewTopic(error) || attempt >= 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Of a partition without a leader kafkajs is told no offset, takes apart what is not there, and fails at that. */
const isSignOfANewTopic = (error: unknown): boolean =>
  error instanceof TypeError || signsOfANewTopic.includes((error as { type?: unknown }).type);
