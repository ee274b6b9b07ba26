import { addWorkLease, allowRouting } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Addresses may be verified by Amazon SES, which tells afterwards what became of a mail. */
export class AmazonSes1790000000560 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE outbound_identities
        ADD COLUMN id uuid GENERATED ALWAYS AS (org_id) STORED,
        ADD COLUMN via text NOT NULL DEFAULT 'smtp' CHECK (via IN ('smtp', 'ses')),
        ADD COLUMN pending_via text NOT NULL DEFAULT 'smtp' CHECK (pending_via IN ('smtp', 'ses')),
        ADD COLUMN pending_failed_at timestamptz,
        -- Whether who proposed it proved the mailbox, apart from what AWS says: AWS asks once for all organisations.
        ADD COLUMN pending_proof text NOT NULL DEFAULT 'token' CHECK (pending_proof IN ('token', 'aws', 'given'));
      ALTER TABLE messages ADD COLUMN provider_message_id text;
      CREATE INDEX messages_provider ON messages (provider_message_id) WHERE provider_message_id IS NOT NULL;
      ALTER TABLE addressees ADD COLUMN complained_at timestamptz, ADD COLUMN complained_address bytea,
        ADD CHECK ((complained_at IS NULL) = (complained_address IS NULL));
    `);
    await addWorkLease(db, { table: 'outbound_identities' });
    await allowRouting(db, 'messages', ['id', 'org_id', 'provider_message_id']);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE addressees DROP COLUMN complained_at, DROP COLUMN complained_address;
      ALTER TABLE messages DROP COLUMN provider_message_id;
      ALTER TABLE outbound_identities DROP COLUMN id, DROP COLUMN via, DROP COLUMN pending_via,
        DROP COLUMN pending_failed_at, DROP COLUMN pending_proof, DROP COLUMN due_at, DROP COLUMN lease_until,
        DROP COLUMN lease_epoch, DROP COLUMN attempts, DROP COLUMN last_error;
    `);
  }
}
