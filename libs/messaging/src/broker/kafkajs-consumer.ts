import { Logger } from '@nestjs/common';
import type { Consumer, EachBatchPayload, IHeaders, Kafka, KafkaMessage } from 'kafkajs';
import type { BatchControl, BrokerConsumer, ConsumeOptions, IncomingRecord } from './broker.port';

/** A partition that was handed a rejection we did not expect is left alone for this long. */
const unexpectedPauseMs = 1_000;

/**
 * kafkajs as one group member. Nothing of ours is ever thrown into it (its runner dies of a TypeError and loops for ever
 * on an Error); its own errors, such as a rebalance, go back to it, since it needs them.
 */
export class KafkaJsConsumer implements BrokerConsumer {
  private readonly logger = new Logger('Kafka');
  private readonly consumer: Consumer;
  private readonly resumeTimers = new Set<NodeJS.Timeout>();
  private assigned: Record<string, number[]> = {};
  private polledAt = performance.now();
  private stopping = false;

  constructor(
    kafka: Kafka,
    private readonly options: ConsumeOptions,
  ) {
    this.consumer = kafka.consumer({
      groupId: options.group,
      sessionTimeout: options.sessionTimeoutMs,
      heartbeatInterval: Math.min(3_000, options.sessionTimeoutMs / 4),
      rebalanceTimeout: 60_000,
      // A fetch returns as soon as there is a record; this long it waits when there is none. A partition that was paused
      // is fetched again only after it, so it bounds the precision of our waits too.
      maxWaitTimeInMs: 250,
      maxBytesPerPartition: 524_288,
      maxBytes: 4_194_304,
      allowAutoTopicCreation: false,
      retry: { retries: 5, initialRetryTime: 300, maxRetryTime: 5_000 },
    });
    const { GROUP_JOIN, FETCH_START, CRASH } = this.consumer.events;
    this.consumer.on(GROUP_JOIN, ({ payload }) => {
      this.assigned = payload.memberAssignment;
    });
    this.consumer.on(FETCH_START, () => {
      this.polledAt = performance.now();
    });
    this.consumer.on(CRASH, ({ payload }) => {
      if (!payload.restart && !this.stopping) options.onFatal(payload.error);
    });
  }

  async start(): Promise<void> {
    await this.consumer.connect();
    await this.consumer.subscribe({
      topics: [...this.options.topics],
      // kafkajs's default is the end: whatever was published before a new group or partition is seen would be lost.
      fromBeginning: this.options.from !== 'end',
    });
    await this.consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: this.options.concurrency,
      eachBatch: (payload) => this.eachBatch(payload),
    });
  }

  async stop(): Promise<void> {
    this.stopping = true;
    for (const timer of this.resumeTimers) clearTimeout(timer);
    await this.consumer.disconnect();
  }

  sinceLastPoll(): number {
    return performance.now() - this.polledAt;
  }

  private async eachBatch(payload: EachBatchPayload): Promise<void> {
    const { topic, partition, messages } = payload.batch;
    const control = new KafkaJsControl(payload, this.stillOurs(topic, partition), (ms) => this.pauseFor(payload, ms));
    const records = messages.map((message) => toRecord(topic, partition, message));
    try {
      await this.options.onBatch({ topic, partition, records }, control);
    } catch (error) {
      if (control.fault === undefined) {
        this.logger.error({ err: error, topic, partition }, 'A batch ended in an unexpected way; the partition waits');
        this.pauseFor(payload, unexpectedPauseMs);
      }
    }
    if (control.fault !== undefined) {
      await control.commit().catch(() => undefined);
      throw control.fault;
    }
  }

  private stillOurs(topic: string, partition: number): () => boolean {
    return () => !this.stopping && (this.assigned[topic]?.includes(partition) ?? false);
  }

  private pauseFor(payload: EachBatchPayload, ms: number): void {
    const resume = payload.pause();
    const timer = setTimeout(() => {
      this.resumeTimers.delete(timer);
      resume();
    }, ms);
    this.resumeTimers.add(timer);
  }
}

class KafkaJsControl implements BatchControl {
  /** kafkajs's own error, to be given back to it when the batch is left. */
  fault: unknown;
  private resolved: bigint | undefined;
  private committed: bigint | undefined;

  constructor(
    private readonly payload: EachBatchPayload,
    private readonly stillOurs: () => boolean,
    readonly pauseFor: (ms: number) => void,
  ) {}

  resolve(record: IncomingRecord): void {
    this.payload.resolveOffset(record.offset);
    this.resolved = BigInt(record.offset) + 1n;
  }

  async commit(): Promise<void> {
    const offset = this.resolved;
    if (offset === undefined || offset === this.committed) return;
    const { topic, partition } = this.payload.batch;
    await this.remember(
      // Not consumer.commitOffsets: that one does nothing any more while the consumer is stopping.
      this.payload.commitOffsetsIfNecessary({
        topics: [{ topic, partitions: [{ partition, offset: String(offset) }] }],
      }),
    );
    this.committed = offset;
  }

  async heartbeat(): Promise<void> {
    await this.remember(this.payload.heartbeat());
  }

  isActive(): boolean {
    return this.fault === undefined && this.payload.isRunning() && !this.payload.isStale() && this.stillOurs();
  }

  private async remember(call: Promise<void>): Promise<void> {
    try {
      await call;
    } catch (error) {
      this.fault ??= error;
      throw error;
    }
  }
}

function toRecord(topic: string, partition: number, message: KafkaMessage): IncomingRecord {
  return {
    topic,
    partition,
    offset: message.offset,
    key: message.key,
    value: message.value,
    headers: toHeaders(message.headers ?? {}),
    timestamp: message.timestamp,
  };
}

function toHeaders(headers: IHeaders): Record<string, Buffer | Buffer[]> {
  const entries = Object.entries(headers).flatMap(([name, value]): [string, Buffer | Buffer[]][] =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.map(toBuffer) : toBuffer(value)]],
  );
  return Object.fromEntries(entries);
}

/** kafkajs's types allow strings and its decoder null; on the wire there are only bytes. */
const toBuffer = (value: Buffer | string | null): Buffer => Buffer.from(value ?? '');
