import { enableTenancy } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a record comes from; what third parties sold about accounts; and what was removed of that. */
export class VendorData1790000000140 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE profiles ADD COLUMN provenance text NOT NULL DEFAULT 'own_grant'
        CHECK (provenance IN ('own_grant', 'ttcm', 'public'));
      ALTER TABLE posts ADD COLUMN provenance text NOT NULL DEFAULT 'own_grant'
        CHECK (provenance IN ('own_grant', 'ttcm', 'public'));

      -- Apart from what was collected: removing all of it touches nothing else.
      CREATE TABLE vendor_records (
        org_id uuid NOT NULL,
        account_id uuid NOT NULL,
        influencer_id uuid NOT NULL,
        platform text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('profile', 'post')),
        -- The platform's id of a post; empty for the profile.
        platform_post_id text NOT NULL DEFAULT '',
        vendor text NOT NULL,
        posted_at timestamptz,
        permalink text,
        metrics jsonb NOT NULL,
        imported_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (org_id, account_id, kind, platform_post_id)
      );
      CREATE INDEX vendor_records_influencer ON vendor_records (org_id, influencer_id);
      CREATE TABLE vendor_purges (
        id uuid PRIMARY KEY,
        org_id uuid NOT NULL,
        account_id uuid NOT NULL,
        influencer_id uuid NOT NULL,
        cause text NOT NULL CHECK (cause IN ('marketplace_member', 'by_member')),
        profiles integer NOT NULL,
        posts integer NOT NULL,
        purged_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE INDEX vendor_purges_newest ON vendor_purges (org_id, id DESC);
      CREATE INDEX vendor_purges_account ON vendor_purges (org_id, account_id, purged_at);
    `);
    for (const table of ['vendor_records', 'vendor_purges']) await enableTenancy(db, table);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE vendor_purges, vendor_records;
      ALTER TABLE posts DROP COLUMN provenance;
      ALTER TABLE profiles DROP COLUMN provenance;
    `);
  }
}
