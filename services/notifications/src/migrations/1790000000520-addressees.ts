import { allowRouting, enableTenancy } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who asked for no more reminders or whose mailbox is gone, and mails of which nobody knows whether they went. */
export class Addressees1790000000520 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE addressees (
        org_id uuid NOT NULL,
        influencer_id uuid NOT NULL,
        reminders_stopped_at timestamptz,
        bounced_at timestamptz,
        -- The address itself is kept nowhere.
        bounced_address bytea,
        PRIMARY KEY (org_id, influencer_id),
        CHECK ((bounced_at IS NULL) = (bounced_address IS NULL))
      );
      CREATE TABLE reminder_stop_tokens (
        token_hash bytea PRIMARY KEY,
        org_id uuid NOT NULL,
        influencer_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      ALTER TABLE messages DROP CONSTRAINT messages_status_check;
      ALTER TABLE messages ADD CONSTRAINT messages_status_check
        CHECK (status IN ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'CANCELLED', 'UNCONFIRMED'));
      ALTER TABLE outbound_identities ADD COLUMN last_test_at timestamptz;
    `);
    for (const table of ['addressees', 'reminder_stop_tokens']) await enableTenancy(db, table);
    await allowRouting(db, 'reminder_stop_tokens', ['org_id', 'token_hash']);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE outbound_identities DROP COLUMN last_test_at;
      ALTER TABLE messages DROP CONSTRAINT messages_status_check;
      ALTER TABLE messages ADD CONSTRAINT messages_status_check
        CHECK (status IN ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'CANCELLED')) NOT VALID;
      DROP TABLE reminder_stop_tokens, addressees;
    `);
  }
}
