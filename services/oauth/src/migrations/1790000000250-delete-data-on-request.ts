import { allowRouting } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A person may also ask for their data to be deleted, and follows by a code until it is. */
export class DeleteDataOnRequest1790000000250 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE reported_ends
        ADD COLUMN deletes_data boolean NOT NULL DEFAULT false,
        ADD COLUMN data_deleted_at timestamptz;
      CREATE INDEX reported_ends_waiting ON reported_ends (org_id, grant_id)
        WHERE deletes_data AND data_deleted_at IS NULL;
    `);
    await allowRouting(db, 'reported_ends', ['deletes_data', 'data_deleted_at']);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE reported_ends DROP COLUMN deletes_data, DROP COLUMN data_deleted_at');
  }
}
