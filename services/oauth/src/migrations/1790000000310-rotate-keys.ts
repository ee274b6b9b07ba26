import { allowRouting } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which key of the ring each data key is wrapped, and what the running replicas know of the ring. */
export class RotateKeys1790000000310 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE data_keys ADD COLUMN key_id text NOT NULL GENERATED ALWAYS AS (split_part(wrapped, ':', 2)) STORED;
      CREATE INDEX data_keys_by_key ON data_keys (key_id);
      ALTER TABLE revocations ADD COLUMN copy_key_id text GENERATED ALWAYS AS (split_part(copy_key, ':', 2)) STORED;
      CREATE INDEX revocations_by_key ON revocations (copy_key_id) WHERE copy_key_id IS NOT NULL;

      -- No org_id: it is about processes of ours.
      CREATE TABLE key_ring_readers (
        id uuid PRIMARY KEY,
        active_id text NOT NULL,
        key_ids text[] NOT NULL,
        seen_at timestamptz NOT NULL
      );
    `);
    await allowRouting(db, 'data_keys', ['org_id', 'influencer_id', 'key_id']);
    await allowRouting(db, 'revocations', ['id', 'org_id', 'copy_key_id']);
    await allowRouting(db, 'key_ring_readers', ['id', 'active_id', 'key_ids', 'seen_at']);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE key_ring_readers;
      ALTER TABLE revocations DROP COLUMN copy_key_id;
      ALTER TABLE data_keys DROP COLUMN key_id;
    `);
  }
}
