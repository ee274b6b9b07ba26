import type { QueryRunner } from 'typeorm';
import type { RoutingPool } from './routing-pool';
import { identifier, sqlCount, sqlRows, type Tx } from './sql';
import { allowRouting } from './tenancy/tenancy';
import type { UnitOfWork } from './unit-of-work';

/**
 * Work that falls due on a row, done by one replica at a time: `due_at` says when, a lease on the database's clock says
 * who, and `lease_epoch` lets the row's later write find out that somebody else has taken over meanwhile.
 */
export interface WorkTable {
  table: string;
  /** Put before the column names, for a row with several kinds of due work: `refresh_` gives `refresh_due_at` … */
  prefix?: string;
}

export interface WorkClaim {
  id: string;
  orgId: string;
  epoch: string;
  /** How often it was claimed since it was last settled without an error; the first claim is 1. */
  attempts: number;
}

export interface Settlement {
  /** When it falls due again: seconds from now on the database's clock, a moment, or null for never. */
  due: { inSeconds: number } | Date | null;
  /** Keeps the count of attempts; give no secret and no personal data. Absent = success, the count starts again. */
  error?: string;
}

/** For migrations: the lease columns, the index the claim needs, and the router's right to find what is due. */
export async function addWorkLease(queryRunner: QueryRunner, work: WorkTable): Promise<void> {
  const c = columns(work);
  await queryRunner.query(
    `ALTER TABLE ${c.table}
       ADD COLUMN ${c.due} timestamptz, ADD COLUMN ${c.until} timestamptz, ADD COLUMN ${c.epoch} bigint NOT NULL DEFAULT 0,
       ADD COLUMN ${c.attempts} integer NOT NULL DEFAULT 0, ADD COLUMN ${c.error} text`,
  );
  const index = identifier(`${work.table}_${work.prefix ?? ''}due_idx`);
  await queryRunner.query(`CREATE INDEX ${index} ON ${c.table} (${c.due}) WHERE ${c.due} IS NOT NULL`);
  const prefix = work.prefix ?? '';
  await allowRouting(queryRunner, work.table, ['id', 'org_id', `${prefix}due_at`, `${prefix}lease_until`]);
}

/**
 * Leases up to `limit` due rows, the longest due first, over all organisations: the router finds them, then each
 * organisation's rows are claimed in a transaction of its own. Two replicas never get the same row while a lease lasts.
 */
export async function claimDue(
  routing: RoutingPool,
  unitOfWork: UnitOfWork,
  work: WorkTable,
  options: { limit: number; leaseSeconds: number },
): Promise<WorkClaim[]> {
  const c = columns(work);
  const due = await routing.query<{ id: string; org_id: string }>(
    `SELECT id, org_id FROM ${c.table}
      WHERE ${c.due} <= clock_timestamp() AND (${c.until} IS NULL OR ${c.until} <= clock_timestamp())
      ORDER BY ${c.due} LIMIT $1`,
    [options.limit],
  );
  const byOrganisation = Map.groupBy(due, (row) => row.org_id);
  const claims: WorkClaim[] = [];
  for (const [orgId, rows] of byOrganisation) {
    const ids = rows.map((row) => row.id);
    claims.push(...(await unitOfWork.tenant(orgId, (tx) => claimRows(tx, work, ids, options.leaseSeconds))));
  }
  return claims;
}

/** Leases those of these rows that are due and free, inside the organisation's own unit of work. */
export async function claimRows(tx: Tx, work: WorkTable, ids: string[], leaseSeconds: number): Promise<WorkClaim[]> {
  const c = columns(work);
  const rows = await sqlRows<{ id: string; org_id: string; epoch: string; attempts: number }>(
    tx,
    `UPDATE ${c.table} SET ${c.until} = clock_timestamp() + make_interval(secs => $2), ${c.epoch} = ${c.epoch} + 1,
            ${c.attempts} = ${c.attempts} + 1
      WHERE id IN (SELECT id FROM ${c.table}
                    WHERE id = ANY($1) AND ${c.due} <= clock_timestamp()
                      AND (${c.until} IS NULL OR ${c.until} <= clock_timestamp())
                      FOR UPDATE SKIP LOCKED)
      RETURNING id, org_id, ${c.epoch}::text AS epoch, ${c.attempts} AS attempts`,
    [ids, leaseSeconds],
  );
  return rows.map((row) => ({ id: row.id, orgId: row.org_id, epoch: row.epoch, attempts: row.attempts }));
}

/**
 * Gives the row back with its next due time. False: the lease was lost to another replica, nothing was written, and the
 * caller must roll its own writes back (throw) instead of committing on behalf of the new owner.
 */
export async function settleWork(tx: Tx, work: WorkTable, claim: WorkClaim, settlement: Settlement): Promise<boolean> {
  const c = columns(work);
  const { due } = settlement;
  const relative = due !== null && !(due instanceof Date);
  const count = await sqlCount(
    tx,
    `UPDATE ${c.table} SET ${c.until} = NULL, ${c.error} = $4, ${c.attempts} = CASE WHEN $4::text IS NULL THEN 0 ELSE ${c.attempts} END,
            ${c.due} = ${relative ? 'clock_timestamp() + make_interval(secs => $3)' : '$3::timestamptz'}
      WHERE id = $1 AND ${c.epoch} = $2`,
    [claim.id, claim.epoch, relative ? due.inSeconds : due, settlement.error?.slice(0, 500) ?? null],
  );
  return count === 1;
}

/** Keeps a lease that is still ours for longer. False: it was lost. */
export async function extendLease(tx: Tx, work: WorkTable, claim: WorkClaim, leaseSeconds: number): Promise<boolean> {
  const c = columns(work);
  const count = await sqlCount(
    tx,
    `UPDATE ${c.table} SET ${c.until} = clock_timestamp() + make_interval(secs => $3)
      WHERE id = $1 AND ${c.epoch} = $2 AND ${c.until} IS NOT NULL`,
    [claim.id, claim.epoch, leaseSeconds],
  );
  return count === 1;
}

function columns({ table, prefix = '' }: WorkTable) {
  return {
    table: identifier(table),
    due: identifier(`${prefix}due_at`),
    until: identifier(`${prefix}lease_until`),
    epoch: identifier(`${prefix}lease_epoch`),
    attempts: identifier(`${prefix}attempts`),
    error: identifier(`${prefix}last_error`),
  };
}
