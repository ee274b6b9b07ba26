import { addWorkLease, allowRouting, enableTenancy } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateWebhookInbox1790000000230 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- No org_id: what a platform says about a person comes before we know whose creator that is.
      CREATE TABLE webhook_inbox (
        id uuid PRIMARY KEY,
        platform text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('removed', 'data_deletion')),
        -- hash of what was delivered: a second delivery of the same is the same row
        delivery_hash bytea NOT NULL UNIQUE,
        -- of the confirmation code that the platform shows to the person
        code_hash bytea,
        received_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX webhook_inbox_code ON webhook_inbox (code_hash) WHERE code_hash IS NOT NULL;
      CREATE INDEX webhook_inbox_age ON webhook_inbox USING brin (received_at);

      -- What one message means for one grant.
      CREATE TABLE reported_ends (
        id uuid PRIMARY KEY,
        org_id uuid NOT NULL,
        webhook_id uuid NOT NULL REFERENCES webhook_inbox (id),
        grant_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('revoked', 'expired')),
        cause text NOT NULL,
        rule text NOT NULL,
        occurred_at timestamptz NOT NULL,
        done_at timestamptz,
        UNIQUE (org_id, webhook_id, grant_id)
      );
      CREATE INDEX reported_ends_webhook ON reported_ends (webhook_id);
    `);
    await enableTenancy(db, 'reported_ends');
    await addWorkLease(db, { table: 'reported_ends' });
    await allowRouting(db, 'reported_ends', ['webhook_id', 'done_at']);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE reported_ends, webhook_inbox');
  }
}
