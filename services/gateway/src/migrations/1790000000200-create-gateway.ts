import { allowRouting, enableTenancy } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * People, their sessions and the short-lived proofs around them. A user may serve several organisations, so these
 * tables carry no `org_id`; they are found by the hash of a secret only its bearer holds. API keys belong to one.
 */
export class CreateGateway1790000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE users (
        id uuid PRIMARY KEY,
        email text NOT NULL UNIQUE CHECK (email = lower(email)),
        name text NOT NULL,
        password_hash text,
        created_at timestamptz NOT NULL DEFAULT now(),
        disabled_at timestamptz
      )`);
    // One row at most: the owner's id is fixed before accounts is asked to make the organisation, so that a retry asks
    // for the same one.
    await runner.query(`
      CREATE TABLE installation (
        only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        owner_user_id uuid NOT NULL,
        started_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`
      CREATE TABLE sessions (
        id uuid PRIMARY KEY,
        token_hash bytea NOT NULL UNIQUE,
        kind text NOT NULL CHECK (kind IN ('member', 'influencer', 'link')),
        user_id uuid REFERENCES users (id) ON DELETE CASCADE,
        organisation_id uuid,
        role text,
        influencer_id uuid,
        request_id uuid,
        link_hash bytea,
        proven boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        CHECK (kind = 'link' OR user_id IS NOT NULL),
        CHECK (kind <> 'link' OR (organisation_id IS NOT NULL AND influencer_id IS NOT NULL AND link_hash IS NOT NULL))
      )`);
    await runner.query('CREATE INDEX sessions_user ON sessions (user_id)');
    await runner.query('CREATE INDEX sessions_expiry ON sessions (expires_at)');
    await runner.query(`
      CREATE TABLE challenges (
        session_id uuid PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
        code_hash bytea NOT NULL,
        tries smallint NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE sign_in_links (
        token_hash bytea PRIMARY KEY,
        email text NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX sign_in_links_expiry ON sign_in_links (expires_at)');
    // The columns are rate-limiter-flexible's own.
    await runner.query(`
      CREATE TABLE rate_limits (
        key varchar(255) PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        expire bigint
      )`);
    await runner.query(`
      CREATE TABLE api_keys (
        id uuid PRIMARY KEY,
        org_id uuid NOT NULL,
        name text NOT NULL,
        token_hash bytea NOT NULL UNIQUE,
        hint text NOT NULL,
        scopes text[] NOT NULL,
        created_by uuid NOT NULL REFERENCES users (id),
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz,
        last_used_at timestamptz
      )`);
    await runner.query('CREATE INDEX api_keys_organisation ON api_keys (org_id, id)');
    await enableTenancy(runner, 'api_keys');
    await allowRouting(runner, 'api_keys', [
      'id',
      'org_id',
      'token_hash',
      'scopes',
      'expires_at',
      'revoked_at',
      'last_used_at',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['api_keys', 'rate_limits', 'sign_in_links', 'challenges', 'sessions', 'installation', 'users'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
