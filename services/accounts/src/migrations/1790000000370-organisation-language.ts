import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In which language mails are written to those who have no other. */
export class OrganisationLanguage1790000000370 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE organisations ADD COLUMN locale text NOT NULL DEFAULT 'en'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE organisations DROP COLUMN locale');
  }
}
