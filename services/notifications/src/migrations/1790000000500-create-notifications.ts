import { addWorkLease, allowRouting, enableTenancy } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateNotifications1790000000500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE outbound_identities (
        org_id uuid PRIMARY KEY,
        address text,
        verified_at timestamptz,
        pending_address text,
        pending_token_hash bytea UNIQUE,
        pending_expires_at timestamptz,
        version bigint NOT NULL DEFAULT 0
      );

      CREATE TABLE incidents (
        id uuid PRIMARY KEY,
        org_id uuid NOT NULL,
        influencer_id uuid NOT NULL,
        account_id uuid NOT NULL,
        cause text NOT NULL,
        opened_at timestamptz NOT NULL DEFAULT now(),
        closed_at timestamptz,
        UNIQUE (org_id, id)
      );
      -- One open incident per account: mails, banner and dashboard hang on it.
      CREATE UNIQUE INDEX incidents_open ON incidents (org_id, account_id) WHERE closed_at IS NULL;

      CREATE TABLE messages (
        id uuid PRIMARY KEY,
        org_id uuid NOT NULL,
        influencer_id uuid,
        account_ids uuid[] NOT NULL DEFAULT '{}',
        kind text NOT NULL,
        -- What makes a mail "the same mail": the event that caused it, or incident and step.
        dedupe_key text NOT NULL,
        incident_id uuid,
        status text NOT NULL DEFAULT 'QUEUED'
          CHECK (status IN ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'CANCELLED')),
        failure text,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        sent_at timestamptz,
        UNIQUE (org_id, dedupe_key),
        FOREIGN KEY (org_id, incident_id) REFERENCES incidents (org_id, id)
      );
      CREATE INDEX messages_newest ON messages (org_id, id DESC);
      CREATE INDEX messages_influencer ON messages (org_id, influencer_id, id DESC);
      CREATE INDEX messages_incident ON messages (org_id, incident_id) WHERE status = 'QUEUED';

      -- Codes and sign-in links: they belong to a person, not to an organisation, and their text is never stored.
      CREATE TABLE system_deliveries (
        idempotency_key text PRIMARY KEY,
        kind text NOT NULL,
        status text NOT NULL CHECK (status IN ('SENDING', 'SENT')),
        at timestamptz NOT NULL DEFAULT now()
      );
    `);
    for (const table of ['outbound_identities', 'incidents', 'messages']) await enableTenancy(db, table);
    await addWorkLease(db, { table: 'messages' });
    await allowRouting(db, 'outbound_identities', ['org_id', 'pending_token_hash']);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE system_deliveries, messages, incidents, outbound_identities');
  }
}
