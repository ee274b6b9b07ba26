import { addWorkLease, enableTenancy } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCollector1790000000100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE feeds (
        -- The social account's id.
        id uuid PRIMARY KEY,
        org_id uuid NOT NULL,
        influencer_id uuid NOT NULL,
        platform text NOT NULL,
        status text NOT NULL CHECK (status IN ('open', 'closed')),
        closed_cause text,
        grant_version integer NOT NULL DEFAULT 0,
        version bigint NOT NULL DEFAULT 0,
        collected_at timestamptz,
        next_full_at timestamptz,
        progress jsonb NOT NULL DEFAULT '{}',
        refused_metrics text[] NOT NULL DEFAULT '{}',
        hidden_at timestamptz,
        delete_at timestamptz,
        UNIQUE (org_id, id)
      );
      CREATE INDEX feeds_influencer ON feeds (org_id, influencer_id);

      CREATE TABLE profiles (
        account_id uuid PRIMARY KEY,
        org_id uuid NOT NULL,
        handle text NOT NULL,
        display_name text NOT NULL,
        metrics jsonb NOT NULL,
        collected_at timestamptz NOT NULL,
        FOREIGN KEY (org_id, account_id) REFERENCES feeds (org_id, id) ON DELETE CASCADE
      );

      CREATE TABLE posts (
        account_id uuid NOT NULL,
        platform_post_id text NOT NULL,
        org_id uuid NOT NULL,
        kind text NOT NULL,
        posted_at timestamptz(3) NOT NULL,
        permalink text,
        caption text,
        hashtags text[] NOT NULL DEFAULT '{}',
        metrics jsonb NOT NULL DEFAULT '{}',
        first_collected_at timestamptz NOT NULL,
        collected_at timestamptz NOT NULL,
        PRIMARY KEY (account_id, platform_post_id),
        FOREIGN KEY (org_id, account_id) REFERENCES feeds (org_id, id) ON DELETE CASCADE
      );
      CREATE INDEX posts_newest ON posts (org_id, account_id, posted_at DESC, platform_post_id DESC);

      CREATE TABLE metric_history (
        account_id uuid NOT NULL,
        -- empty: a figure of the account itself
        platform_post_id text NOT NULL DEFAULT '',
        name text NOT NULL,
        as_of timestamptz NOT NULL,
        value double precision NOT NULL,
        org_id uuid NOT NULL,
        PRIMARY KEY (account_id, platform_post_id, name, as_of),
        FOREIGN KEY (org_id, account_id) REFERENCES feeds (org_id, id) ON DELETE CASCADE
      );

      CREATE TABLE audiences (
        account_id uuid NOT NULL,
        dimension text NOT NULL,
        org_id uuid NOT NULL,
        parts jsonb NOT NULL,
        collected_at timestamptz NOT NULL,
        PRIMARY KEY (account_id, dimension),
        FOREIGN KEY (org_id, account_id) REFERENCES feeds (org_id, id) ON DELETE CASCADE
      );
    `);
    for (const table of ['feeds', 'profiles', 'posts', 'metric_history', 'audiences']) await enableTenancy(db, table);
    await addWorkLease(db, { table: 'feeds' });
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE audiences, metric_history, posts, profiles, feeds');
  }
}
