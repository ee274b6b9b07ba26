import { Counter } from 'prom-client';

const alarms = new Counter({
  name: 'security_alarms_total',
  help: 'Things that never happen while all is well; the log line with this `alarm` says more',
  labelNames: ['alarm'],
});

/** Counts what is logged as an alarm, so that it can also wake somebody. Never an id as a name: it is a label. */
export function countAlarm(alarm: 'scopes_surplus' | 'vault_reads'): void {
  alarms.inc({ alarm });
}
