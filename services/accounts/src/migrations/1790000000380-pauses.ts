import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when the owner of an account wants nothing collected, though its authorization may live. */
export class Pauses1790000000380 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE social_accounts ADD COLUMN paused_at timestamptz');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE social_accounts DROP COLUMN paused_at');
  }
}
