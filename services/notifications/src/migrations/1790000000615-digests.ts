import { allowRouting, enableTenancy } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often members want a digest, and the tokens in their digests that say "no more". */
export class Digests1790000000615 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE digest_settings (
        org_id uuid NOT NULL,
        user_id uuid NOT NULL,
        frequency text NOT NULL CHECK (frequency IN ('off', 'daily', 'weekly')),
        PRIMARY KEY (org_id, user_id)
      );
      CREATE TABLE digest_stop_tokens (
        token_hash bytea PRIMARY KEY,
        org_id uuid NOT NULL,
        user_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );
    `);
    for (const table of ['digest_settings', 'digest_stop_tokens']) await enableTenancy(db, table);
    await allowRouting(db, 'digest_stop_tokens', ['org_id', 'token_hash']);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE digest_stop_tokens, digest_settings');
  }
}
