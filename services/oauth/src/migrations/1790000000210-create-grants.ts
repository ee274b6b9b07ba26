import { enableTenancy, allowRouting } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateGrants1790000000210 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE data_keys (
        org_id uuid NOT NULL,
        influencer_id uuid NOT NULL,
        wrapped text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (org_id, influencer_id)
      );

      CREATE TABLE grants (
        id uuid PRIMARY KEY,
        org_id uuid NOT NULL,
        influencer_id uuid NOT NULL,
        social_account_id uuid NOT NULL,
        platform text NOT NULL,
        state text NOT NULL CHECK (state IN ('live', 'expired', 'revoked')),
        version integer NOT NULL,
        token_version integer NOT NULL,
        event_version bigint NOT NULL,
        flow text NOT NULL CHECK (flow IN ('application', 'link', 'dashboard')),
        authorized_by text NOT NULL,
        authorized_at timestamptz NOT NULL,
        scopes text[] NOT NULL,
        missing_scopes text[] NOT NULL,
        access_expires_at timestamptz,
        refresh_expires_at timestamptz,
        data_access_expires_at timestamptz,
        -- when AuthExpiring is due; nothing works on it yet
        expiring_due_at timestamptz,
        account_hash bytea,
        person_hash bytea,
        sealed_ids text,
        end_cause text,
        end_rule text,
        end_answer jsonb,
        end_observed_at timestamptz,
        UNIQUE (org_id, id),
        UNIQUE (org_id, social_account_id)
      );
      CREATE INDEX grants_account ON grants (social_account_id);
      CREATE INDEX grants_person ON grants (person_hash) WHERE person_hash IS NOT NULL;
      CREATE INDEX grants_influencer ON grants (org_id, influencer_id);
      CREATE INDEX grants_expiring ON grants (expiring_due_at) WHERE expiring_due_at IS NOT NULL;

      CREATE TABLE grant_tokens (
        grant_id uuid NOT NULL,
        field text NOT NULL CHECK (field IN ('access', 'refresh', 'user')),
        org_id uuid NOT NULL,
        sealed text NOT NULL,
        PRIMARY KEY (grant_id, field),
        FOREIGN KEY (org_id, grant_id) REFERENCES grants (org_id, id) ON DELETE CASCADE
      );

      CREATE TABLE consents (
        id uuid PRIMARY KEY,
        org_id uuid NOT NULL,
        influencer_id uuid NOT NULL,
        social_account_id uuid NOT NULL,
        platform text NOT NULL,
        grant_version integer NOT NULL,
        text_version text NOT NULL,
        purpose text NOT NULL,
        scopes text[] NOT NULL,
        flow text NOT NULL,
        proof text NOT NULL,
        given_at timestamptz NOT NULL,
        withdrawn_at timestamptz
      );
      CREATE INDEX consents_account ON consents (org_id, social_account_id);

      CREATE TABLE vault_reads (
        id uuid PRIMARY KEY,
        org_id uuid NOT NULL,
        influencer_id uuid NOT NULL,
        -- a grant, a connect transaction or a revocation
        connection_id uuid NOT NULL,
        field text NOT NULL,
        service text NOT NULL,
        purpose text NOT NULL,
        correlation_id text NOT NULL,
        read_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX vault_reads_when ON vault_reads (org_id, read_at);
    `);
    for (const table of ['data_keys', 'grants', 'grant_tokens', 'consents', 'vault_reads']) {
      await enableTenancy(db, table);
    }
    await appendOnly(db, 'vault_reads');
    await allowRouting(db, 'grants', [
      'id',
      'org_id',
      'platform',
      'state',
      'social_account_id',
      'person_hash',
      'expiring_due_at',
    ]);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE vault_reads, consents, grant_tokens, grants, data_keys');
  }
}

/** The runtime role may write and read the record of opened secrets, never change it. */
async function appendOnly(db: QueryRunner, table: string): Promise<void> {
  await db.query(`
    DO $$ BEGIN
      EXECUTE format('REVOKE UPDATE, DELETE ON ${table} FROM %I', regexp_replace(current_user, '_owner$', '_app'));
    END $$`);
}
