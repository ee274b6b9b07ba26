import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the creator of an invitation is reminded of it; null: not, or no more. Those that are open already stay without. */
export class RemindOnce1790000000465 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE invites ADD COLUMN remind_at timestamptz');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE invites DROP COLUMN remind_at');
  }
}
