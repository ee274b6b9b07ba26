import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In which browsers a user signed in, and in which language they are written to. */
export class KnownDevices1790000000295 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE known_devices (
        user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        token_hash bytea NOT NULL,
        first_seen_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        PRIMARY KEY (user_id, token_hash)
      )`);
    await runner.query('CREATE INDEX known_devices_seen ON known_devices (last_seen_at)');
    await runner.query('ALTER TABLE users ADD COLUMN locale text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE known_devices');
    await runner.query('ALTER TABLE users DROP COLUMN locale');
  }
}
