/**
 * All that the rest of the system knows about a broker. Kept this small so that another client can take kafkajs's place;
 * every adapter passes the same suite (`test/integration/broker.int-spec.ts`).
 */
export interface BrokerPort {
  /**
   * Creates the topics that are missing and compares those that exist. A difference in partitions, clean-up or retention
   * rejects with TopicMismatchError and needs a human; every other rejection may be tried again.
   */
  ensureTopics(topics: readonly TopicSpec[]): Promise<void>;
  createProducer(): Promise<BrokerProducer>;
  /** Joins the group and goes on where it has committed. Resolves when it has started. */
  consume(options: ConsumeOptions): Promise<BrokerConsumer>;
  /** How far a group is behind, per partition. */
  lag(group: string, topics: readonly string[]): Promise<PartitionLag[]>;
  /** Ends the broker's own connections; producers and consumers end separately. */
  close(): Promise<void>;
}

export interface TopicSpec {
  name: string;
  partitions: number;
  cleanupPolicy: 'delete' | 'compact';
  retentionMs: number;
  maxMessageBytes?: number;
}

export interface OutgoingRecord {
  topic: string;
  key: Buffer | string | null;
  value: Buffer | null;
  headers: Record<string, HeaderValue>;
}

export type HeaderValue = Buffer | string | (Buffer | string)[];

/**
 * One awaited `send` at a time. After any rejection the outcome of that send is unknown and the producer must not be used
 * again: a kafkajs producer whose retries ran out acknowledges and loses the next, different message.
 */
export interface BrokerProducer {
  send(records: readonly OutgoingRecord[]): Promise<void>;
  disconnect(): Promise<void>;
}

/** The broker refuses a record for its size; sending it again can never help. */
export class RecordTooLargeError extends Error {
  override readonly name = 'RecordTooLargeError';
}

/** A topic exists, but not as the catalogue says. */
export class TopicMismatchError extends Error {
  override readonly name = 'TopicMismatchError';
}

export interface IncomingRecord {
  topic: string;
  partition: number;
  offset: string;
  key: Buffer | null;
  value: Buffer | null;
  /** A header that occurs several times is an array. */
  headers: Record<string, Buffer | Buffer[]>;
  timestamp: string;
}

export interface IncomingBatch {
  topic: string;
  partition: number;
  records: readonly IncomingRecord[];
}

export interface BatchControl {
  /** This record and all before it are done; `commit` tells the broker. */
  resolve(record: IncomingRecord): void;
  /** Commits what was resolved. Rejects when the group is rebalancing: leave the batch then. */
  commit(): Promise<void>;
  /** Cheap to call often. Rejects when the group is rebalancing: leave the batch then. */
  heartbeat(): Promise<void>;
  /** False once the consumer is stopping or has lost the partition: handle no further record. */
  isActive(): boolean;
  /** Fetches nothing more of this partition for so long; what is unresolved is delivered again afterwards. */
  pauseFor(ms: number): void;
}

export interface ConsumeOptions {
  group: string;
  topics: readonly string[];
  /** Where a group without commits starts. Default `beginning`; `end` is for views that are gone with the process. */
  from?: 'beginning' | 'end';
  /** Batches of one partition never overlap. A rejection that is not the control's own pauses the partition for 1 s. */
  onBatch(batch: IncomingBatch, control: BatchControl): Promise<void>;
  /** Partitions handled side by side. */
  concurrency: number;
  sessionTimeoutMs: number;
  /** The consumer is dead and will not come back by itself. */
  onFatal(error: Error): void;
}

export interface BrokerConsumer {
  /** Finishes the records in hand, commits and leaves the group. */
  stop(): Promise<void>;
  /** Milliseconds since the broker was last asked for records, on this process's clock. */
  sinceLastPoll(): number;
}

export interface PartitionLag {
  topic: string;
  partition: number;
  lag: number;
}
