import { Counter, register, type CounterConfiguration } from 'prom-client';

/** Everything messaging counts, in prom-client's default registry, so that /metrics shows it. */
export const metrics = {
  published: counter({
    name: 'outbox_published_total',
    help: 'Outbox rows that the broker has acknowledged and that are marked so',
    labelNames: ['service'],
  }),
  rejectedSends: counter({
    name: 'outbox_rejected_sends_total',
    help: 'Sends with an unknown outcome; the producer was discarded and the rows are sent again',
    labelNames: ['service'],
  }),
  fencedMarks: counter({
    name: 'outbox_fenced_marks_total',
    help: 'Marks refused because another relay owns the lane by now',
    labelNames: ['service'],
  }),
  handled: counter({
    name: 'consumer_handled_total',
    help: 'Messages whose effect is committed',
    labelNames: ['consumer', 'type'],
  }),
  skipped: counter({
    name: 'consumer_skipped_total',
    help: 'Messages that are not this consumer’s business',
    labelNames: ['consumer', 'type', 'reason'],
  }),
  duplicates: counter({
    name: 'inbox_duplicates_total',
    help: 'Messages dropped because the inbox had them already',
    labelNames: ['consumer'],
  }),
  retries: counter({
    name: 'consumer_retries_total',
    help: 'Failed tries that will be repeated',
    labelNames: ['consumer', 'failure'],
  }),
  parked: counter({
    name: 'consumer_parked_total',
    help: 'Messages put into the dead letters',
    labelNames: ['consumer', 'error_class'],
  }),
  blocked: counter({
    name: 'consumer_blocked_total',
    help: 'Messages put behind a parked one of the same key',
    labelNames: ['consumer'],
  }),
};

function counter<T extends string>(configuration: CounterConfiguration<T>): Counter<T> {
  return (register.getSingleMetric(configuration.name) as Counter<T> | undefined) ?? new Counter(configuration);
}
