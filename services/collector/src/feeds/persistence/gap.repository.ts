import { Injectable } from '@nestjs/common';
import { sqlRows, type Tx } from '@creator-connect/persistence';
import { CollectorSettings } from '../../collector-settings';
import type { CollectionGap, OutlivedCause, RunGapCause } from '../domain/collection-gap';
import { lastProof } from './last-proof';

const columns = 'began_at AS "from", ended_at AS "to", cause';

/**
 * Gaps of the organisation that the surrounding transaction belongs to. What is shorter than a turn left nothing out, for
 * the next collection would not have come earlier: it is forgotten.
 */
@Injectable()
export class GapRepository {
  constructor(private readonly settings: CollectorSettings) {}

  /** Nothing can be collected from now on. A cause that follows within a turn is the better name of the same gap. */
  async begin(tx: Tx, organisationId: string, accountId: string, cause: string): Promise<void> {
    const open = 'account_id = $1 AND ended_at IS NULL AND cause <> $2';
    await tx.query(
      `UPDATE collection_gaps SET cause = $2 WHERE ${open} AND began_at > now() - make_interval(secs => $3)`,
      [accountId, cause, this.settings.intervalSeconds],
    );
    await tx.query(`UPDATE collection_gaps SET ended_at = now() WHERE ${open}`, [accountId, cause]);
    await tx.query(
      `INSERT INTO collection_gaps (account_id, began_at, org_id, cause)
       SELECT $1, now(), $3, $2
        WHERE NOT EXISTS (SELECT 1 FROM collection_gaps WHERE account_id = $1 AND ended_at IS NULL)`,
      [accountId, cause, organisationId],
    );
  }

  /** Figures came again. Returns the gaps that are over by this and were not told yet, oldest first. */
  async end(tx: Tx, organisationId: string, accountId: string, lastCollectedAt: Date | null): Promise<CollectionGap[]> {
    await tx.query('UPDATE collection_gaps SET ended_at = now() WHERE account_id = $1 AND ended_at IS NULL', [
      accountId,
    ]);
    await tx.query(
      `DELETE FROM collection_gaps WHERE account_id = $1 AND NOT told
          AND ended_at - began_at < make_interval(secs => $2)`,
      [accountId, this.settings.intervalSeconds],
    );
    await this.#noteTurnsWithoutARun(tx, organisationId, accountId, lastCollectedAt);
    const ended = await sqlRows<CollectionGap>(
      tx,
      `UPDATE collection_gaps SET told = true WHERE account_id = $1 AND NOT told RETURNING ${columns}`,
      [accountId],
    );
    return ended.toSorted((a, b) => a.from.getTime() - b.from.getTime());
  }

  /** Before what was told is deleted: of all that time nothing will be known. Gaps inside are part of it. */
  async noteOutlived(tx: Tx, organisationId: string, accountId: string, cause: OutlivedCause): Promise<void> {
    const proven = `(SELECT ${lastProof} FROM feeds WHERE id = $1)`;
    await tx.query(`DELETE FROM collection_gaps WHERE account_id = $1 AND ended_at <= ${proven}`, [accountId]);
    await tx.query(
      `INSERT INTO collection_gaps (account_id, began_at, org_id, ended_at, cause)
       SELECT $1, min(as_of), $2, ${proven}, $3 FROM metric_history
        WHERE account_id = $1 AND as_of <= ${proven} HAVING count(*) > 0
       ON CONFLICT (account_id, began_at) DO NOTHING`,
      [accountId, organisationId, cause],
    );
  }

  /** Oldest first. */
  list(tx: Tx, accountId: string): Promise<CollectionGap[]> {
    return sqlRows<CollectionGap>(
      tx,
      `SELECT ${columns} FROM collection_gaps WHERE account_id = $1 ORDER BY began_at`,
      [accountId],
    );
  }

  /** The same of several accounts, by account. */
  async listEach(tx: Tx, accountIds: readonly string[]): Promise<Map<string, CollectionGap[]>> {
    const rows = await sqlRows<CollectionGap & { accountId: string }>(
      tx,
      `SELECT account_id AS "accountId", ${columns} FROM collection_gaps
        WHERE account_id = ANY($1::uuid[]) ORDER BY began_at`,
      [accountIds],
    );
    return Map.groupBy(rows, ({ accountId }) => accountId);
  }

  /** Two turns passed in which nobody even tried: this service did not run, or had too much to do. */
  async #noteTurnsWithoutARun(tx: Tx, organisationId: string, accountId: string, last: Date | null): Promise<void> {
    const cause: RunGapCause = 'not_run';
    await tx.query(
      `INSERT INTO collection_gaps (account_id, began_at, org_id, ended_at, cause)
       SELECT $1, $3::timestamptz + make_interval(secs => $4), $2, now(), $5
        WHERE $3 < now() - make_interval(secs => 2 * $4)
          AND NOT EXISTS (SELECT 1 FROM collection_gaps WHERE account_id = $1 AND ended_at > $3)`,
      [accountId, organisationId, last, this.settings.intervalSeconds, cause],
    );
  }
}
