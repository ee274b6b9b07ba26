import { Injectable } from '@nestjs/common';
import { runInContext } from '@creator-connect/observability';
import { sqlCount, sqlRows, UnitOfWork, type Tx } from '@creator-connect/persistence';
import type { IncomingRecord } from '../broker/broker.port';
import { decodeRecord } from '../cloud-events/decode';
import { DeliveryContext } from '../consuming/delivery-context';
import { HandlerRegistry } from '../consuming/handler-registry';
import type { DeadLetterRow } from './dead-letter-record';
import { restoreHeaders } from './headers';
import { lockKey } from './parking';

/** A parked message as an operator sees it: where it came from and why, never its content. */
export interface DeadLetter {
  id: string;
  consumer: string;
  eventId: string;
  topic: string;
  status: DeadLetterRow['status'];
  errorClass: string | null;
  errorMessage: string | null;
  attempts: number;
  firstAt: Date;
  lastAt: Date;
}

export interface ReplayResult {
  replayed: number;
  /** Messages of the key that still wait: the first of them failed again. */
  waiting: number;
}

const view = (row: DeadLetterRow): DeadLetter => ({
  id: row.id,
  consumer: row.consumer,
  eventId: row.event_id,
  topic: row.topic,
  status: row.status,
  errorClass: row.error_class,
  errorMessage: row.error_message,
  attempts: row.attempts,
  firstAt: row.first_at,
  lastAt: row.last_at,
});

/** What an operator does with parked messages once the cause is mended. */
@Injectable()
export class DeadLetters {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly handlers: HandlerRegistry,
  ) {}

  /** Oldest first. */
  list({ limit = 100, open = true }: { limit?: number; open?: boolean } = {}): Promise<DeadLetter[]> {
    return this.unitOfWork.system(async (tx) => {
      const rows = await sqlRows<DeadLetterRow>(
        tx,
        `SELECT * FROM dead_letter WHERE NOT $1 OR status IN ('parked', 'blocked') ORDER BY first_at, id LIMIT $2`,
        [open, limit],
      );
      return rows.map(view);
    });
  }

  /**
   * Handles the message again, then those that wait behind it, in their order, each in a transaction of its own. Stops at
   * the first that fails. Undefined when there is no such open message.
   */
  async replay(id: string, by: string): Promise<ReplayResult | undefined> {
    const first = await this.find(id);
    if (!first) return undefined;
    let replayed = 0;
    for (let row: DeadLetterRow | undefined = first; row; row = await this.nextOf(first)) {
      if (!(await this.again(row, by))) break;
      replayed += 1;
      if (first.key === null) break;
    }
    return { replayed, waiting: await this.countOf(first) };
  }

  /** Gives a message up; those that wait behind it can go on by a replay. */
  discard(id: string, by: string): Promise<boolean> {
    return this.unitOfWork.system(async (tx) => {
      const count = await sqlCount(
        tx,
        `UPDATE dead_letter SET status = 'discarded', resolved_by = $2, last_at = clock_timestamp()
          WHERE id = $1 AND status IN ('parked', 'blocked')`,
        [id, by],
      );
      return count === 1;
    });
  }

  private async again(row: DeadLetterRow, by: string): Promise<boolean> {
    try {
      await this.unitOfWork.system(async (tx) => {
        await lockKey(tx, row.consumer, row.key);
        const done = await sqlCount(
          tx,
          `UPDATE dead_letter SET status = 'replayed', resolved_by = $2, last_at = clock_timestamp(), attempts = attempts + 1
            WHERE id = $1 AND status IN ('parked', 'blocked')`,
          [row.id, by],
        );
        if (done === 1) await this.effect(tx, row);
      });
      return true;
    } catch (error) {
      await this.unitOfWork.system((tx) =>
        sqlCount(
          tx,
          `UPDATE dead_letter SET status = 'parked', attempts = attempts + 1, last_at = clock_timestamp(), error_class = $2
            WHERE id = $1 AND status IN ('parked', 'blocked')`,
          [row.id, error instanceof Error ? error.name : typeof error],
        ),
      );
      return false;
    }
  }

  private async effect(tx: Tx, row: DeadLetterRow): Promise<void> {
    const record: IncomingRecord = {
      topic: row.topic,
      partition: row.partition,
      offset: row.kafka_offset,
      key: row.key,
      value: row.value,
      headers: restoreHeaders(row.headers),
      timestamp: String(row.first_at.getTime()),
    };
    const decoded = decodeRecord(record, {
      hasHandler: (type) => this.handlers.has(type),
      isCompacted: () => false,
      maxValueBytes: Number.MAX_SAFE_INTEGER,
    });
    if (decoded.kind === 'poison') throw new Error(decoded.poison.errorClass);
    if (decoded.kind === 'skipped') return;
    const { envelope } = decoded;
    const orgId = (envelope.data as { organisationId?: string }).organisationId;
    await runInContext({ correlationId: envelope.correlationid, causationId: envelope.id }, async () => {
      const invoke = () => this.handlers.invoke(envelope, new DeliveryContext(tx, record));
      if (orgId === undefined) await invoke();
      else await this.unitOfWork.tenant(orgId, invoke);
    });
  }

  private find(id: string): Promise<DeadLetterRow | undefined> {
    return this.unitOfWork.system(async (tx) => {
      const [row] = await sqlRows<DeadLetterRow>(
        tx,
        `SELECT * FROM dead_letter WHERE id = $1 AND status IN ('parked', 'blocked')`,
        [id],
      );
      return row;
    });
  }

  private nextOf({ consumer, key }: DeadLetterRow): Promise<DeadLetterRow | undefined> {
    return this.unitOfWork.system(async (tx) => {
      const [row] = await sqlRows<DeadLetterRow>(
        tx,
        `SELECT * FROM dead_letter WHERE consumer = $1 AND key = $2 AND status IN ('parked', 'blocked') ORDER BY kafka_offset LIMIT 1`,
        [consumer, key],
      );
      return row;
    });
  }

  private countOf({ consumer, key }: DeadLetterRow): Promise<number> {
    return this.unitOfWork.system(async (tx) => {
      const [row] = await sqlRows<{ count: string }>(
        tx,
        `SELECT count(*) AS count FROM dead_letter WHERE consumer = $1 AND key = $2 AND status IN ('parked', 'blocked')`,
        [consumer, key],
      );
      return Number(row!.count);
    });
  }
}
