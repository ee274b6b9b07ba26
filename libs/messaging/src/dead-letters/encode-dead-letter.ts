import type { HeaderValue, OutgoingRecord } from '../broker/broker.port';
import { restoreHeaders, type StoredHeaders } from './headers';

export interface DeadLetterBytes {
  id: string;
  consumer: string;
  topic: string;
  partition: number;
  offset: string;
  key: Buffer | null;
  value: Buffer | null;
  headers: StoredHeaders;
  status: string;
  errorClass: string | null;
  errorMessage: string | null;
}

/** Key, value and headers as they came, and beside them where from and why, under the names Spring Kafka uses. */
export function encodeDeadLetter(topic: string, letter: DeadLetterBytes): OutgoingRecord {
  const headers: Record<string, HeaderValue> = {
    ...restoreHeaders(letter.headers),
    'kafka_dlt-original-topic': letter.topic,
    'kafka_dlt-original-partition': String(letter.partition),
    'kafka_dlt-original-offset': letter.offset,
    'kafka_dlt-original-consumer-group': letter.consumer,
    'kafka_dlt-exception-fqcn': letter.errorClass ?? 'Unknown',
    'kafka_dlt-exception-message': letter.errorMessage ?? '',
    'kafka_dlt-status': letter.status,
    'kafka_dlt-id': letter.id,
  };
  return { topic, key: letter.key, value: letter.value, headers };
}
