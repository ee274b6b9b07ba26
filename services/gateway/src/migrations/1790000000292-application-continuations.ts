import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Mailed links with which an application goes on in another browser: found by the hash of a secret that only the mailbox has,
 * like sign-in links, and gone after a quarter of an hour.
 */
export class ApplicationContinuations1790000000292 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE application_continuations (
        token_hash bytea PRIMARY KEY,
        application_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        -- the address that was proven when the link was mailed; a link outlives no change of it
        email_hash bytea NOT NULL,
        expires_at timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX application_continuations_expiry ON application_continuations (expires_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE application_continuations');
  }
}
