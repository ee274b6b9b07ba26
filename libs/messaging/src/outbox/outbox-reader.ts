import { sqlRows } from '@creator-connect/persistence';
import type { DataSource } from 'typeorm';
import type { OutgoingRecord } from '../broker/broker.port';
import { encodeEvent } from '../cloud-events/encode';
import { encodeDeadLetter, type DeadLetterBytes } from '../dead-letters/encode-dead-letter';
import { deadLetterAggregate, type OutboxHeaders } from './outbox-rows';

interface StoredRow {
  seq: string;
  id: string;
  aggregatetype: string;
  aggregateid: string;
  type: string;
  payload: string | null;
  aggregateversion: string;
  topic: string;
  headers: OutboxHeaders;
  occurred_at: Date;
}

export interface OutboxRow extends StoredRow {
  source: string;
  isDeadLetter: boolean;
  deadLetter?: DeadLetterBytes;
}

/** Reads unpublished rows and turns them into records. */
export class OutboxReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly source: string,
    private readonly topicPrefix: string,
  ) {}

  /** Lanes, of these, that have something to send. */
  async waitingLanes(lanes: number[]): Promise<number[]> {
    const rows = await sqlRows<{ lane: number }>(
      this.dataSource,
      `SELECT lane FROM unnest($1::smallint[]) AS l(lane)
        WHERE EXISTS (SELECT 1 FROM outbox o WHERE o.lane = l.lane AND o.published_at IS NULL)`,
      [lanes],
    );
    return rows.map(({ lane }) => lane);
  }

  /** By state, not by a cursor: a row whose transaction commits late has a smaller number than rows sent before it. */
  async next(lane: number, limit: number): Promise<OutboxRow[]> {
    const stored = await sqlRows<StoredRow>(
      this.dataSource,
      `SELECT seq, id, aggregatetype, aggregateid, type, payload::text AS payload, aggregateversion, topic, headers, occurred_at
         FROM outbox WHERE lane = $1 AND published_at IS NULL ORDER BY seq LIMIT $2`,
      [lane, limit],
    );
    const rows: OutboxRow[] = stored.map((row) => ({
      ...row,
      source: this.source,
      isDeadLetter: row.aggregatetype === deadLetterAggregate,
    }));
    await this.loadDeadLetters(rows.filter((row) => row.isDeadLetter));
    return rows;
  }

  encode(row: OutboxRow): OutgoingRecord {
    const topic = this.topicPrefix + row.topic;
    if (row.deadLetter) return encodeDeadLetter(topic, row.deadLetter);
    return encodeEvent(topic, { ...row, occurredAt: row.occurred_at });
  }

  private async loadDeadLetters(rows: OutboxRow[]): Promise<void> {
    if (rows.length === 0) return;
    const letters = await sqlRows<DeadLetterBytes>(
      this.dataSource,
      `SELECT id, consumer, topic, partition, kafka_offset::text AS "offset", key, value, headers, status,
              error_class AS "errorClass", error_message AS "errorMessage"
         FROM dead_letter WHERE id = ANY($1::uuid[])`,
      [rows.map((row) => row.aggregateid)],
    );
    const byId = new Map(letters.map((letter) => [letter.id, letter]));
    for (const row of rows) row.deadLetter = byId.get(row.aggregateid);
  }
}
