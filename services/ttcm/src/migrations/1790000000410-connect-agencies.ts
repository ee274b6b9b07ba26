import { addWorkLease, enableTenancy } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Each organisation connects its own marketplace account; people without an account here can be invited, also by hand;
 * and memberships are looked at again and again.
 */
export class ConnectAgencies1790000000410 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE agency_connections (
        org_id uuid PRIMARY KEY,
        state text NOT NULL CHECK (state IN ('CONNECTED', 'REAUTH')),
        account_id text NOT NULL,
        account_label text,
        country text,
        scopes integer[] NOT NULL,
        -- Null as soon as TikTok refuses it.
        sealed_token text,
        connected_by uuid NOT NULL,
        connected_at timestamptz NOT NULL DEFAULT now(),
        ended_at timestamptz,
        end_cause text CHECK (end_cause IN ('token_refused', 'permission_missing')),
        version bigint NOT NULL,
        CHECK ((state = 'CONNECTED') = (sealed_token IS NOT NULL))
      );
      CREATE TABLE agency_attempts (
        org_id uuid NOT NULL,
        state_hash bytea NOT NULL,
        user_id uuid NOT NULL,
        binding_hash bytea NOT NULL,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (org_id, state_hash)
      );
      -- Tokens that TikTok has still to be told to forget.
      CREATE TABLE agency_revocations (
        id uuid PRIMARY KEY,
        org_id uuid NOT NULL,
        sealed_token text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );

      ALTER TABLE invites ALTER COLUMN account_id DROP NOT NULL, DROP CONSTRAINT invites_state_check,
        ADD CONSTRAINT invites_state_check
          CHECK (state IN ('SENDING', 'BY_HAND', 'INVITED', 'ACCEPTED', 'REJECTED', 'EXPIRED'));
      DROP INDEX invites_open;
      CREATE UNIQUE INDEX invites_open ON invites (org_id, account_id)
        WHERE state IN ('SENDING', 'BY_HAND', 'INVITED') AND account_id IS NOT NULL;
      CREATE UNIQUE INDEX invites_open_handle ON invites (org_id, influencer_id, lower(handle))
        WHERE state IN ('SENDING', 'BY_HAND', 'INVITED') AND account_id IS NULL;
      CREATE INDEX invites_influencer ON invites (org_id, influencer_id, id DESC);

      ALTER TABLE memberships ADD COLUMN id uuid GENERATED ALWAYS AS (account_id) STORED;
    `);
    for (const table of ['agency_connections', 'agency_attempts', 'agency_revocations']) {
      await enableTenancy(db, table);
    }
    await addWorkLease(db, { table: 'agency_revocations' });
    await addWorkLease(db, { table: 'memberships' });
  }

  async down(db: QueryRunner): Promise<void> {
    // Rows are hidden from the owner of the table, too; those that the older form does not know go.
    await db.query(`
      ALTER TABLE invites NO FORCE ROW LEVEL SECURITY;
      DELETE FROM invites WHERE account_id IS NULL OR state = 'BY_HAND';
      ALTER TABLE invites FORCE ROW LEVEL SECURITY, ALTER COLUMN account_id SET NOT NULL,
        DROP CONSTRAINT invites_state_check,
        ADD CONSTRAINT invites_state_check
          CHECK (state IN ('SENDING', 'INVITED', 'ACCEPTED', 'REJECTED', 'EXPIRED'));
      DROP INDEX invites_open, invites_open_handle, invites_influencer;
      CREATE UNIQUE INDEX invites_open ON invites (org_id, account_id) WHERE state IN ('SENDING', 'INVITED');
      ALTER TABLE memberships DROP COLUMN id, DROP COLUMN due_at, DROP COLUMN lease_until, DROP COLUMN lease_epoch,
        DROP COLUMN attempts, DROP COLUMN last_error;
      DROP TABLE agency_connections, agency_attempts, agency_revocations;
    `);
  }
}
