import { enableTenancy, allowRouting } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateConnectTransactions1790000000200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE connect_transactions (
        id uuid PRIMARY KEY,
        org_id uuid NOT NULL,
        influencer_id uuid NOT NULL,
        platform text NOT NULL,
        app_registration text NOT NULL,
        flow text NOT NULL CHECK (flow IN ('application', 'link', 'dashboard')),
        authorization_request_id uuid,
        proof text NOT NULL CHECK (proof IN ('signed_in', 'code', 'known_account')),
        starter_kind text NOT NULL CHECK (starter_kind IN ('influencer', 'link')),
        starter_sub text NOT NULL,
        social_account_id uuid,
        expected_account_hash bytea,
        expected_handle text,
        -- null once taken; random, so an index without org_id tells nothing about other organisations
        state_hash bytea,
        binding_hash bytea NOT NULL,
        status text NOT NULL
          CHECK (status IN ('PENDING', 'EXCHANGING', 'CHOOSE', 'CONFIRMING', 'DONE', 'FAILED')),
        expires_at timestamptz NOT NULL,
        confirm_until timestamptz,
        failure jsonb,
        social_account_ids uuid[] NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (org_id, id)
      );
      CREATE INDEX connect_transactions_state ON connect_transactions (state_hash) WHERE state_hash IS NOT NULL;
      CREATE INDEX connect_transactions_age ON connect_transactions (created_at);
      CREATE INDEX connect_transactions_influencer ON connect_transactions (org_id, influencer_id);

      CREATE TABLE staged_grants (
        transaction_id uuid PRIMARY KEY,
        org_id uuid NOT NULL,
        influencer_id uuid NOT NULL,
        sealed text NOT NULL,
        expires_at timestamptz NOT NULL,
        FOREIGN KEY (org_id, transaction_id) REFERENCES connect_transactions (org_id, id) ON DELETE CASCADE
      );
      CREATE INDEX staged_grants_end ON staged_grants (expires_at);
    `);
    for (const table of ['connect_transactions', 'staged_grants']) await enableTenancy(db, table);
    await allowRouting(db, 'connect_transactions', ['id', 'org_id', 'state_hash', 'created_at']);
    await allowRouting(db, 'staged_grants', ['transaction_id', 'org_id', 'expires_at']);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE staged_grants, connect_transactions');
  }
}
