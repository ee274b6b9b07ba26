import { sqlCount, type Tx } from '@creator-connect/persistence';

/** CloudEvents attributes that have no column of their own. Absent ones are left out of the JSON. */
export interface OutboxHeaders {
  dataschema?: string;
  correlationid?: string;
  causationid?: string;
  traceparent?: string;
}

export interface NewOutboxRow {
  id: string;
  aggregatetype: string;
  aggregateid: string;
  type: string;
  /** JSON text; null is a tombstone, or a dead letter whose bytes stand in its own table. */
  payload: string | null;
  aggregateversion: number;
  topic: string;
  headers: OutboxHeaders;
  lane: number;
}

/** Rows of this aggregate type are dead letters: the record is made of the `dead_letter` row named by `aggregateid`. */
export const deadLetterAggregate = 'dead-letter';

const insert = `
  INSERT INTO outbox (id, aggregatetype, aggregateid, type, payload, aggregateversion, topic, headers, lane)
  SELECT id, aggregatetype, aggregateid, type, payload::jsonb, aggregateversion, topic, headers::jsonb, lane
    FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::text[], $8::text[], $9::smallint[])
         WITH ORDINALITY AS r(id, aggregatetype, aggregateid, type, payload, aggregateversion, topic, headers, lane, position)
   ORDER BY position`;

/** One statement for any number of rows; they get their sequence numbers in the order given. */
export async function insertOutboxRows(tx: Tx, rows: NewOutboxRow[]): Promise<void> {
  await sqlCount(tx, insert, [
    rows.map((row) => row.id),
    rows.map((row) => row.aggregatetype),
    rows.map((row) => row.aggregateid),
    rows.map((row) => row.type),
    rows.map((row) => row.payload),
    rows.map((row) => row.aggregateversion),
    rows.map((row) => row.topic),
    rows.map((row) => JSON.stringify(row.headers)),
    rows.map((row) => row.lane),
  ]);
}
