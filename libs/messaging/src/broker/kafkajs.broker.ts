import { connect as connectTcp } from 'node:net';
import { connect as connectTls, type ConnectionOptions } from 'node:tls';
import { Logger } from '@nestjs/common';
import {
  CompressionTypes,
  ConfigResourceTypes,
  Kafka,
  KafkaJSProtocolError,
  logLevel,
  type Admin,
  type Consumer,
  type EachBatchPayload,
  type ISocketFactory,
  type KafkaMessage,
  type Producer,
} from 'kafkajs';
import {
  RecordTooLargeError,
  TopicMismatchError,
  type BrokerConsumer,
  type BrokerPort,
  type BrokerProducer,
  type ConsumeOptions,
  type IncomingRecord,
  type OutgoingRecord,
  type PartitionLag,
  type TopicSpec,
} from './broker.port';

export interface BrokerSecurity {
  tls?: { ca?: string | undefined } | undefined;
  sasl?: { username: string; password: string } | undefined;
}

export interface KafkaJsBrokerOptions {
  clientId: string;
  brokers: string[];
  security?: BrokerSecurity | undefined;
  /** Tests only: `host:port` of a fault proxy that every connection goes through. */
  connectVia?: string | undefined;
}

const logger = new Logger('Kafka');

/** kafkajs 2.2.4 behind our port. What is known to go wrong with it is answered here and in the relay (messaging.md). */
export class KafkaJsBroker implements BrokerPort {
  private readonly kafka: Kafka;
  private admin: Promise<Admin> | undefined;

  constructor({ clientId, brokers, security, connectVia }: KafkaJsBrokerOptions) {
    this.kafka = new Kafka({
      clientId,
      brokers,
      connectionTimeout: 3_000,
      requestTimeout: 15_000,
      retry: { initialRetryTime: 200, maxRetryTime: 5_000, retries: 5 },
      logLevel: logLevel.WARN,
      logCreator: () => logToNest,
      ...(security?.tls ? { ssl: security.tls.ca ? { ca: [security.tls.ca] } : true } : {}),
      ...(security?.sasl ? { sasl: { mechanism: 'scram-sha-512' as const, ...security.sasl } } : {}),
      ...(connectVia ? { socketFactory: throughProxy(connectVia) } : {}),
    });
  }

  async ensureTopics(topics: readonly TopicSpec[]): Promise<void> {
    const admin = await this.connectedAdmin();
    const existing = new Set(await admin.listTopics());
    const missing = topics.filter((topic) => !existing.has(topic.name));
    if (missing.length > 0) {
      await admin.createTopics({
        waitForLeaders: true,
        topics: missing.map((topic) => ({
          topic: topic.name,
          numPartitions: topic.partitions,
          replicationFactor: -1,
          configEntries: Object.entries(configOf(topic)).map(([name, value]) => ({ name, value })),
        })),
      });
    }
    await this.compareTopics(
      admin,
      topics.filter((topic) => existing.has(topic.name)),
    );
  }

  async createProducer(): Promise<BrokerProducer> {
    const producer = this.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      retry: { initialRetryTime: 200, maxRetryTime: 2_000, retries: 5 },
    });
    await producer.connect();
    return new KafkaJsProducer(producer);
  }

  async consume(options: ConsumeOptions): Promise<BrokerConsumer> {
    const consumer = this.kafka.consumer({
      groupId: options.group,
      sessionTimeout: options.sessionTimeoutMs,
      heartbeatInterval: Math.max(500, Math.floor(options.sessionTimeoutMs / 5)),
      rebalanceTimeout: Math.max(30_000, options.sessionTimeoutMs * 2),
      maxWaitTimeInMs: 500,
      maxBytesPerPartition: 1_048_576,
      allowAutoTopicCreation: false,
      // Whatever happens to the connection, the group is joined again; only a bug in kafkajs itself ends this.
      retry: { initialRetryTime: 200, maxRetryTime: 5_000, retries: 10, restartOnFailure: async () => true },
    });
    const running = new KafkaJsConsumer(consumer, options);
    await running.start();
    return running;
  }

  async lag(group: string, topics: readonly string[]): Promise<PartitionLag[]> {
    const admin = await this.connectedAdmin();
    const committed = await admin.fetchOffsets({ groupId: group, topics: [...topics] });
    const result: PartitionLag[] = [];
    for (const { topic, partitions } of committed) {
      const ends = new Map((await admin.fetchTopicOffsets(topic)).map((end) => [end.partition, end]));
      for (const { partition, offset } of partitions) {
        const end = ends.get(partition);
        if (!end) continue;
        // -1: nothing committed yet, so everything that is still there lies ahead.
        const from = Number(offset) < 0 ? Number(end.low) : Number(offset);
        result.push({ topic, partition, lag: Math.max(0, Number(end.high) - from) });
      }
    }
    return result;
  }

  async close(): Promise<void> {
    const admin = this.admin;
    this.admin = undefined;
    await (await admin?.catch(() => undefined))?.disconnect();
  }

  /** One connection for all questions; a failed one is forgotten, so that the next question tries again. */
  private connectedAdmin(): Promise<Admin> {
    this.admin ??= (async () => {
      const admin = this.kafka.admin();
      try {
        await admin.connect();
        return admin;
      } catch (error) {
        this.admin = undefined;
        throw error;
      }
    })();
    return this.admin;
  }

  private async compareTopics(admin: Admin, topics: readonly TopicSpec[]): Promise<void> {
    if (topics.length === 0) return;
    const { topics: found } = await admin.fetchTopicMetadata({ topics: topics.map((topic) => topic.name) });
    const partitions = new Map(found.map((topic) => [topic.name, topic.partitions.length]));
    const { resources } = await admin.describeConfigs({
      includeSynonyms: false,
      resources: topics.map((topic) => ({
        type: ConfigResourceTypes.TOPIC,
        name: topic.name,
        configNames: ['cleanup.policy', 'retention.ms'],
      })),
    });
    const configs = new Map(
      resources.map((resource) => [
        resource.resourceName,
        new Map(resource.configEntries.map((entry) => [entry.configName, entry.configValue])),
      ]),
    );
    const faults = topics.flatMap((topic) => {
      const seen = partitions.get(topic.name);
      const differences =
        seen === topic.partitions ? [] : [`${topic.name} has ${seen} partitions, not ${topic.partitions}`];
      const config = configs.get(topic.name);
      for (const [name, wanted] of Object.entries(configOf(topic)).filter(([name]) => name !== 'max.message.bytes')) {
        const value = config?.get(name);
        if (value !== wanted) differences.push(`${topic.name} has ${name}=${value}, not ${wanted}`);
      }
      return differences;
    });
    if (faults.length > 0) throw new TopicMismatchError(faults.join('; '));
  }
}

class KafkaJsProducer implements BrokerProducer {
  constructor(private readonly producer: Producer) {}

  async send(records: readonly OutgoingRecord[]): Promise<void> {
    const byTopic = Map.groupBy(records, (record) => record.topic);
    try {
      await this.producer.sendBatch({
        acks: -1,
        compression: CompressionTypes.None,
        topicMessages: [...byTopic].map(([topic, messages]) => ({
          topic,
          messages: messages.map(({ key, value, headers }) => ({ key, value, headers })),
        })),
      });
    } catch (error) {
      if (isTooLarge(error))
        throw new RecordTooLargeError('The broker refuses the record for its size', { cause: error });
      throw error;
    }
  }

  async disconnect(): Promise<void> {
    await this.producer.disconnect();
  }
}

class KafkaJsConsumer implements BrokerConsumer {
  private lastPoll = performance.now();
  private stopping = false;
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(
    private readonly consumer: Consumer,
    private readonly options: ConsumeOptions,
  ) {}

  async start(): Promise<void> {
    const { consumer, options } = this;
    consumer.on(consumer.events.FETCH_START, () => (this.lastPoll = performance.now()));
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      if (!payload.restart && !this.stopping) options.onFatal(payload.error);
    });
    await consumer.connect();
    await consumer.subscribe({ topics: [...options.topics], fromBeginning: options.from !== 'end' });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: options.concurrency,
      eachBatch: (payload) => this.onBatch(payload),
    });
  }

  async stop(): Promise<void> {
    this.stopping = true;
    for (const timer of this.timers) clearTimeout(timer);
    await this.consumer.disconnect();
  }

  sinceLastPoll(): number {
    return performance.now() - this.lastPoll;
  }

  private async onBatch(payload: EachBatchPayload): Promise<void> {
    const { batch, resolveOffset, heartbeat, isRunning, isStale } = payload;
    const { topic, partition } = batch;
    let resolved: string | undefined;
    let committed: string | undefined;
    let paused = false;
    await this.options.onBatch(
      { topic, partition, records: batch.messages.map((message) => toRecord(topic, partition, message)) },
      {
        resolve: (record) => {
          resolved = record.offset;
          resolveOffset(record.offset);
        },
        commit: async () => {
          if (resolved === undefined || resolved === committed) return;
          const offset = (BigInt(resolved) + 1n).toString();
          await this.consumer.commitOffsets([{ topic, partition, offset }]);
          committed = resolved;
        },
        heartbeat,
        isActive: () => isRunning() && !isStale() && !paused && !this.stopping,
        pauseFor: (ms) => {
          paused = true;
          this.pauseFor(topic, partition, ms);
        },
      },
    );
  }

  private pauseFor(topic: string, partition: number, ms: number): void {
    this.consumer.pause([{ topic, partitions: [partition] }]);
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      if (!this.stopping) this.consumer.resume([{ topic, partitions: [partition] }]);
    }, ms);
    this.timers.add(timer);
  }
}

function toRecord(topic: string, partition: number, message: KafkaMessage): IncomingRecord {
  const headers: IncomingRecord['headers'] = {};
  for (const [name, value] of Object.entries(message.headers ?? {})) {
    if (value === undefined) continue;
    headers[name] = Array.isArray(value) ? value.map(toBuffer) : toBuffer(value);
  }
  const { offset, key, value, timestamp } = message;
  return { topic, partition, offset, key, value, headers, timestamp };
}

const toBuffer = (value: Buffer | string) => (typeof value === 'string' ? Buffer.from(value) : value);

function configOf(topic: TopicSpec): Record<string, string> {
  return {
    'cleanup.policy': topic.cleanupPolicy,
    'retention.ms': String(topic.retentionMs),
    ...(topic.maxMessageBytes ? { 'max.message.bytes': String(topic.maxMessageBytes) } : {}),
  };
}

const tooLarge = new Set(['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE']);

function isTooLarge(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof KafkaJSProtocolError && tooLarge.has(cause.type)) return true;
  }
  return false;
}

/** Every connection goes to the proxy, whatever address the cluster advertises. */
function throughProxy(address: string): ISocketFactory {
  const at = address.lastIndexOf(':');
  const [host, port] = [address.slice(0, at), Number(address.slice(at + 1))];
  return ({ ssl, onConnect }) => {
    const socket = ssl
      ? connectTls({ host, port, ...(ssl as ConnectionOptions) }, onConnect)
      : connectTcp({ host, port }, onConnect);
    socket.setKeepAlive(true, 60_000);
    return socket;
  };
}

/** What passes by itself (a new leader, a rebalance, a coordinator that loads) is a warning however kafkajs shouts. */
function logToNest({ namespace, level, log }: { namespace: string; level: logLevel; log: { message: string } }): void {
  const { message, ...more } = log as { message: string; error?: string; retryCount?: number };
  const record = { namespace, error: more.error, retryCount: more.retryCount };
  if (level <= logLevel.WARN) logger.warn(record, message);
  else logger.debug(record, message);
}
