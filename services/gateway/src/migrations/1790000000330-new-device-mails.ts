import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sign-ins in new browsers that their owners were not mailed of yet. */
export class NewDeviceMails1790000000330 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE new_device_mails (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        at timestamptz NOT NULL,
        organisation_id uuid,
        influencer_id uuid,
        locales text[] NOT NULL,
        time_zone text
      );
      CREATE INDEX new_device_mails_user ON new_device_mails (user_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE new_device_mails');
  }
}
