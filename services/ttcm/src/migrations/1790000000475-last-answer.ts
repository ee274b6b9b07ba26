import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the marketplace last answered about an account, in its own words; null: it was never asked, or never answered. */
export class LastAnswer1790000000475 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE memberships ADD COLUMN last_answer text');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE memberships DROP COLUMN last_answer');
  }
}
