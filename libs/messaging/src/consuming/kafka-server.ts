import { Inject, Injectable, Logger } from '@nestjs/common';
import { Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import type { TopicDefinition } from '@creator-connect/contracts';
import { BROKER } from '../broker/broker.token';
import { TopicMismatchError, type BrokerConsumer, type BrokerPort, type TopicSpec } from '../broker/broker.port';
import { deadLetterTopic } from '../dead-letters/dead-letter-topic';
import { MESSAGING_OPTIONS, type MessagingOptions } from '../messaging.options';
import { BatchRunner } from './batch-runner';
import { jitteredDelay } from './failures';
import { HandlerRegistry } from './handler-registry';

/** A shutdown may take 25 s in all; the rest is for the relay and the pools. */
const stopWithinMs = 20_000;

/**
 * Nest's transport over our broker port: Nest finds the handlers, this class feeds them. It stands in for Nest's own Kafka
 * server, which loses unknown patterns, loops on a throwing handler and commits what it could not read.
 */
@Injectable()
export class KafkaServer extends Server implements CustomTransportStrategy {
  override readonly propagatesEventHandlerErrors = true;
  private readonly log = new Logger(KafkaServer.name);
  private consumer: BrokerConsumer | undefined;
  private closing = false;

  constructor(
    @Inject(MESSAGING_OPTIONS) private readonly options: MessagingOptions,
    @Inject(BROKER) private readonly broker: BrokerPort,
    private readonly registry: HandlerRegistry,
    private readonly runner: BatchRunner,
  ) {
    super();
  }

  /** Nest would chain several handlers of one event and run them at the same time; ours run in turn, in one transaction. */
  override addHandler(pattern: unknown, handler: MessageHandler, isEventHandler = false): void {
    if (!isEventHandler) throw new Error(`${String(pattern)}: there is no request and reply over Kafka`);
    const type = String(pattern);
    this.registry.add(type, handler);
    this.messageHandlers.set(type, handler);
  }

  /**
   * Ready once the topics exist as the catalogue says and the consumer has started. Waits for a broker that is not there
   * yet; a topic that differs refuses the start.
   */
  listen(callback: (error?: unknown) => void): void {
    this.start().then(() => callback(), callback);
  }

  async close(): Promise<void> {
    this.closing = true;
    if (!this.consumer) return;
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, stopWithinMs);
    });
    // What is cut off here was not committed, and is delivered again to whoever takes over.
    await Promise.race([this.consumer.stop(), limit]);
    clearTimeout(timer);
  }

  on(): void {
    throw new Error('KafkaServer has no events of its own');
  }

  unwrap<T>(): T {
    return this.broker as T;
  }

  /** Undefined before the consumer runs, and in a service without handlers. */
  running(): BrokerConsumer | undefined {
    return this.consumer;
  }

  groupId(): string {
    return (this.options.connection.groupPrefix ?? '') + (this.options.group ?? this.options.service);
  }

  topicNames(): string[] {
    return this.consumed().map((topic) => this.fullName(topic));
  }

  private async start(): Promise<void> {
    const consumed = this.consumed();
    this.assertEveryHandlerIsFed(consumed);
    const specs = uniqueByName([...consumed, ...this.options.publishes, deadLetterTopic(this.options)]).map(
      (topic) => ({
        ...topic,
        name: this.fullName(topic),
      }),
    );
    await this.untilReachable(() => this.broker.ensureTopics(specs));
    if (consumed.length === 0) return;
    this.consumer = await this.untilReachable(() =>
      this.broker.consume({
        group: this.groupId(),
        topics: this.topicNames(),
        concurrency: this.options.concurrency ?? 3,
        sessionTimeoutMs: this.options.connection.sessionTimeoutMs ?? 15_000,
        onBatch: (batch, control) => this.runner.run(batch, control),
        onFatal: (error) => this.options.onFatal?.(error),
      }),
    );
  }

  private consumed(): readonly TopicDefinition[] {
    return this.options.topics ?? this.registry.topics();
  }

  private assertEveryHandlerIsFed(consumed: readonly TopicDefinition[]): void {
    const names = new Set(consumed.map((topic) => topic.name));
    const starving = this.registry.topics().filter((topic) => !names.has(topic.name));
    if (starving.length > 0) {
      throw new Error(
        `There are handlers for events of topics that are not consumed: ${starving.map((t) => t.name).join(', ')}`,
      );
    }
    if (consumed.length > 0 && !this.options.group) throw new Error('A service with event handlers needs a group');
  }

  private fullName(topic: { name: string }): string {
    return (this.options.connection.topicPrefix ?? '') + topic.name;
  }

  private async untilReachable<T>(call: () => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await call();
      } catch (error) {
        if (error instanceof TopicMismatchError || this.closing) throw error;
        this.log.warn({ err: error, attempt }, 'The broker is not ready; trying again');
        await new Promise((resolve) => setTimeout(resolve, jitteredDelay(attempt, { baseMs: 250, capMs: 5_000 })));
      }
    }
  }
}

function uniqueByName(topics: readonly TopicDefinition[]): TopicSpec[] {
  return [...new Map(topics.map((topic) => [topic.name, topic])).values()];
}
