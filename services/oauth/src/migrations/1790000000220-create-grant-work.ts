import { addWorkLease, enableTenancy } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Work that falls due for a grant: renewal of its tokens, verification, the end that a platform told us about. */
export class CreateGrantWork1790000000220 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- id is the grant's
      CREATE TABLE token_refreshes (
        id uuid PRIMARY KEY,
        org_id uuid NOT NULL,
        -- the attempt that is under way, sealed: which token it spends and, once known, what came back
        attempt text,
        FOREIGN KEY (org_id, id) REFERENCES grants (org_id, id) ON DELETE CASCADE
      );

      -- id is the grant's
      CREATE TABLE verifications (
        id uuid PRIMARY KEY,
        org_id uuid NOT NULL,
        asked_because text NOT NULL,
        last_outcome text,
        last_checked_at timestamptz,
        FOREIGN KEY (org_id, id) REFERENCES grants (org_id, id) ON DELETE CASCADE
      );

      CREATE TABLE revocations (
        id uuid PRIMARY KEY,
        org_id uuid NOT NULL,
        influencer_id uuid NOT NULL,
        -- null: a grant that was never stored, because the platform gave more than we may hold
        social_account_id uuid,
        platform text NOT NULL,
        reason text NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('pending', 'told', 'consent_in_use', 'not_needed', 'given_up')),
        person_hash bytea,
        -- under a data key of its own, so that the copy outlives the influencer's key and dies with these two columns
        copy_key text,
        copy text,
        copy_expires_at timestamptz,
        tokens_destroyed_at timestamptz NOT NULL,
        platform_told_at timestamptz
      );
      CREATE INDEX revocations_account ON revocations (org_id, social_account_id);
    `);
    for (const table of ['token_refreshes', 'verifications', 'revocations']) {
      await enableTenancy(db, table);
      await addWorkLease(db, { table });
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE revocations, verifications, token_refreshes');
  }
}
