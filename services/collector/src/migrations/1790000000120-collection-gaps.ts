import { enableTenancy } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Times in which figures of an account could not be collected, each with its cause. */
export class CollectionGaps1790000000120 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE collection_gaps (
        account_id uuid NOT NULL,
        began_at timestamptz NOT NULL,
        org_id uuid NOT NULL,
        -- null: it goes on
        ended_at timestamptz,
        cause text NOT NULL,
        -- Published, which happens when figures come again.
        told boolean NOT NULL DEFAULT false,
        PRIMARY KEY (account_id, began_at),
        FOREIGN KEY (org_id, account_id) REFERENCES feeds (org_id, id) ON DELETE CASCADE
      );
      CREATE UNIQUE INDEX collection_gaps_open ON collection_gaps (account_id) WHERE ended_at IS NULL;
    `);
    await enableTenancy(db, 'collection_gaps');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE collection_gaps');
  }
}
