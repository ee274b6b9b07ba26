import type { QueryRunner } from 'typeorm';
import { sqlRows, type Tx } from './sql';
import { enableTenancy } from './tenancy/tenancy';

/**
 * For migrations: which influencers were erased here, by pseudonym. Facts about somebody may still be on their way, by another
 * topic than the erasure, when they are erased.
 */
export async function createErasedPeople(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    CREATE TABLE erased_influencers (
      org_id uuid NOT NULL,
      influencer_id uuid NOT NULL,
      erased_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (org_id, influencer_id)
    )`);
  await enableTenancy(queryRunner, 'erased_influencers');
}

/**
 * Whether something may be written about somebody; until the end of the transaction they are not erased by another one. What is
 * written by a consumer asks this first.
 */
export async function isErased(tx: Tx, influencerId: string): Promise<boolean> {
  // A statement of its own: what it waits for must be seen by the next one.
  await tx.query('SELECT pg_advisory_xact_lock_shared(hashtextextended($1, 0))', [influencerId]);
  return (await sqlRows(tx, 'SELECT FROM erased_influencers WHERE influencer_id = $1', [influencerId])).length > 0;
}

/** Before anything is deleted: what is being written about them now is waited for, and nothing is written afterwards. */
export async function rememberErased(tx: Tx, organisationId: string, influencerId: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [influencerId]);
  await tx.query('INSERT INTO erased_influencers (org_id, influencer_id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    organisationId,
    influencerId,
  ]);
}
