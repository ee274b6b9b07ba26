import { sqlCount } from '@creator-connect/persistence';
import type { DataSource } from 'typeorm';

const everyMs = 3_600_000;
const chunk = 1_000;

/** What is kept, and for how long: published rows for audit and replay, inbox rows for duplicates, settled dead letters. */
const deletions = [
  `DELETE FROM outbox WHERE seq IN (
     SELECT seq FROM outbox WHERE occurred_at < clock_timestamp() - interval '7 days'
        AND published_at < clock_timestamp() - interval '7 days' LIMIT $1)`,
  `DELETE FROM inbox WHERE ctid = ANY (ARRAY(
     SELECT ctid FROM inbox WHERE processed_at < clock_timestamp() - interval '30 days' LIMIT $1))`,
  `DELETE FROM dead_letter WHERE id IN (
     SELECT id FROM dead_letter
      WHERE status IN ('replayed', 'discarded') AND last_at < clock_timestamp() - interval '14 days' LIMIT $1)`,
];

/** Deletes old rows in chunks, once an hour, by whichever relay owns lane 0. */
export class Housekeeping {
  private nextAt = performance.now() + 60_000;

  constructor(private readonly dataSource: DataSource) {}

  async maybeClean(): Promise<void> {
    if (performance.now() < this.nextAt) return;
    let full = false;
    for (const statement of deletions) full = (await sqlCount(this.dataSource, statement, [chunk])) === chunk || full;
    // Another chunk of each at the next turn, so that sending goes on in between.
    this.nextAt = performance.now() + (full ? 0 : everyMs);
  }
}
