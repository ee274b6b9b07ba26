import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import type { EventEnvelope, TopicDefinition } from '@creator-connect/contracts';
import type { BrokerConsumer, BrokerPort, IncomingBatch } from '../broker/broker.port';
import { KafkaJsBroker } from '../broker/kafkajs.broker';
import { decodeRecord } from '../cloud-events/decode';
import type { MessagingConnection } from '../messaging.options';

export interface FollowOptions {
  connection: MessagingConnection;
  /** `<service>.<purpose>`; each process makes a group of its own from it. */
  name: string;
  topics: readonly TopicDefinition[];
  onEvent(event: EventEnvelope): void;
  /** Another broker than the configured Kafka: tests give an InMemoryBroker. */
  broker?: BrokerPort;
}

export interface FollowedEvents {
  /** False while the broker does not answer or the topics are not there yet. */
  isConnected(): boolean;
  stop(): Promise<void>;
}

const maxValueBytes = 1_048_576;
const logger = new Logger('Kafka');

/**
 * Hears every event of some topics from now on, in this process, for views that end with it. No inbox, no parking: what
 * can't be read is passed over, what happened while the process was away is not told. Returns at once and keeps trying
 * by itself, since a service that only shows events has to serve without a broker too.
 */
export function followEvents(options: FollowOptions): FollowedEvents {
  const { brokers, security, connectVia, topicPrefix = '', groupPrefix = '', sessionTimeoutMs } = options.connection;
  const clientId = `${options.name}-${process.pid}`;
  const broker = options.broker ?? new KafkaJsBroker({ clientId, brokers, security, connectVia });
  const group = `${groupPrefix}${options.name}.${randomUUID()}`;
  let consumer: BrokerConsumer | undefined;
  let stopped = false;
  let wake = (): void => undefined;

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const running = (async () => {
    for (let waitMs = 500; !stopped; waitMs = Math.min(waitMs * 2, 10_000)) {
      try {
        const died = Promise.withResolvers<void>();
        consumer = await broker.consume({
          group,
          topics: options.topics.map((topic) => `${topicPrefix}${topic.name}`),
          from: 'end',
          concurrency: 1,
          sessionTimeoutMs: sessionTimeoutMs ?? 15_000,
          onFatal: () => died.resolve(),
          onBatch: async (batch, control) => {
            tell(batch, options.onEvent);
            const last = batch.records.at(-1);
            if (last) control.resolve(last);
            // Kept so that a rejoin goes on where this process was.
            await control.commit();
          },
        });
        waitMs = 500;
        wake = died.resolve;
        if (!stopped) await died.promise;
      } catch (error) {
        // Said once per outage; the readiness check goes on telling it.
        const say = waitMs === 500 ? 'warn' : 'debug';
        logger[say]({ follower: options.name, err: error }, 'Events are not followed yet; trying again');
      }
      const ended = consumer;
      consumer = undefined;
      await ended?.stop().catch(() => undefined);
      if (!stopped) await pause(waitMs);
    }
    await broker.close().catch(() => undefined);
  })();

  return {
    isConnected: () => consumer !== undefined,
    stop: async () => {
      stopped = true;
      wake();
      await running;
    },
  };
}

function tell(batch: IncomingBatch, onEvent: (event: EventEnvelope) => void): void {
  for (const record of batch.records) {
    const decoded = decodeRecord(record, { hasHandler: () => true, isCompacted: () => false, maxValueBytes });
    if (decoded.kind === 'event') onEvent(decoded.envelope);
  }
}
