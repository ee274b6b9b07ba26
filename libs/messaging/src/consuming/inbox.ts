import type { EventEnvelope } from '@creator-connect/contracts';
import { sqlCount, sqlRows, type Tx } from '@creator-connect/persistence';
import type { IncomingRecord } from '../broker/broker.port';

export interface Message {
  record: IncomingRecord;
  envelope: EventEnvelope;
}

export interface Admission {
  /** False: this event has been dealt with before. */
  isNew: boolean;
  /** An earlier event of the same key waits in the dead letters, so this one has to wait behind it. */
  isBlocked: boolean;
}

/**
 * One round trip: marks the event as seen, sets the organisation's context for the rest of the transaction, and looks
 * whether the key is blocked. The key conflict must not be an error, or it would abort the handler's transaction.
 */
const admitOne = `
  WITH context AS (SELECT set_config('app.org_id', $8, true)),
       seen AS (INSERT INTO inbox (consumer, source, event_id, topic, partition, kafka_offset)
                SELECT $1, $2, $3, $4, $5, $6 FROM context ON CONFLICT DO NOTHING RETURNING 1)
  SELECT EXISTS (SELECT 1 FROM seen) AS "isNew",
         EXISTS (SELECT 1 FROM dead_letter
                  WHERE consumer = $1 AND key = $7 AND status IN ('parked', 'blocked') AND blocks) AS "isBlocked"`;

export async function admit(tx: Tx, consumer: string, message: Message, orgId: string | undefined): Promise<Admission> {
  const { record, envelope } = message;
  const [admission] = await sqlRows<Admission>(tx, admitOne, [
    consumer,
    envelope.source,
    envelope.id,
    record.topic,
    record.partition,
    record.offset,
    record.key,
    orgId ?? '',
  ]);
  return admission!;
}

const admitMany = `
  WITH incoming AS (
         SELECT * FROM unnest($2::text[], $3::text[], $4::text[], $5::integer[], $6::bigint[], $7::bytea[])
           AS r(source, event_id, topic, partition, kafka_offset, key)),
       seen AS (INSERT INTO inbox (consumer, source, event_id, topic, partition, kafka_offset)
                SELECT $1, source, event_id, topic, partition, kafka_offset FROM incoming
                ON CONFLICT DO NOTHING RETURNING source, event_id)
  SELECT ARRAY(SELECT source || ' ' || event_id FROM seen) AS fresh,
         EXISTS (SELECT 1 FROM dead_letter d JOIN incoming i ON i.key = d.key
                  WHERE d.consumer = $1 AND d.status IN ('parked', 'blocked') AND d.blocks) AS "isBlocked"`;

/**
 * The same for messages that share a transaction, without a context. Returns the new ones in their order (an event that
 * occurs twice among them only once), or undefined if any of their keys is blocked.
 */
export async function admitTogether(tx: Tx, consumer: string, messages: Message[]): Promise<Message[] | undefined> {
  const [row] = await sqlRows<{ fresh: string[]; isBlocked: boolean }>(tx, admitMany, [
    consumer,
    messages.map(({ envelope }) => envelope.source),
    messages.map(({ envelope }) => envelope.id),
    messages.map(({ record }) => record.topic),
    messages.map(({ record }) => record.partition),
    messages.map(({ record }) => record.offset),
    messages.map(({ record }) => record.key),
  ]);
  if (row!.isBlocked) return undefined;
  const fresh = new Set(row!.fresh);
  return messages.filter(({ envelope }) => fresh.delete(`${envelope.source} ${envelope.id}`));
}

/** For messages that are parked instead of handled. False: somebody has dealt with this one already. */
export async function markSeen(
  tx: Tx,
  consumer: string,
  identity: { source: string; id: string },
  record: IncomingRecord,
): Promise<boolean> {
  const count = await sqlCount(
    tx,
    `INSERT INTO inbox (consumer, source, event_id, topic, partition, kafka_offset)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
    [consumer, identity.source, identity.id, record.topic, record.partition, record.offset],
  );
  return count === 1;
}
