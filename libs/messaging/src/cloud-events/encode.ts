import type { HeaderValue, OutgoingRecord } from '../broker/broker.port';
import type { OutboxHeaders } from '../outbox/outbox-rows';

/** An outbox row as the relay reads it. */
export interface PublishableEvent {
  id: string;
  type: string;
  source: string;
  aggregateid: string;
  aggregateversion: string;
  /** JSON text, or null for a tombstone. */
  payload: string | null;
  headers: OutboxHeaders;
  occurredAt: Date;
}

/** CloudEvents 1.0 Kafka binding, binary mode: data in the value, attributes in `ce_` headers. */
export function encodeEvent(topic: string, event: PublishableEvent): OutgoingRecord {
  const headers: Record<string, HeaderValue> = {
    'content-type': 'application/json',
    ce_specversion: '1.0',
    ce_id: event.id,
    ce_source: event.source,
    ce_type: event.type,
    ce_subject: event.aggregateid,
    ce_time: event.occurredAt.toISOString(),
    ce_partitionkey: event.aggregateid,
    ce_aggregateversion: event.aggregateversion,
    id: event.id,
  };
  const { dataschema, correlationid, causationid, traceparent } = event.headers;
  if (dataschema) headers['ce_dataschema'] = dataschema;
  if (correlationid) headers['ce_correlationid'] = correlationid;
  if (causationid) headers['ce_causationid'] = causationid;
  if (traceparent) headers['ce_traceparent'] = traceparent;
  return {
    topic,
    key: event.aggregateid,
    value: event.payload === null ? null : Buffer.from(event.payload),
    headers,
  };
}

/** For the limits of a send: what a record takes, without the few bytes of framing. */
export function sizeOf(record: OutgoingRecord): number {
  let size = (record.value?.length ?? 0) + (record.key?.length ?? 0) + 64;
  for (const [name, value] of Object.entries(record.headers)) {
    size += name.length + (Array.isArray(value) ? value.reduce((sum, one) => sum + one.length, 0) : value.length) + 4;
  }
  return size;
}
