import type { QueryRunner } from 'typeorm';
import { isErased } from './erased-people';
import { sqlRows, type Tx } from './sql';
import { enableTenancy } from './tenancy/tenancy';

/** For migrations: which entries of the roster became part of which. What is said of the old one is meant for the kept one. */
export async function createMergedPeople(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    CREATE TABLE merged_influencers (
      org_id uuid NOT NULL,
      influencer_id uuid NOT NULL,
      kept_id uuid NOT NULL,
      merged_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (org_id, influencer_id)
    );
    CREATE INDEX merged_influencers_kept ON merged_influencers (org_id, kept_id)`);
  await enableTenancy(queryRunner, 'merged_influencers');
}

/**
 * Under which id something may be written about somebody: their own, or that of the entry which theirs became part of; undefined
 * when they were erased. It stays so until the end of the transaction. What is written by a consumer asks this first, for facts
 * travel by other topics than merges and erasures.
 */
export async function currentInfluencer(tx: Tx, influencerId: string): Promise<string | undefined> {
  if (await isErased(tx, influencerId)) return undefined;
  const [row] = await sqlRows<{ kept_id: string }>(
    tx,
    'SELECT kept_id FROM merged_influencers WHERE influencer_id = $1',
    [influencerId],
  );
  return row ? currentInfluencer(tx, row.kept_id) : influencerId;
}

/**
 * Before anything is moved: what is being written about either of them now is waited for, and what comes later is written about
 * the kept one. Answers who that is by now, for merges of several entries may be heard of in any order; undefined when that
 * person was erased, and then the old entry's things have to go as well.
 */
export async function rememberMerged(
  tx: Tx,
  merge: { organisationId: string; influencerId: string; keptInfluencerId: string },
): Promise<string | undefined> {
  const { organisationId, influencerId, keptInfluencerId } = merge;
  for (const id of [influencerId, keptInfluencerId].toSorted())
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [id]);
  const kept = (await currentInfluencer(tx, keptInfluencerId)) ?? keptInfluencerId;
  await tx.query(
    'INSERT INTO merged_influencers (org_id, influencer_id, kept_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [organisationId, influencerId, kept],
  );
  await tx.query('UPDATE merged_influencers SET kept_id = $2 WHERE kept_id = $1', [influencerId, kept]);
  return currentInfluencer(tx, influencerId);
}

/** The entries that became part of this one. */
export async function mergedInto(tx: Tx, influencerId: string): Promise<string[]> {
  const rows = await sqlRows<{ influencer_id: string }>(
    tx,
    'SELECT influencer_id FROM merged_influencers WHERE kept_id = $1 ORDER BY influencer_id',
    [influencerId],
  );
  return rows.map((row) => row.influencer_id);
}

/** For what keeps the id under which it was written: $1 and whoever became part of it. */
export const ownAndMerged = `(SELECT $1::uuid UNION ALL SELECT influencer_id FROM merged_influencers WHERE kept_id = $1)`;
