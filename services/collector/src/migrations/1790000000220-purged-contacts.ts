import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How much contact information went from reports with the rest of an account's vendor data. */
export class PurgedContacts1790000000220 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE vendor_purges ADD COLUMN contacts integer NOT NULL DEFAULT 0');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE vendor_purges DROP COLUMN contacts');
  }
}
