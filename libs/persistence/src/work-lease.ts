import { currentContext, type RequestContext } from '@creator-connect/observability';
import type { QueryRunner } from 'typeorm';
import { FairTurns, type DueRow } from './fair-turns';
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
  /** Set where whoever makes a row due writes down what it is for (`causeOfWork`), in a column `<prefix>cause`. */
  hasCause?: boolean;
}

/** What a piece of work is done for, so that its log, events and calls follow the request or event that asked for it. */
export type WorkCause = Pick<RequestContext, 'correlationId' | 'causationId' | 'traceparent'>;

/** The running request or event as the cause of work that is written down now. */
export function causeOfWork(): WorkCause {
  const { correlationId, causationId, traceparent } = currentContext();
  return { correlationId, causationId, traceparent };
}

export interface WorkClaim {
  id: string;
  orgId: string;
  epoch: string;
  /** How often it was claimed since it was last settled without an error; the first claim is 1. Waiting is no error. */
  attempts: number;
  /** Until the work has succeeded once; what falls due again by itself has none. */
  cause?: WorkCause | undefined;
}

export interface Settlement {
  /** When it falls due again: seconds from now on the database's clock, a moment, or null for never. */
  due: { inSeconds: number } | Date | null;
  /** Keeps the count of attempts; give no secret and no personal data. Absent = success, the count starts again. */
  error?: string;
  /** What it waits for, which is no failure: stands where an error would, and the count starts again. */
  waitsFor?: string;
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

/** For migrations: finds what is due of one organisation at a time, which a fair choice asks for. */
export async function findWorkByOrganisation(queryRunner: QueryRunner, work: WorkTable): Promise<void> {
  await indexDueWork(queryRunner, work, (due) => `org_id, ${due}`);
}

/** For migrations: the way back. */
export async function findWorkByTime(queryRunner: QueryRunner, work: WorkTable): Promise<void> {
  await indexDueWork(queryRunner, work, (due) => due);
}

async function indexDueWork(queryRunner: QueryRunner, work: WorkTable, by: (due: string) => string): Promise<void> {
  const { table, due } = columns(work);
  const index = identifier(`${work.table}_${work.prefix ?? ''}due_idx`);
  await queryRunner.query(`DROP INDEX ${index}`);
  await queryRunner.query(`CREATE INDEX ${index} ON ${table} (${by(due)}) WHERE ${due} IS NOT NULL`);
}

/** For migrations: the column for the cause of due work. */
export async function addWorkCause(queryRunner: QueryRunner, work: WorkTable): Promise<void> {
  const { table, cause } = columns(work);
  await queryRunner.query(`ALTER TABLE ${table} ADD COLUMN ${cause} jsonb`);
}

/**
 * Leases up to `limit` due rows of all organisations, in fair turns: the router finds them, then each organisation's rows are
 * claimed in a transaction of its own. Two replicas never get the same row while a lease lasts.
 */
export async function claimDue(
  routing: RoutingPool,
  unitOfWork: UnitOfWork,
  work: WorkTable,
  options: { limit: number; leaseSeconds: number; turns?: FairTurns },
): Promise<WorkClaim[]> {
  const due = await longestDue(routing, work, options.limit);
  const chosen = (options.turns ?? new FairTurns()).choose(due, options.limit);
  const byOrganisation = Map.groupBy(chosen, (row) => row.org_id);
  const claims: WorkClaim[] = [];
  for (const [orgId, rows] of byOrganisation) {
    const ids = rows.map((row) => row.id);
    claims.push(...(await unitOfWork.tenant(orgId, (tx) => claimRows(tx, work, ids, options.leaseSeconds))));
  }
  return claims;
}

/**
 * Of each organisation as many as could be done, so that a backlog hides nobody else's work. The index is asked for one
 * organisation after the other and never reads a backlog to its end.
 */
function longestDue(routing: RoutingPool, work: WorkTable, ofEach: number): Promise<DueRow[]> {
  const c = columns(work);
  return routing.query<DueRow>(
    `WITH RECURSIVE organisations AS (
       (SELECT org_id FROM ${c.table} WHERE ${c.due} IS NOT NULL ORDER BY org_id LIMIT 1)
       UNION ALL
       SELECT (SELECT t.org_id FROM ${c.table} t
                WHERE t.${c.due} IS NOT NULL AND t.org_id > o.org_id ORDER BY t.org_id LIMIT 1)
         FROM organisations o WHERE o.org_id IS NOT NULL)
     SELECT w.id, w.org_id
       FROM organisations o,
            LATERAL (SELECT t.id, t.org_id, t.${c.due} AS due FROM ${c.table} t
                      WHERE t.org_id = o.org_id AND t.${c.due} <= now()
                        AND (t.${c.until} IS NULL OR t.${c.until} <= now())
                      ORDER BY t.${c.due} LIMIT $1) w
      ORDER BY w.due`,
    [ofEach],
  );
}

/** Leases those of these rows that are due and free, inside the organisation's own unit of work. */
export async function claimRows(tx: Tx, work: WorkTable, ids: string[], leaseSeconds: number): Promise<WorkClaim[]> {
  const c = columns(work);
  const rows = await sqlRows<{ id: string; org_id: string; epoch: string; attempts: number; cause?: WorkCause | null }>(
    tx,
    `UPDATE ${c.table} SET ${c.until} = clock_timestamp() + make_interval(secs => $2), ${c.epoch} = ${c.epoch} + 1,
            ${c.attempts} = ${c.attempts} + 1
      WHERE id IN (SELECT id FROM ${c.table}
                    WHERE id = ANY($1) AND ${c.due} <= clock_timestamp()
                      AND (${c.until} IS NULL OR ${c.until} <= clock_timestamp())
                      FOR UPDATE SKIP LOCKED)
      RETURNING id, org_id, ${c.epoch}::text AS epoch, ${c.attempts} AS attempts${work.hasCause ? `, ${c.cause} AS cause` : ''}`,
    [ids, leaseSeconds],
  );
  return rows.map(({ id, org_id: orgId, epoch, attempts, cause }) => ({
    id,
    orgId,
    epoch,
    attempts,
    ...(cause && { cause }),
  }));
}

/**
 * Gives the row back with its next due time. False: the lease was lost to another replica, nothing was written, and the
 * caller must roll its own writes back (throw) instead of committing on behalf of the new owner.
 */
export async function settleWork(tx: Tx, work: WorkTable, claim: WorkClaim, settlement: Settlement): Promise<boolean> {
  const c = columns(work);
  const { due, error, waitsFor } = settlement;
  const note = error ?? waitsFor;
  const relative = due !== null && !(due instanceof Date);
  const forgetCause = work.hasCause && note === undefined ? `, ${c.cause} = NULL` : '';
  const count = await sqlCount(
    tx,
    `UPDATE ${c.table} SET ${c.until} = NULL, ${c.error} = $4, ${c.attempts} = CASE WHEN $5 THEN ${c.attempts} ELSE 0 END,
            ${c.due} = ${relative ? 'clock_timestamp() + make_interval(secs => $3)' : '$3::timestamptz'}${forgetCause}
      WHERE id = $1 AND ${c.epoch} = $2`,
    [claim.id, claim.epoch, relative ? due.inSeconds : due, note?.slice(0, 500) ?? null, error !== undefined],
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
    cause: identifier(`${prefix}cause`),
  };
}
