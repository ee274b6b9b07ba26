import { allowRouting, enableTenancy } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Second factors, password resets, invitations of members, and what a session knows about how its person signed in. */
export class People1790000000210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sessions
        ADD COLUMN authenticated_at timestamptz NOT NULL DEFAULT now(),
        ADD COLUMN missing_factor text CHECK (missing_factor IN ('verify', 'setup'))`);
    await runner.query(`
      CREATE TABLE second_factors (
        user_id uuid PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
        -- sealed under a key that is not in the database
        secret text NOT NULL,
        created_at timestamptz NOT NULL,
        confirmed_at timestamptz,
        -- the time step of the newest code that was taken: none up to it works again
        last_step bigint NOT NULL DEFAULT 0
      )`);
    await runner.query(`
      CREATE TABLE recovery_codes (
        user_id uuid NOT NULL REFERENCES second_factors (user_id) ON DELETE CASCADE,
        code_hash bytea NOT NULL,
        PRIMARY KEY (user_id, code_hash)
      )`);
    await runner.query(`
      CREATE TABLE password_resets (
        token_hash bytea PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX password_resets_expiry ON password_resets (expires_at)');
    await runner.query(`
      CREATE TABLE member_invitations (
        id uuid PRIMARY KEY,
        org_id uuid NOT NULL,
        email text NOT NULL CHECK (email = lower(email)),
        role text NOT NULL CHECK (role IN ('owner', 'admin', 'viewer')),
        token_hash bytea NOT NULL UNIQUE,
        invited_by uuid NOT NULL REFERENCES users (id),
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        -- set when somebody accepts; joined_at follows when accounts knows the member
        user_id uuid REFERENCES users (id),
        joined_at timestamptz,
        revoked_at timestamptz
      )`);
    // One open invitation per address and organisation; a new one replaces it.
    await runner.query(`
      CREATE UNIQUE INDEX member_invitations_open ON member_invitations (org_id, email)
      WHERE joined_at IS NULL AND revoked_at IS NULL`);
    await enableTenancy(runner, 'member_invitations');
    await allowRouting(runner, 'member_invitations', ['id', 'org_id', 'token_hash']);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['member_invitations', 'password_resets', 'recovery_codes', 'second_factors'])
      await runner.query(`DROP TABLE ${table}`);
    await runner.query('ALTER TABLE sessions DROP COLUMN authenticated_at, DROP COLUMN missing_factor');
  }
}
