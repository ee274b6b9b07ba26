import { Logger } from '@nestjs/common';
import type { EventEnvelope } from '@creator-connect/contracts';
import { runInContext } from '@creator-connect/observability';
import { isTransientDatabaseError, type Tx, type UnitOfWork } from '@creator-connect/persistence';
import type { BatchControl, IncomingBatch, IncomingRecord } from '../broker/broker.port';
import { decodeRecord, type DecodeOptions } from '../cloud-events/decode';
import type { Parking } from '../dead-letters/parking';
import { failpoint } from '../failpoints/failpoint';
import { metrics } from '../metrics/metrics';
import { DeliveryContext } from './delivery-context';
import { classify, describeFailure, jitteredDelay } from './failures';
import type { HandlerRegistry } from './handler-registry';
import { admit, admitTogether, type Message } from './inbox';

export interface RunnerSettings {
  consumer: string;
  sharedTransaction: number;
  retryDelaysMs: readonly number[];
  decode: DecodeOptions;
}

const commitEvery = { messages: 100, ms: 1_000 };

/** The partition is paused: what is not resolved comes again later. */
class Paused extends Error {}

/**
 * Handles the records of one partition in order: validate, then one transaction with inbox row, effect and outbox, then
 * resolve. Nothing is ever thrown into the broker's client for a handler's sake: a failure is waited out, tried again or
 * parked here.
 */
export class PartitionRunner {
  private readonly logger = new Logger(PartitionRunner.name);
  private pauses = 0;

  constructor(
    private readonly settings: RunnerSettings,
    private readonly unitOfWork: UnitOfWork,
    private readonly handlers: HandlerRegistry,
    private readonly parking: Parking,
  ) {}

  async run(batch: IncomingBatch, control: BatchControl): Promise<void> {
    const committer = new Committer(control);
    try {
      for (let at = 0; at < batch.records.length && control.isActive();) {
        const records = batch.records.slice(at, at + this.settings.sharedTransaction);
        at += await this.handleNext(records, control);
        for (const record of batch.records.slice(at - 1, at)) control.resolve(record);
        await control.heartbeat();
        await committer.maybe(records.length);
        this.pauses = 0;
      }
    } catch (error) {
      if (!(error instanceof Paused)) throw error;
    }
    await control.commit();
  }

  /** Handles at least the first of these records and returns how many are done. */
  private async handleNext(records: readonly IncomingRecord[], control: BatchControl): Promise<number> {
    if (records.length > 1 && (await this.together(records))) return records.length;
    await this.one(records[0]!, control);
    return 1;
  }

  /** All in one transaction. False: something stands in the way, so they have to be done one by one. */
  private async together(records: readonly IncomingRecord[]): Promise<boolean> {
    const { consumer, decode } = this.settings;
    const decoded = records.map((record) => ({ record, result: decodeRecord(record, decode) }));
    if (decoded.some(({ result }) => result.kind === 'poison')) return false;
    const messages: Message[] = decoded.flatMap(({ record, result }) =>
      result.kind === 'event' ? [{ record, envelope: result.envelope }] : [],
    );
    try {
      const fresh = await this.unitOfWork.system(async (tx) => {
        const admitted = await admitTogether(tx, consumer, messages);
        if (!admitted) return undefined;
        for (const message of admitted) await this.effect(tx, message);
        await failpoint('consumer.in-transaction');
        return admitted;
      });
      if (!fresh) return false;
      await failpoint('consumer.after-commit');
      metrics.duplicates.inc({ consumer }, messages.length - fresh.length);
      for (const { envelope } of fresh) metrics.handled.inc({ consumer, type: envelope.type });
      for (const { result } of decoded) if (result.kind === 'skipped') this.countSkipped(result.type, result.reason);
      return true;
    } catch {
      // One by one each error is seen on its own, with the message it belongs to.
      return false;
    }
  }

  private async one(record: IncomingRecord, control: BatchControl): Promise<void> {
    const { consumer, decode } = this.settings;
    const result = decodeRecord(record, decode);
    if (result.kind === 'skipped') return this.countSkipped(result.type, result.reason);
    if (result.kind === 'poison') {
      return this.withDatabase(control, () => this.parking.park(consumer, { record, attempts: 1, ...result.poison }));
    }
    await this.tryToHandle({ record, envelope: result.envelope }, control);
  }

  private async tryToHandle(message: Message, control: BatchControl): Promise<void> {
    const { consumer, retryDelaysMs } = this.settings;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.handle(message);
      } catch (error) {
        const failure = classify(error);
        if (failure === 'transient') this.pause(control, error);
        const delay = failure === 'rejected' ? undefined : retryDelaysMs[attempt - 1];
        if (delay === undefined) {
          const { errorClass, message: words } = describeFailure(error);
          this.logger.warn({ err: error, eventId: message.envelope.id }, 'A message can not be handled');
          const { record, envelope } = message;
          const parked = { record, id: envelope.id, source: envelope.source, attempts: attempt, blocks: true };
          return this.withDatabase(control, () =>
            this.parking.park(consumer, { ...parked, errorClass, message: words }),
          );
        }
        metrics.retries.inc({ consumer, failure });
        await this.wait(delay, control);
      }
    }
  }

  /** Inbox, effect and outbox in one transaction. */
  private async handle(message: Message): Promise<void> {
    const { consumer } = this.settings;
    const { record, envelope } = message;
    const outcome = await this.unitOfWork.system(async (tx) => {
      const orgId = organisationOf(envelope);
      const { isNew, isBlocked } = await admit(tx, consumer, message, orgId);
      if (!isNew) return 'duplicate';
      if (isBlocked) {
        const { id, source } = envelope;
        const behind = { record, id, source, errorClass: 'Blocked', attempts: 0, blocks: true };
        const words = 'An earlier message of this key is parked';
        if (await this.parking.follow(tx, consumer, { ...behind, message: words })) return 'blocked';
      }
      await this.effect(tx, message, orgId !== undefined);
      await failpoint('consumer.in-transaction');
      return 'handled';
    });
    await failpoint('consumer.after-commit');
    if (outcome === 'duplicate') metrics.duplicates.inc({ consumer });
    if (outcome === 'handled') metrics.handled.inc({ consumer, type: envelope.type });
  }

  /** Runs the handlers in the event's context: its organisation, its correlation, itself as the cause. */
  private async effect(tx: Tx, { record, envelope }: Message, contextIsSet = false): Promise<void> {
    const context = {
      correlationId: envelope.correlationid,
      causationId: envelope.id,
      ...(envelope.traceparent ? { traceparent: envelope.traceparent } : {}),
    };
    const invoke = () => this.handlers.invoke(envelope, new DeliveryContext(tx, record));
    await runInContext(context, async () => {
      const orgId = organisationOf(envelope);
      if (orgId === undefined) await invoke();
      else if (contextIsSet) await this.unitOfWork.adoptTenant(tx, orgId, invoke);
      else await this.unitOfWork.tenant(orgId, invoke);
    });
  }

  /** Database trouble is waited out without counting as a try. */
  private pause(control: BatchControl, error: unknown): never {
    const ms = jitteredDelay(this.pauses);
    this.pauses += 1;
    metrics.retries.inc({ consumer: this.settings.consumer, failure: 'transient' });
    this.logger.warn({ err: error, ms }, 'A partition waits');
    control.pauseFor(ms);
    throw new Paused();
  }

  private async withDatabase(control: BatchControl, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (isTransientDatabaseError(error)) this.pause(control, error);
      throw error;
    }
  }

  private async wait(ms: number, control: BatchControl): Promise<void> {
    for (let left = ms; left > 0; left -= 1_000) {
      if (!control.isActive()) throw new Paused();
      await new Promise((resolve) => setTimeout(resolve, Math.min(left, 1_000)));
      await control.heartbeat();
    }
  }

  private countSkipped(type: string, reason: string): void {
    metrics.skipped.inc({ consumer: this.settings.consumer, type, reason });
  }
}

class Committer {
  private messages = 0;
  private last = performance.now();

  constructor(private readonly control: BatchControl) {}

  async maybe(done: number): Promise<void> {
    this.messages += done;
    if (this.messages < commitEvery.messages && performance.now() - this.last < commitEvery.ms) return;
    await this.control.commit();
    this.messages = 0;
    this.last = performance.now();
  }
}

/** An event's claim to an organisation is only a context: the handler loads its objects under it and finds none of others. */
function organisationOf({ data }: EventEnvelope): string | undefined {
  const orgId = (data as { organisationId?: unknown } | null)?.organisationId;
  return typeof orgId === 'string' ? orgId : undefined;
}
