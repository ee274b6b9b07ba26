import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What vendors tell about how to reach the owner of a public profile; it goes with its report. */
export class VendorContacts1790000000455 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // A list of {kind, platform, value, vendor, importedAt}.
    await db.query(`ALTER TABLE reports ADD COLUMN vendor_contacts jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE reports DROP COLUMN vendor_contacts');
  }
}
