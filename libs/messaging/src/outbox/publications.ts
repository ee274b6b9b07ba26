import { sqlCount, sqlRows, type UnitOfWork } from '@creator-connect/persistence';
import type { OutgoingRecord } from '../broker/broker.port';
import { encodeEvent, sizeOf } from '../cloud-events/encode';
import { deadLetterRecord, type DeadLetterRow } from '../dead-letters/dead-letter-record';
import type { MessagingOptions } from '../messaging.options';
import type { LaneLease } from './lane-leases';
import { deadLetterAggregate, type OutboxHeaders } from './outbox-rows';

export interface Publication {
  seq: string;
  record: OutgoingRecord;
}

interface Row {
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

/** What of the outbox is not published yet. Read by state and not by a cursor: rows commit out of order. */
export class Publications {
  private readonly source: string;
  private readonly prefix: string;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    options: MessagingOptions,
  ) {
    this.source = options.source ?? `/services/${options.service}`;
    this.prefix = options.connection.topicPrefix ?? '';
  }

  any(lane: number): Promise<boolean> {
    return this.unitOfWork.system(async (tx) => {
      const rows = await sqlRows(tx, 'SELECT 1 FROM outbox WHERE lane = $1 AND published_at IS NULL LIMIT 1', [lane]);
      return rows.length > 0;
    });
  }

  /** The lane's next rows as records, as many as one send may hold. */
  async next(
    lane: number,
    limits: { maxRows: number; maxBytes: number; maxRecordBytes: number },
  ): Promise<Publication[]> {
    const rows = await this.unitOfWork.system((tx) =>
      sqlRows<Row>(
        tx,
        `SELECT seq::text AS seq, id, aggregatetype, aggregateid, type, payload::text AS payload,
                aggregateversion::text AS aggregateversion, topic, headers, occurred_at
           FROM outbox WHERE lane = $1 AND published_at IS NULL ORDER BY seq LIMIT $2`,
        [lane, limits.maxRows],
      ),
    );
    const publications: Publication[] = [];
    let bytes = 0;
    for (const row of rows) {
      const record = await this.recordOf(row);
      bytes += sizeOf(record);
      if (publications.length > 0 && bytes > limits.maxBytes) break;
      publications.push({ seq: row.seq, record });
    }
    return publications;
  }

  /** Marks the rows as published if the lane is still ours. False: nothing was written. */
  mark(rows: readonly Publication[], lease: LaneLease): Promise<boolean> {
    return this.unitOfWork.system(async (tx) => {
      const count = await sqlCount(
        tx,
        `UPDATE outbox SET published_at = clock_timestamp()
          WHERE seq = ANY($1::bigint[]) AND EXISTS (SELECT 1 FROM outbox_lane WHERE lane = $2 AND epoch = $3)`,
        [rows.map((row) => row.seq), lease.lane, lease.epoch],
      );
      return count > 0;
    });
  }

  /** A row that can never be sent goes to the dead letters, under the name of the relay as its consumer. */
  park(row: Publication): Promise<void> {
    return this.unitOfWork.system(async (tx) => {
      await sqlCount(
        tx,
        `INSERT INTO dead_letter (id, consumer, source, event_id, topic, partition, kafka_offset, key, value, status, blocks,
                                  error_class, error_message, attempts)
         SELECT gen_random_uuid(), 'relay', $2, o.id::text, o.topic, -1, o.seq, convert_to(o.aggregateid, 'UTF8'),
                convert_to(o.payload::text, 'UTF8'), 'parked', false, 'RecordTooLarge', 'The broker refuses it for its size', 1
           FROM outbox o WHERE o.seq = $1 AND o.published_at IS NULL`,
        [row.seq, this.source],
      );
      await sqlCount(tx, 'UPDATE outbox SET published_at = clock_timestamp(), attempts = attempts + 1 WHERE seq = $1', [
        row.seq,
      ]);
    });
  }

  private async recordOf(row: Row): Promise<OutgoingRecord> {
    const topic = `${this.prefix}${row.topic}`;
    if (row.aggregatetype !== deadLetterAggregate) {
      const { occurred_at: occurredAt, ...event } = row;
      return encodeEvent(topic, { ...event, source: this.source, occurredAt });
    }
    const [letter] = await this.unitOfWork.system((tx) =>
      sqlRows<DeadLetterRow>(tx, 'SELECT * FROM dead_letter WHERE id = $1', [row.aggregateid]),
    );
    return deadLetterRecord(topic, row.aggregateid, letter);
  }
}
