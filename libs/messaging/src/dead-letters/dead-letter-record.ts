import type { HeaderValue, OutgoingRecord } from '../broker/broker.port';
import { restoreHeaders, type StoredHeaders } from './headers';

export interface DeadLetterRow {
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
  status: 'parked' | 'blocked' | 'replayed' | 'discarded';
  blocks: boolean;
  error_class: string | null;
  error_message: string | null;
  attempts: number;
  first_at: Date;
  last_at: Date;
  resolved_by: string | null;
}

/** The original bytes with headers named as Spring Kafka names them, so that known tools can read the topic. */
export function deadLetterRecord(topic: string, id: string, letter: DeadLetterRow | undefined): OutgoingRecord {
  // Deleted before it was sent: only its id is left to tell.
  if (!letter) return { topic, key: id, value: null, headers: { 'kafka_dlt-exception-fqcn': 'Gone' } };
  const headers: Record<string, HeaderValue> = {
    ...restoreHeaders(letter.headers),
    'kafka_dlt-original-topic': letter.topic,
    'kafka_dlt-original-partition': String(letter.partition),
    'kafka_dlt-original-offset': letter.kafka_offset,
    'kafka_dlt-original-consumer-group': letter.consumer,
    'kafka_dlt-exception-fqcn': letter.error_class ?? 'Blocked',
    'kafka_dlt-exception-message': letter.error_message ?? 'An earlier message of this key is parked',
  };
  return { topic, key: letter.key, value: letter.value, headers };
}
