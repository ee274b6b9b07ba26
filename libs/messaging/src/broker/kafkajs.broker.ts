import { Logger } from '@nestjs/common';
import { Kafka, logLevel, Partitioners, type Admin, type KafkaConfig, type Producer } from 'kafkajs';
import {
  RecordTooLargeError,
  type BrokerConsumer,
  type BrokerPort,
  type BrokerProducer,
  type ConsumeOptions,
  type OutgoingRecord,
  type PartitionLag,
  type TopicSpec,
} from './broker.port';
import { KafkaJsConsumer } from './kafkajs-consumer';
import { routeKafkaLogs } from './kafkajs-logging';
import { stopIdleTimers } from './kafkajs-patch';
import { connectVia } from './kafkajs-sockets';
import { ensureKafkaTopics, onceKnown } from './kafkajs-topics';

export interface BrokerSecurity {
  /** `ca`: PEM text of a private certificate authority. */
  tls?: { ca?: string };
  /** SCRAM-SHA-512. */
  sasl?: { username: string; password: string };
}

export interface KafkaJsBrokerOptions {
  clientId: string;
  brokers: string[];
  security?: BrokerSecurity;
  /** Tests only: `host:port` of a fault proxy. */
  connectVia?: string;
}

stopIdleTimers();

/** The broker port over kafkajs 2.2.4. The only place, with its neighbours in this folder, that knows kafkajs. */
export class KafkaJsBroker implements BrokerPort {
  private readonly kafka: Kafka;
  private admin: Promise<Admin> | undefined;

  constructor(options: KafkaJsBrokerOptions) {
    this.kafka = new Kafka({
      clientId: options.clientId,
      brokers: options.brokers,
      ...security(options.security),
      connectionTimeout: 3_000,
      authenticationTimeout: 10_000,
      requestTimeout: 15_000,
      retry: { retries: 5, initialRetryTime: 200, maxRetryTime: 3_000 },
      logLevel: logLevel.INFO,
      logCreator: routeKafkaLogs(new Logger('Kafka')),
      ...(options.connectVia ? { socketFactory: connectVia(options.connectVia) } : {}),
    });
  }

  async ensureTopics(topics: readonly TopicSpec[]): Promise<void> {
    await ensureKafkaTopics(await this.connectedAdmin(), topics);
  }

  async createProducer(): Promise<BrokerProducer> {
    const producer = this.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
      // Finite: a producer that cannot get through is given up, and the rows go out again through a new one.
      retry: { retries: 4, initialRetryTime: 200, maxRetryTime: 2_000 },
    });
    await producer.connect();
    return new KafkaJsProducer(producer);
  }

  async consume(options: ConsumeOptions): Promise<BrokerConsumer> {
    const consumer = new KafkaJsConsumer(this.kafka, options);
    try {
      await consumer.start();
    } catch (error) {
      await consumer.stop().catch(() => undefined);
      throw error;
    }
    return consumer;
  }

  async lag(group: string, topics: readonly string[]): Promise<PartitionLag[]> {
    const admin = await this.connectedAdmin();
    const committed = await admin.fetchOffsets({ groupId: group, topics: [...topics] });
    const lags: PartitionLag[] = [];
    for (const topic of topics) {
      const done = committed.find((entry) => entry.topic === topic)?.partitions ?? [];
      for (const { partition, low, high } of await onceKnown(() => admin.fetchTopicOffsets(topic))) {
        const offset = done.find((entry) => entry.partition === partition)?.offset ?? '-1';
        // Nothing committed yet: the group will begin at the oldest record.
        const from = offset === '-1' ? BigInt(low) : BigInt(offset);
        lags.push({ topic, partition, lag: Math.max(0, Number(BigInt(high) - from)) });
      }
    }
    return lags;
  }

  async close(): Promise<void> {
    const admin = await this.admin?.catch(() => undefined);
    this.admin = undefined;
    await admin?.disconnect();
  }

  private async connectedAdmin(): Promise<Admin> {
    this.admin ??= this.connectAdmin();
    try {
      return await this.admin;
    } catch (error) {
      this.admin = undefined;
      throw error;
    }
  }

  private async connectAdmin(): Promise<Admin> {
    const admin = this.kafka.admin();
    await admin.connect();
    return admin;
  }
}

class KafkaJsProducer implements BrokerProducer {
  constructor(private readonly producer: Producer) {}

  async send(records: readonly OutgoingRecord[]): Promise<void> {
    const byTopic = Map.groupBy(records, (record) => record.topic);
    try {
      await this.producer.sendBatch({
        acks: -1,
        topicMessages: [...byTopic].map(([topic, messages]) => ({
          topic,
          messages: messages.map(({ key, value, headers }) => ({ key, value, headers })),
        })),
      });
    } catch (error) {
      throw isTooLarge(error) ? new RecordTooLargeError('The broker refuses a record for its size') : error;
    }
  }

  async disconnect(): Promise<void> {
    await this.producer.disconnect();
  }
}

function isTooLarge(error: unknown): boolean {
  let link: unknown = error;
  for (let depth = 0; depth < 5 && typeof link === 'object' && link !== null; depth += 1) {
    const { type, cause } = link as { type?: unknown; cause?: unknown };
    if (type === 'MESSAGE_TOO_LARGE' || type === 'RECORD_LIST_TOO_LARGE') return true;
    link = cause;
  }
  return false;
}

function security({ tls, sasl }: BrokerSecurity = {}): Pick<KafkaConfig, 'ssl' | 'sasl'> {
  return {
    ...(tls ? { ssl: tls.ca ? { ca: [tls.ca] } : true } : {}),
    ...(sasl ? { sasl: { mechanism: 'scram-sha-512', ...sasl } } : {}),
  };
}
