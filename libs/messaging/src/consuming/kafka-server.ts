import { Inject, Injectable, Logger } from '@nestjs/common';
import { Server, type CustomTransportStrategy } from '@nestjs/microservices';
import { catalogue, topics as allTopics } from '@creator-connect/contracts';
import { registerReadinessCheck } from '@creator-connect/observability';
import { UnitOfWork } from '@creator-connect/persistence';
import { BROKER } from '../broker/broker.token';
import type { BrokerConsumer, BrokerPort } from '../broker/broker.port';
import { Parking } from '../dead-letters/parking';
import { MESSAGING_OPTIONS, type MessagingOptions } from '../messaging.options';
import { gauge } from '../metrics/metrics';
import { HandlerRegistry } from './handler-registry';
import { PartitionRunner } from './partition-runner';

const maxValueBytes = 1024 * 1024;
const lagEveryMs = 10_000;

/**
 * Nest's transport for our events: finds the handlers, joins the group and feeds each partition to its runner. It never
 * answers, and no error of a handler reaches kafkajs, which would either die or start over for ever.
 */
@Injectable()
export class KafkaServer extends Server implements CustomTransportStrategy {
  protected override readonly logger = new Logger(KafkaServer.name);
  private consumer: BrokerConsumer | undefined;
  private timer: NodeJS.Timeout | undefined;
  private forget: (() => void) | undefined;

  constructor(
    @Inject(MESSAGING_OPTIONS) private readonly options: MessagingOptions,
    @Inject(BROKER) private readonly broker: BrokerPort,
    private readonly unitOfWork: UnitOfWork,
    private readonly registry: HandlerRegistry,
    private readonly parking: Parking,
  ) {
    super();
  }

  listen(callback: (error?: unknown) => void): void {
    this.begin().then(() => callback(), callback);
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    this.forget?.();
    await this.consumer?.stop();
  }

  on(): never {
    throw new Error('This transport has no events of its own');
  }

  unwrap<T>(): T {
    throw new Error('This transport hides its client');
  }

  private async begin(): Promise<void> {
    const { options } = this;
    for (const [type, handler] of this.messageHandlers) {
      for (let next: typeof handler | undefined = handler; next; next = next.next as typeof handler | undefined) {
        this.registry.add(type, next);
      }
    }
    const consumed = options.topics ?? this.registry.topics();
    if (consumed.length === 0) return;
    if (!options.group) throw new Error(`${options.service} has event handlers but no consumer group`);
    const prefix = options.connection.topicPrefix ?? '';
    await this.broker.ensureTopics(consumed.map((topic) => ({ ...topic, name: `${prefix}${topic.name}` })));
    const compacted = new Set(
      Object.values(allTopics)
        .filter((topic) => topic.cleanupPolicy === 'compact')
        .map((topic) => `${prefix}${topic.name}`),
    );
    const group = `${options.connection.groupPrefix ?? ''}${options.group}`;
    const topics = consumed.map((topic) => `${prefix}${topic.name}`);
    const runner = new PartitionRunner(
      {
        consumer: options.group,
        sharedTransaction: Math.min(100, Math.max(1, options.sharedTransaction ?? 1)),
        retryDelaysMs: options.retryDelaysMs ?? [200, 1_000, 3_000, 8_000],
        decode: {
          hasHandler: (type) => this.registry.has(type),
          isCompacted: (topic) => compacted.has(topic),
          maxValueBytes,
        },
      },
      this.unitOfWork,
      this.registry,
      this.parking,
    );
    const sessionTimeoutMs = options.connection.sessionTimeoutMs ?? 15_000;
    this.consumer = await this.broker.consume({
      group,
      topics,
      concurrency: options.concurrency ?? 3,
      sessionTimeoutMs,
      onBatch: (batch, control) => runner.run(batch, control),
      onFatal: (error) => this.fatal(error),
    });
    this.watch(group, topics, sessionTimeoutMs);
    this.logger.log({ group, types: catalogue.filter(({ type }) => this.registry.has(type)).length }, 'Consuming');
  }

  /** Lag as a metric; a consumer that does not poll while there is something to do is dead and says so. */
  private watch(group: string, topics: string[], sessionTimeoutMs: number): void {
    const lagging = gauge({ name: 'consumer_lag', help: 'Messages behind, per topic', labelNames: ['group', 'topic'] });
    this.forget = registerReadinessCheck({
      name: 'kafka',
      required: false,
      check: async () => this.broker.lag(group, topics.slice(0, 1)),
    });
    this.timer = setInterval(() => {
      this.broker
        .lag(group, topics)
        .then((partitions) => {
          const byTopic = Map.groupBy(partitions, ({ topic }) => topic);
          for (const [topic, list] of byTopic)
            lagging.set(
              { group, topic },
              list.reduce((sum, one) => sum + one.lag, 0),
            );
          const behind = partitions.some(({ lag }) => lag > 0);
          const silent = (this.consumer?.sinceLastPoll() ?? 0) > Math.max(60_000, sessionTimeoutMs * 2);
          if (behind && silent) this.fatal(new Error('The consumer has stopped polling although it is behind'));
        })
        .catch(() => undefined); // The broker is away; the readiness check tells it.
    }, lagEveryMs);
    this.timer.unref();
  }

  private fatal(error: Error): void {
    if (this.options.onFatal) return this.options.onFatal(error);
    this.logger.error({ err: error }, 'The consumer is dead; the process ends so that a fresh one takes over');
    process.exit(1);
  }
}
