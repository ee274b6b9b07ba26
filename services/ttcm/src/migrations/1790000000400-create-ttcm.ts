import { addWorkLease, enableTenancy } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTtcm1790000000400 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE invites (
        id uuid PRIMARY KEY,
        org_id uuid NOT NULL,
        influencer_id uuid NOT NULL,
        account_id uuid NOT NULL,
        handle text NOT NULL,
        state text NOT NULL CHECK (state IN ('SENDING', 'INVITED', 'ACCEPTED', 'REJECTED', 'EXPIRED')),
        failed_rules text[] NOT NULL DEFAULT '{}',
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        decided_at timestamptz,
        expires_at timestamptz NOT NULL,
        UNIQUE (org_id, id)
      );
      -- One open invitation per account, however often and from wherever the button is pressed.
      CREATE UNIQUE INDEX invites_open ON invites (org_id, account_id) WHERE state IN ('SENDING', 'INVITED');
      CREATE INDEX invites_newest ON invites (org_id, id DESC);

      CREATE TABLE memberships (
        account_id uuid PRIMARY KEY,
        org_id uuid NOT NULL,
        influencer_id uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('TTCM', 'INVITED', 'NON_TTCM')),
        -- Version of the account as this service's events tell it.
        version bigint NOT NULL DEFAULT 0,
        observed_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (org_id, account_id)
      );
    `);
    for (const table of ['invites', 'memberships']) await enableTenancy(db, table);
    await addWorkLease(db, { table: 'invites' });
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE memberships, invites');
  }
}
