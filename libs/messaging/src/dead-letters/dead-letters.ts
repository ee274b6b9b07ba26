import { Inject, Injectable } from '@nestjs/common';
import { AppError, messagingErrors, requestErrors } from '@creator-connect/contracts';
import { sqlCount, sqlRows, UnitOfWork, type Tx } from '@creator-connect/persistence';
import { DataSource } from 'typeorm';
import type { IncomingRecord } from '../broker/broker.port';
import { EventProcessor, organisationOf } from '../consuming/event-processor';
import { describeFailure } from '../consuming/failures';
import type { Message } from '../consuming/inbox';
import { relayConsumer } from '../outbox/relay-consumer';
import { MESSAGING_OPTIONS, type MessagingOptions } from '../messaging.options';
import { restoreHeaders, type StoredHeaders } from './headers';
import { lockKey } from './parking';

export type DeadLetterStatus = 'parked' | 'blocked' | 'replayed' | 'discarded';

export interface DeadLetter {
  id: string;
  consumer: string;
  source: string;
  eventId: string;
  eventType: string | null;
  topic: string;
  partition: number;
  offset: string;
  key: string | null;
  status: DeadLetterStatus;
  errorClass: string | null;
  errorMessage: string | null;
  attempts: number;
  firstAt: Date;
  lastAt: Date;
  resolvedBy: string | null;
}

export interface ReplayResult {
  /** Messages whose effect happened now: the one asked for and those that waited behind it. */
  replayed: number;
  /** The message at which it stopped, with its new error. */
  stoppedAt?: { id: string; errorClass: string; message: string };
}

export interface DeadLetterFilter {
  status?: DeadLetterStatus;
  /** Id of the last one of the page before. */
  after?: string;
  limit?: number;
}

const columns = `id, consumer, source, event_id AS "eventId",
  headers->>'ce_type' AS "eventType", topic, partition, kafka_offset::text AS "offset",
  encode(key, 'escape') AS key, status, error_class AS "errorClass", error_message AS "errorMessage", attempts,
  first_at AS "firstAt", last_at AS "lastAt", resolved_by AS "resolvedBy"`;

interface OpenRow {
  id: string;
  consumer: string;
  source: string;
  event_id: string;
  topic: string;
  partition: number;
  kafka_offset: string;
  key: Buffer | null;
  value: Buffer | null;
  headers: StoredHeaders;
  status: DeadLetterStatus;
  blocks: boolean;
}

/** A message that no other waits for and that waits for no other. */
const standsAlone = (row: OpenRow) => row.key === null || !row.blocks;

/** What an operator can do with messages that were put aside. */
@Injectable()
export class DeadLetters {
  constructor(
    @Inject(MESSAGING_OPTIONS) private readonly options: MessagingOptions,
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly processor: EventProcessor,
  ) {}

  async list(filter: DeadLetterFilter = {}): Promise<DeadLetter[]> {
    return sqlRows<DeadLetter>(
      this.dataSource,
      `SELECT ${columns} FROM dead_letter
        WHERE ($1::text IS NULL OR status = $1) AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`,
      [filter.status ?? null, filter.after ?? null, Math.min(500, filter.limit ?? 100)],
    );
  }

  /**
   * Handles the message again, then those that waited behind it, each in a transaction of its own and in their order.
   * Stops at the first that fails. Safe to call again.
   */
  async replay(id: string, actor: string): Promise<ReplayResult> {
    const row = await this.open(id);
    if (row.consumer === relayConsumer(this.options.service)) return this.sendAgain(row, actor);
    if (standsAlone(row)) return this.drain(row, actor, id);
    const first = await this.firstOfKey(row);
    if (first !== undefined && first !== id) {
      throw new AppError(messagingErrors.deadLetterWaits, { extra: { first } });
    }
    return this.drain(row, actor, id);
  }

  /** Gives the message up. Those that waited only for it are handled now. */
  async discard(id: string, actor: string): Promise<ReplayResult> {
    const row = await this.open(id);
    const count = await this.unitOfWork.system(async (tx) => {
      await lockKey(tx, row.consumer, row.key);
      return resolve(tx, id, 'discarded', actor);
    });
    if (count === 0) throw new AppError(messagingErrors.deadLetterResolved);
    return standsAlone(row) ? { replayed: 0 } : this.drain(row, actor, undefined);
  }

  private async open(id: string): Promise<OpenRow> {
    const [row] = await sqlRows<OpenRow>(this.dataSource, 'SELECT * FROM dead_letter WHERE id = $1', [id]);
    if (!row) throw new AppError(requestErrors.notFound);
    if (row.status !== 'parked' && row.status !== 'blocked') throw new AppError(messagingErrors.deadLetterResolved);
    return row;
  }

  private async firstOfKey(row: OpenRow): Promise<string | undefined> {
    const [first] = await sqlRows<{ id: string }>(
      this.dataSource,
      `SELECT id FROM dead_letter WHERE consumer = $1 AND key = $2 AND status IN ('parked', 'blocked') AND blocks
        ORDER BY first_at, kafka_offset LIMIT 1`,
      [row.consumer, row.key],
    );
    return first?.id;
  }

  private async drain(origin: OpenRow, actor: string, requested: string | undefined): Promise<ReplayResult> {
    for (let replayed = 0; ; replayed += 1) {
      let current: OpenRow | undefined;
      try {
        const went = await this.unitOfWork.system(async (tx) => {
          await lockKey(tx, origin.consumer, origin.key);
          current = await nextOpen(tx, origin, requested);
          // A parked one further down had a failure of its own: that is for a human to decide.
          if (!current || (current.status === 'parked' && current.id !== requested)) return false;
          await this.handle(tx, current);
          await resolve(tx, current.id, 'replayed', actor);
          return true;
        });
        if (!went) return { replayed };
      } catch (error) {
        if (!current) throw error;
        const failure = describeFailure(error);
        await this.stayParked(current.id, failure);
        return { replayed, stoppedAt: { id: current.id, ...failure } };
      }
      if (standsAlone(origin)) return { replayed: replayed + 1 };
    }
  }

  private async handle(tx: Tx, row: OpenRow): Promise<void> {
    const record = recordOf(row);
    const decoded = this.processor.decode(record);
    if (decoded.kind === 'poison') {
      throw Object.assign(new Error(decoded.poison.message), { name: decoded.poison.errorClass });
    }
    // A type that nobody handles any more, or not in this version: there is nothing to do, and nothing to wait for.
    if (decoded.kind === 'skipped') return;
    const message: Message = { record, envelope: decoded.envelope };
    const orgId = organisationOf(message);
    await tx.query("SELECT set_config('app.org_id', $1, true)", [orgId ?? '']);
    await this.processor.invoke(tx, message, orgId);
  }

  private async stayParked(id: string, failure: { errorClass: string; message: string }): Promise<void> {
    await sqlCount(
      this.dataSource,
      `UPDATE dead_letter SET status = 'parked', attempts = attempts + 1, last_at = clock_timestamp(), error_class = $2,
              error_message = $3
        WHERE id = $1 AND status IN ('parked', 'blocked')`,
      [id, failure.errorClass, failure.message],
    );
  }

  /** A row that the relay could not send: the relay gets it once more. */
  private async sendAgain(row: OpenRow, actor: string): Promise<ReplayResult> {
    return this.unitOfWork.system(async (tx) => {
      const count = await resolve(tx, row.id, 'replayed', actor);
      if (count === 1) await sqlCount(tx, 'UPDATE outbox SET published_at = NULL WHERE id = $1', [row.event_id]);
      return { replayed: count };
    });
  }
}

async function nextOpen(tx: Tx, origin: OpenRow, requested: string | undefined): Promise<OpenRow | undefined> {
  const [row] = await sqlRows<OpenRow>(
    tx,
    standsAlone(origin)
      ? `SELECT * FROM dead_letter WHERE id = $1 AND status IN ('parked', 'blocked') FOR UPDATE`
      : `SELECT * FROM dead_letter WHERE consumer = $1 AND key = $2 AND status IN ('parked', 'blocked') AND blocks
          ORDER BY first_at, kafka_offset LIMIT 1 FOR UPDATE`,
    standsAlone(origin) ? [requested ?? origin.id] : [origin.consumer, origin.key],
  );
  return row;
}

function resolve(tx: Tx, id: string, status: 'replayed' | 'discarded', actor: string): Promise<number> {
  return sqlCount(
    tx,
    `UPDATE dead_letter SET status = $2, resolved_by = $3, last_at = clock_timestamp()
      WHERE id = $1 AND status IN ('parked', 'blocked')`,
    [id, status, actor],
  );
}

function recordOf(row: OpenRow): IncomingRecord {
  return {
    topic: row.topic,
    partition: row.partition,
    offset: row.kafka_offset,
    key: row.key,
    value: row.value,
    headers: restoreHeaders(row.headers),
    timestamp: '0',
  };
}
