import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where members are, and whose morning was dealt with. */
export class Digests1790000000298 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE users ADD COLUMN time_zone text');
    await runner.query(`
      CREATE TABLE digest_days (
        user_id uuid PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
        -- where the member is
        day date NOT NULL,
        claimed_at timestamptz NOT NULL,
        -- null: under way, or broken off
        done_at timestamptz
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE digest_days');
    await runner.query('ALTER TABLE users DROP COLUMN time_zone');
  }
}
