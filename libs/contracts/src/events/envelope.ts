/**
 * A CloudEvents 1.0 event as our services see it. On Kafka it travels in binary mode: `data` is the record's value,
 * the rest are `ce_…` headers (CloudEvents, "Kafka Protocol Binding").
 */
export interface EventEnvelope<T = unknown> {
  id: string;
  /** Path of the publishing service, e.g. `/services/oauth`. */
  source: string;
  /** The event's name, e.g. `AccountAuthorized`. The version stands in `dataschema`. */
  type: string;
  /** Id of the aggregate the event is about. */
  subject: string;
  /** RFC 3339, UTC: when it happened, not when it was sent. */
  time: string;
  dataschema: string;
  partitionkey: string;
  correlationid: string;
  causationid?: string;
  traceparent?: string;
  /** Version of the aggregate after the change. Only detects gaps; duplicates are found by `id`. */
  aggregateversion: number;
  data: T;
}
