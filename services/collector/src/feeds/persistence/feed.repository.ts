import { Injectable } from '@nestjs/common';
import type { Platform } from '@creator-connect/contracts';
import {
  causeOfWork,
  sqlCount,
  sqlRows,
  settleWork,
  type Tx,
  type WorkClaim,
  type WorkTable,
} from '@creator-connect/persistence';
import type { Feed, FeedAccess, FeedLease, Progress } from '../domain/feed';
import { refreshOrDelete } from '../domain/retention';
import { lastProof } from './last-proof';

export const feedWork: WorkTable = { table: 'feeds', hasCause: true };

interface FeedRow {
  id: string;
  org_id: string;
  influencer_id: string;
  platform: Platform;
  access: FeedAccess;
  also_marketplace: boolean;
  status: 'open' | 'closed';
  closed_cause: string | null;
  version: string;
  grant_version: number;
  collected_at: Date | null;
  next_full_at: Date | null;
  progress: Progress;
  refused_metrics: string[];
  hidden_at: Date | null;
  delete_due: boolean | null;
  grant_told: boolean;
  lapsed: boolean | null;
  due_at: Date | null;
  last_error: string | null;
  marketplace_error: string | null;
}

const toFeed = (row: FeedRow): Feed => ({
  accountId: row.id,
  organisationId: row.org_id,
  influencerId: row.influencer_id,
  platform: row.platform,
  access: row.access,
  alsoMarketplace: row.also_marketplace,
  status: row.status,
  closedCause: row.closed_cause,
  version: Number(row.version),
  grantVersion: row.grant_version,
  collectedAt: row.collected_at,
  nextFullAt: row.next_full_at,
  progress: row.progress,
  refusedMetrics: row.refused_metrics,
  hiddenAt: row.hidden_at,
  deleteDue: row.delete_due === true,
  grantTold: row.grant_told,
  lapsed: row.lapsed === true,
  dueAt: row.due_at,
  lastError: row.last_error,
  marketplaceError: row.marketplace_error,
});

const claimOf = (lease: FeedLease): WorkClaim => ({
  id: lease.accountId,
  orgId: lease.organisationId,
  epoch: lease.epoch,
  attempts: lease.attempts,
});

/** Feeds of the organisation that the surrounding transaction belongs to. All times are the database's. */
@Injectable()
export class FeedRepository {
  async find(tx: Tx, accountId: string): Promise<Feed | null> {
    const rows: FeedRow[] = await tx.query(
      `SELECT *, delete_at <= now() AS delete_due, grant_proven_at IS NOT NULL AS grant_told,
              ${lastProof} < now() - $2::interval AS lapsed
         FROM feeds WHERE id = $1`,
      [accountId, refreshOrDelete],
    );
    return rows[0] ? toFeed(rows[0]) : null;
  }

  async idsOf(tx: Tx, influencerId: string): Promise<string[]> {
    const rows = await sqlRows<{ id: string }>(tx, 'SELECT id FROM feeds WHERE influencer_id = $1 ORDER BY id', [
      influencerId,
    ]);
    return rows.map(({ id }) => id);
  }

  async anyOf(tx: Tx, influencerId: string): Promise<boolean> {
    return (await sqlRows(tx, 'SELECT FROM feeds WHERE influencer_id = $1 LIMIT 1', [influencerId])).length > 0;
  }

  /** To the entry that theirs became part of. What is being collected goes on. */
  async reassign(tx: Tx, influencerId: string, keptId: string): Promise<void> {
    await sqlCount(tx, 'UPDATE feeds SET influencer_id = $2 WHERE influencer_id = $1', [influencerId, keptId]);
  }

  /** With whatever hangs on it. */
  async remove(tx: Tx, accountId: string): Promise<void> {
    await tx.query('DELETE FROM feeds WHERE id = $1', [accountId]);
  }

  /**
   * Opens (or reopens) the feed and makes it due at once. Hidden data becomes visible again. A source that is new to it is
   * read as a whole.
   */
  async open(
    tx: Tx,
    feed: Pick<Feed, 'accountId' | 'organisationId' | 'influencerId' | 'platform' | 'access' | 'alsoMarketplace'>,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO feeds AS f (id, org_id, influencer_id, platform, access, also_marketplace, status, due_at, cause)
       VALUES ($1, $2, $3, $4, $5, $6, 'open', now(), $7)
       ON CONFLICT (id) DO UPDATE
         SET status = 'open', access = excluded.access, also_marketplace = excluded.also_marketplace, closed_cause = NULL,
             due_at = now(), attempts = 0, last_error = NULL, marketplace_error = NULL, cause = excluded.cause,
             next_full_at = CASE WHEN (f.access, f.also_marketplace) = (excluded.access, excluded.also_marketplace)
                                 THEN f.next_full_at END,
             hidden_at = NULL, delete_at = NULL, lease_epoch = f.lease_epoch + 1, lease_until = NULL`,
      [
        feed.accountId,
        feed.organisationId,
        feed.influencerId,
        feed.platform,
        feed.access,
        feed.alsoMarketplace,
        causeOfWork(),
      ],
    );
  }

  /**
   * Closes the feed: no call is made and no running work may write any more (the epoch moves on). With `deleteAfter`
   * (an SQL interval) the data is hidden now and deleted then, or earlier where that was said before; without it nothing is
   * added to what was said before. Where no grant stands (`untilLapsed`), what was told goes when its own time is over, also from a
   * feed that stands still. False: there is no such feed.
   */
  async close(
    tx: Tx,
    accountId: string,
    cause: string,
    deleteAfter: string | null,
    { untilLapsed = false } = {},
  ): Promise<boolean> {
    const closed = await sqlCount(
      tx,
      `UPDATE feeds
          SET status = 'closed', closed_cause = $2, lease_epoch = lease_epoch + 1, lease_until = NULL, attempts = 0,
              hidden_at = CASE WHEN $3::interval IS NULL THEN hidden_at ELSE coalesce(hidden_at, now()) END,
              delete_at = CASE WHEN $3::interval IS NULL THEN delete_at ELSE least(delete_at, now() + $3::interval) END,
              due_at = least(delete_at, now() + $3::interval, CASE WHEN $4 THEN ${lastProof} + $5::interval END)
        WHERE id = $1`,
      [accountId, cause, deleteAfter, untilLapsed, refreshOrDelete],
    );
    return closed > 0;
  }

  /** What was hidden, and would have been deleted, is shown and stays. */
  async keepData(tx: Tx, accountId: string): Promise<void> {
    await tx.query('UPDATE feeds SET hidden_at = NULL, delete_at = NULL WHERE id = $1', [accountId]);
  }

  /**
   * Takes the next `count` versions of the account for events, if this worker may still write. Undefined: the lease was
   * lost or the feed closed meanwhile, so the run must stop and write nothing.
   */
  async advance(tx: Tx, lease: FeedLease, count: number): Promise<number | undefined> {
    const rows = await sqlRows<{ version: string }>(
      tx,
      `UPDATE feeds SET version = version + $3
        WHERE id = $1 AND lease_epoch = $2 AND status = 'open' RETURNING version`,
      [lease.accountId, lease.epoch, count],
    );
    return rows[0] ? Number(rows[0].version) - count + 1 : undefined;
  }

  /** As `advance`, for a run that waits for somebody else. */
  async mayWrite(tx: Tx, { accountId, epoch }: FeedLease): Promise<boolean> {
    const open = `SELECT FROM feeds WHERE id = $1 AND lease_epoch = $2 AND status = 'open'`;
    return (await sqlRows(tx, open, [accountId, epoch])).length > 0;
  }

  async noteProgress(tx: Tx, lease: FeedLease, progress: Progress): Promise<void> {
    await tx.query(`UPDATE feeds SET progress = progress || $3::jsonb WHERE id = $1 AND lease_epoch = $2`, [
      lease.accountId,
      lease.epoch,
      JSON.stringify(progress),
    ]);
  }

  /** Progress by what the source has just told: a grant that tells something stands, and what was told without one has its time anew. */
  async noteTold(tx: Tx, lease: FeedLease, progress: Progress): Promise<void> {
    await tx.query(
      `UPDATE feeds SET progress = progress || $3::jsonb,
                        grant_proven_at = CASE access WHEN 'grant' THEN now() ELSE grant_proven_at END,
                        told_openly_at = CASE access WHEN 'grant' THEN told_openly_at ELSE now() END
        WHERE id = $1 AND lease_epoch = $2`,
      [lease.accountId, lease.epoch, JSON.stringify(progress)],
    );
  }

  async noteRefusedMetrics(tx: Tx, lease: FeedLease, refused: string[]): Promise<void> {
    await tx.query('UPDATE feeds SET refused_metrics = $3 WHERE id = $1 AND lease_epoch = $2', [
      lease.accountId,
      lease.epoch,
      refused,
    ]);
  }

  async noteGrant(tx: Tx, lease: FeedLease, grantVersion: number): Promise<void> {
    await tx.query('UPDATE feeds SET grant_version = $3 WHERE id = $1 AND lease_epoch = $2', [
      lease.accountId,
      lease.epoch,
      grantVersion,
    ]);
  }

  /** The grant stood at this time, though nothing may have been read with it; says nothing where it never told anything. */
  async noteStood(tx: Tx, accountId: string, at: Date): Promise<void> {
    await tx.query(
      `UPDATE feeds SET grant_proven_at = greatest(grant_proven_at, least($2, now()))
        WHERE id = $1 AND grant_proven_at IS NOT NULL`,
      [accountId, at],
    );
  }

  /**
   * Deletes what the grant told, or where none has told anything all that was read. Posts that another source has told since stay,
   * for members' decisions hang on them, but empty: that source is read anew, as a whole, and tells them anew. Figures over time
   * stay from where the grant ended, and have a time of their own. The next version of the account; undefined where the right to
   * write is lost.
   */
  async forgetOutlived(tx: Tx, lease: FeedLease): Promise<number | undefined> {
    const [row] = await sqlRows<{ version: string }>(
      tx,
      'UPDATE feeds SET version = version + 1 WHERE id = $1 AND lease_epoch = $2 RETURNING version',
      [lease.accountId, lease.epoch],
    );
    if (!row) return undefined;
    for (const table of ['profiles', 'audiences']) {
      await tx.query(`DELETE FROM ${table} WHERE account_id = $1`, [lease.accountId]);
    }
    await tx.query(`DELETE FROM posts WHERE account_id = $1 AND provenance = 'own_grant'`, [lease.accountId]);
    await tx.query(`UPDATE posts SET caption = NULL, hashtags = '{}', metrics = '{}' WHERE account_id = $1`, [
      lease.accountId,
    ]);
    await tx.query(
      `DELETE FROM metric_history WHERE account_id = $1 AND as_of <= (SELECT ${lastProof} FROM feeds WHERE id = $1)`,
      [lease.accountId],
    );
    // In an UPDATE every column is read as it was before.
    const later = (column: string) => `CASE WHEN ${column} > grant_proven_at THEN ${column} END`;
    await tx.query(
      `UPDATE feeds SET grant_proven_at = NULL, told_openly_at = ${later('told_openly_at')},
              collected_at = ${later('collected_at')}, next_full_at = NULL, progress = '{}',
              due_at = CASE status WHEN 'closed' THEN least(delete_at, ${later('told_openly_at')} + $2::interval) ELSE due_at END
        WHERE id = $1`,
      [lease.accountId, refreshOrDelete],
    );
    return Number(row.version);
  }

  /** The next version of the account, for one event more. */
  async nextVersion(tx: Tx, lease: FeedLease): Promise<number> {
    const rows = await sqlRows<{ version: string }>(
      tx,
      'UPDATE feeds SET version = version + 1 WHERE id = $1 RETURNING version',
      [lease.accountId],
    );
    return Number(rows[0]!.version);
  }

  /** Ends a successful run and its lease. */
  async finish(
    tx: Tx,
    lease: FeedLease,
    next: { inSeconds: number; full: boolean; marketplaceError: string | null },
  ): Promise<void> {
    await tx.query(
      `UPDATE feeds SET collected_at = now(), marketplace_error = $3,
              next_full_at = CASE WHEN $2 THEN now() + interval '1 day' ELSE next_full_at END
        WHERE id = $1`,
      [lease.accountId, next.full, next.marketplaceError],
    );
    await settleWork(tx, feedWork, claimOf(lease), { due: { inSeconds: next.inSeconds } });
  }

  /** Ends a failed run and its lease; due again in `inMs`. */
  async postpone(tx: Tx, lease: FeedLease, error: string, inMs: number): Promise<void> {
    await settleWork(tx, feedWork, claimOf(lease), { due: { inSeconds: inMs / 1000 }, error });
  }

  /** Makes an open feed due now. False when it is not open. */
  async collectNow(tx: Tx, accountId: string): Promise<boolean> {
    const rows = await sqlRows<unknown>(
      tx,
      `UPDATE feeds SET due_at = least(due_at, now()), cause = $2 WHERE id = $1 AND status = 'open' RETURNING id`,
      [accountId, causeOfWork()],
    );
    return rows.length > 0;
  }

  /** The organisation's marketplace account is connected: what waited for it is due now. */
  async marketplaceNow(tx: Tx): Promise<void> {
    await tx.query(
      `UPDATE feeds SET due_at = least(due_at, now()), cause = $1
        WHERE status = 'open' AND (access = 'marketplace' OR also_marketplace)`,
      [causeOfWork()],
    );
  }

  /** Deletes everything held about the account. The version goes on, so that later events still rise. */
  async deleteData(tx: Tx, accountId: string): Promise<number | undefined> {
    for (const table of ['profiles', 'posts', 'metric_history', 'audiences', 'collection_gaps']) {
      await tx.query(`DELETE FROM ${table} WHERE account_id = $1`, [accountId]);
    }
    const rows = await sqlRows<{ version: string }>(
      tx,
      `UPDATE feeds SET version = version + 1, due_at = NULL, delete_at = NULL, collected_at = NULL,
              next_full_at = NULL, grant_proven_at = NULL, told_openly_at = NULL, progress = '{}' WHERE id = $1 RETURNING version`,
      [accountId],
    );
    return rows[0] ? Number(rows[0].version) : undefined;
  }
}
