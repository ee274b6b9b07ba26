import type { TopicDefinition } from '@creator-connect/contracts';
import { z } from 'zod';
import type { BrokerPort } from './broker/broker.port';
import type { BrokerSecurity } from './broker/kafkajs.broker';

export const MESSAGING_OPTIONS = Symbol('MESSAGING_OPTIONS');

export interface MessagingOptions {
  /** The service's name, e.g. `oauth`. */
  service: string;
  /** CloudEvents source. Default `/services/<service>`. */
  source?: string;
  connection: MessagingConnection;
  /** Topics this service's outbox writes to; they are created or compared at the start. */
  publishes: readonly TopicDefinition[];
  /** `<service>.<purpose>`. Needed when the service has handlers; renaming it re-reads the topics. */
  group?: string;
  /** Topics to consume. Default: those of the events that have a handler. */
  topics?: readonly TopicDefinition[];
  /**
   * How many messages of a partition may share one transaction, 1 to 100. Default 1. Take more where handlers only write
   * to the database and events come in floods; an error makes the runner do the same messages one by one.
   */
  sharedTransaction?: number;
  /** Partitions handled side by side; each needs a database connection. Default 3. */
  concurrency?: number;
  /** Waits before a failed handler is tried again; then the message is parked. Default 0.2, 1, 3 and 8 s. */
  retryDelaysMs?: readonly number[];
  relay?: RelayOptions;
  /**
   * Decorators that declare who may look at `/internal/dead-letters`, and who may decide about one (messaging knows nothing
   * of identities). Without them the routes do not exist.
   */
  deadLetterAccess?: { read: MethodDecorator; write: MethodDecorator };
  /** Another broker than the configured Kafka: tests give an InMemoryBroker. */
  broker?: BrokerPort;
  /** Called when this process can do its work no more. Default: logs and ends the process with code 1. */
  onFatal?: (error: Error) => void;
}

export interface RelayOptions {
  /** False: this process only fills the outbox. Default true. */
  enabled?: boolean;
  /** How often the outbox is looked at without being woken. Default 500 ms. */
  pollMs?: number;
  /** Default 10 s, renewed after three tenths of it. */
  leaseMs?: number;
  /** Rows per send. Default 500. */
  maxRows?: number;
  /** Bytes per send. Default 512 KB. */
  maxBytes?: number;
  /** A record above this is parked instead of sent. Default 900 KB, under Kafka's own 1 MB. */
  maxRecordBytes?: number;
  /** Sends at the same time, each with its own producer. Default 4. */
  concurrency?: number;
}

export interface MessagingConnection {
  brokers: string[];
  /** Put before every topic name, so that several systems can share a cluster. Default empty. */
  topicPrefix?: string;
  groupPrefix?: string;
  security?: BrokerSecurity;
  /** Default 15 s: how long a killed consumer keeps its partitions. */
  sessionTimeoutMs?: number;
  /** Tests only: `host:port` of a fault proxy that every connection goes through. */
  connectVia?: string;
}

/** The messaging part of a service's configuration schema: `z.object({ ...messagingEnvironment, … })`. */
export const messagingEnvironment = {
  KAFKA_BROKERS: z.string().min(1),
  KAFKA_TOPIC_PREFIX: z.string().default(''),
  KAFKA_GROUP_PREFIX: z.string().default(''),
  KAFKA_SESSION_TIMEOUT_MS: z.coerce.number().int().min(2_000).max(300_000).default(15_000),
  KAFKA_TLS: z.enum(['true', 'false']).default('false'),
  KAFKA_TLS_CA: z.string().optional(),
  KAFKA_USERNAME: z.string().optional(),
  KAFKA_PASSWORD: z.string().optional(),
  KAFKA_CONNECT_VIA: z.string().optional(),
};

type MessagingEnvironment = z.infer<z.ZodObject<typeof messagingEnvironment>>;

/** Reads the connection from a parsed configuration. Production speaks SASL over TLS only. */
export function messagingConnection(
  config: MessagingEnvironment & { CONNECT_PROFILE?: 'local' | 'production' },
): MessagingConnection {
  const production = config.CONNECT_PROFILE === 'production';
  if (production && (config.KAFKA_TLS !== 'true' || !config.KAFKA_USERNAME || !config.KAFKA_PASSWORD)) {
    throw new Error('In production Kafka needs KAFKA_TLS=true, KAFKA_USERNAME and KAFKA_PASSWORD');
  }
  if (production && config.KAFKA_CONNECT_VIA)
    throw new Error('KAFKA_CONNECT_VIA is for fault tests, never for production');
  const { KAFKA_USERNAME: username, KAFKA_PASSWORD: password } = config;
  return {
    brokers: config.KAFKA_BROKERS.split(',').map((address) => address.trim()),
    topicPrefix: config.KAFKA_TOPIC_PREFIX,
    groupPrefix: config.KAFKA_GROUP_PREFIX,
    sessionTimeoutMs: config.KAFKA_SESSION_TIMEOUT_MS,
    connectVia: config.KAFKA_CONNECT_VIA,
    security: {
      tls: config.KAFKA_TLS === 'true' ? { ca: config.KAFKA_TLS_CA } : undefined,
      sasl: username && password ? { username, password } : undefined,
    },
  };
}
