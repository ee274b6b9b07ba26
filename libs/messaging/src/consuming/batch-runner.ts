import { Inject, Injectable, Logger } from '@nestjs/common';
import type { BatchControl, IncomingBatch, IncomingRecord } from '../broker/broker.port';
import type { Decoded } from '../cloud-events/decode';
import { Parking } from '../dead-letters/parking';
import { MESSAGING_OPTIONS, type MessagingOptions } from '../messaging.options';
import { metrics } from '../metrics/metrics';
import { EventProcessor, organisationOf } from './event-processor';
import { classify, describeFailure, jitteredDelay, type FailureClass } from './failures';
import type { Message } from './inbox';

const commitEvery = { messages: 100, ms: 1_000 };
const heartbeatMs = 1_000;
/** A handler that takes longer is reported; its partition stays ours by heartbeats, and it is never run a second time beside itself. */
const handlerBudgetMs = 20_000;
const defaultRetryDelaysMs = [200, 1_000, 3_000, 8_000];

type Skipped = Extract<Decoded, { kind: 'skipped' }>;

/** Consecutive records of a partition, with what is in them. */
interface Chunk {
  size: number;
  messages: Message[];
  skipped: Skipped[];
}

const alone: Chunk = { size: 0, messages: [], skipped: [] };

/** Tries of the message at which a partition stands. Forgotten as soon as it is past it. */
interface Tries {
  offset: string;
  handler: number;
  transient: number;
}

/**
 * Takes a partition's batch through the processor and decides what a failure means: wait and try again with the partition
 * paused, or park. Waiting happens between deliveries, so other partitions go on and the group's heartbeats too.
 */
@Injectable()
export class BatchRunner {
  private readonly logger = new Logger(BatchRunner.name);
  private readonly tries = new Map<string, Tries>();
  private readonly retryDelaysMs: readonly number[];
  private readonly shared: number;
  private readonly running = new Map<string, number>();

  constructor(
    @Inject(MESSAGING_OPTIONS) options: MessagingOptions,
    private readonly processor: EventProcessor,
    private readonly parking: Parking,
  ) {
    this.retryDelaysMs = options.retryDelaysMs ?? defaultRetryDelaysMs;
    this.shared = Math.min(100, Math.max(1, options.sharedTransaction ?? 1));
  }

  /** Milliseconds since the oldest message now in a handler was given to it; 0 when none is. */
  busyFor(): number {
    const oldest = Math.min(...this.running.values());
    return Number.isFinite(oldest) ? performance.now() - oldest : 0;
  }

  async run(batch: IncomingBatch, control: BatchControl): Promise<void> {
    const place = `${batch.topic}/${batch.partition}`;
    const beat = setInterval(() => control.heartbeat().catch(() => undefined), heartbeatMs);
    try {
      await this.runRecords(place, batch.records, control);
    } finally {
      clearInterval(beat);
      this.running.delete(place);
    }
    await control.commit();
  }

  private async runRecords(place: string, records: readonly IncomingRecord[], control: BatchControl): Promise<void> {
    let sinceCommit = 0;
    let committedAt = performance.now();
    let oneByOneUntil = 0;
    for (let index = 0; index < records.length && control.isActive();) {
      this.running.set(place, performance.now());
      const chunk = index >= oneByOneUntil ? this.sharable(records, index) : alone;
      let done = 1;
      if (chunk.messages.length > 1 && (await this.tryTogether(chunk))) {
        done = chunk.size;
      } else {
        oneByOneUntil = Math.max(oneByOneUntil, index + chunk.size);
        const waitMs = await this.runOne(place, records[index]!);
        if (waitMs !== undefined) return control.pauseFor(waitMs);
      }
      this.reportSlow(place);
      index += done;
      control.resolve(records[index - 1]!);
      sinceCommit += done;
      if (sinceCommit >= commitEvery.messages || performance.now() - committedAt >= commitEvery.ms) {
        await control.commit();
        sinceCommit = 0;
        committedAt = performance.now();
      }
      await control.heartbeat();
    }
  }

  /** The next records that may share a transaction: up to the first that cannot be read. */
  private sharable(records: readonly IncomingRecord[], from: number): Chunk {
    if (this.shared === 1) return alone;
    const chunk: Chunk = { size: 0, messages: [], skipped: [] };
    for (const record of records.slice(from, from + this.shared)) {
      const decoded = this.processor.decode(record);
      if (decoded.kind === 'poison') break;
      if (decoded.kind === 'event') chunk.messages.push({ record, envelope: decoded.envelope });
      else chunk.skipped.push(decoded);
      chunk.size += 1;
    }
    return chunk;
  }

  private async tryTogether({ messages, skipped }: Chunk): Promise<boolean> {
    try {
      if (!(await this.processor.handleTogether(messages))) return false;
      skipped.forEach((one) => this.countSkipped(one));
      return true;
    } catch (error) {
      this.logger.debug({ err: error, messages: messages.length }, 'A shared transaction failed; one by one now');
      return false;
    }
  }

  /** Undefined: done with this record, in whatever way. A number: not yet, try again after so many milliseconds. */
  private async runOne(place: string, record: IncomingRecord): Promise<number | undefined> {
    const tries = this.triesOf(place, record.offset);
    try {
      await this.handle(record);
      this.tries.delete(place);
      return undefined;
    } catch (error) {
      const failure = classify(error);
      const delay = this.delayFor(failure, tries);
      if (delay !== undefined) {
        metrics.retries.inc({ consumer: this.processor.consumer, failure });
        const where = { place, offset: record.offset, organisationId: this.organisationIdOf(record) };
        this.logger.warn({ err: error, ...where, failure, delay }, 'A message will be tried again');
        return delay;
      }
      return this.parkAfter(place, record, error, failure, tries);
    }
  }

  private async handle(record: IncomingRecord): Promise<void> {
    const decoded = this.processor.decode(record);
    if (decoded.kind === 'event') return this.processor.handle({ record, envelope: decoded.envelope });
    if (decoded.kind === 'skipped') return this.countSkipped(decoded);
    return this.parking.park(this.processor.consumer, { record, attempts: 0, ...decoded.poison });
  }

  /** For the log, whose lines here are written outside of the message's own context (security OP-03). */
  private organisationIdOf(record: IncomingRecord): string | undefined {
    const decoded = this.processor.decode(record);
    return decoded.kind === 'event' ? organisationOf({ record, envelope: decoded.envelope }) : undefined;
  }

  private countSkipped({ type, reason }: Skipped): void {
    metrics.skipped.inc({ consumer: this.processor.consumer, type, reason });
  }

  /** Undefined: no further try. */
  private delayFor(failure: FailureClass, tries: Tries): number | undefined {
    if (failure === 'transient') {
      tries.transient += 1;
      return jitteredDelay(tries.transient);
    }
    if (failure === 'rejected') return undefined;
    tries.handler += 1;
    return this.retryDelaysMs[tries.handler - 1];
  }

  private async parkAfter(
    place: string,
    record: IncomingRecord,
    error: unknown,
    failure: FailureClass,
    tries: Tries,
  ): Promise<number | undefined> {
    const decoded = this.processor.decode(record);
    if (decoded.kind !== 'event') throw error;
    const { id, source } = decoded.envelope;
    try {
      await this.parking.park(this.processor.consumer, {
        record,
        id,
        source,
        ...describeFailure(error),
        // Tries after the first one.
        attempts: Math.max(0, tries.handler - 1),
        // A refused event may be forged; it must not be able to stop the events of the account it names.
        blocks: failure !== 'rejected',
      });
    } catch (parkError) {
      tries.transient += 1;
      const where = { place, offset: record.offset, organisationId: this.organisationIdOf(record) };
      this.logger.warn({ err: parkError, ...where }, 'A message cannot be parked yet');
      return jitteredDelay(tries.transient);
    }
    this.tries.delete(place);
    return undefined;
  }

  private triesOf(place: string, offset: string): Tries {
    const known = this.tries.get(place);
    if (known?.offset === offset) return known;
    const fresh = { offset, handler: 0, transient: 0 };
    this.tries.set(place, fresh);
    return fresh;
  }

  private reportSlow(place: string): void {
    const ms = performance.now() - (this.running.get(place) ?? 0);
    if (ms > handlerBudgetMs) this.logger.warn({ place, ms: Math.round(ms) }, 'A handler exceeded its budget');
  }
}
