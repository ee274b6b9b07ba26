import { allowRouting, enableTenancy } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['reports', 'discovery_quotas'];

/** Public profiles that were found, kept for a while, and how much an organisation has searched today. */
export class Reports1790000000400 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE reports (
        id uuid PRIMARY KEY,
        org_id uuid NOT NULL REFERENCES organisations (org_id),
        platform text NOT NULL CHECK (platform IN ('instagram', 'tiktok', 'youtube')),
        platform_account_id text NOT NULL,
        handle text NOT NULL,
        display_name text NOT NULL,
        -- As the platform showed them; null: it did not say.
        biography text,
        website text,
        picture_url text,
        profile_url text,
        verified boolean,
        followers bigint,
        following bigint,
        posts bigint,
        likes bigint,
        -- who was added from it: the report goes with them
        influencer_id uuid,
        fetched_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL,
        UNIQUE (org_id, id),
        UNIQUE (org_id, platform, platform_account_id),
        FOREIGN KEY (org_id, influencer_id) REFERENCES influencers (org_id, id) ON DELETE CASCADE
      );
      CREATE INDEX reports_list ON reports (org_id, id DESC);
      CREATE INDEX reports_age ON reports (fetched_at);
      CREATE INDEX reports_influencer ON reports (org_id, influencer_id) WHERE influencer_id IS NOT NULL;

      CREATE TABLE discovery_quotas (
        org_id uuid NOT NULL,
        day date NOT NULL,
        way text NOT NULL CHECK (way IN ('handle', 'keyword')),
        used integer NOT NULL,
        PRIMARY KEY (org_id, day, way)
      );`);
    for (const table of tables) await enableTenancy(db, table);
    await allowRouting(db, 'reports', ['org_id', 'fetched_at']);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of tables.toReversed()) await db.query(`DROP TABLE ${table}`);
  }
}
