import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two removals within one second are told in the same words. */
export class LookAgainAtRemovals1790000000380 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- the message was here before: a repetition, or the same that happened to a newer consent
      ALTER TABLE reported_ends ADD COLUMN again boolean NOT NULL DEFAULT false
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE reported_ends DROP COLUMN again');
  }
}
