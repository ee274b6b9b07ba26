import { allowRouting, enableTenancy } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ledger of erasures, by pseudonym, with what each service has confirmed: the receipt of who was erased. */
export class Erasures1790000000420 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE erasures (
        influencer_id uuid PRIMARY KEY,
        org_id uuid NOT NULL,
        account_ids uuid[] NOT NULL,
        -- of those who erased themselves, for they can sign in no more
        receipt_token_hash bytea UNIQUE,
        erased_at timestamptz NOT NULL,
        -- service: time
        confirmed jsonb NOT NULL DEFAULT '{}',
        done_at timestamptz
      );
      CREATE INDEX erasures_waiting ON erasures (erased_at) WHERE done_at IS NULL;`);
    await enableTenancy(db, 'erasures');
    await allowRouting(db, 'erasures', [
      'influencer_id',
      'org_id',
      'receipt_token_hash',
      'erased_at',
      'done_at',
      'confirmed',
    ]);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE erasures');
  }
}
