import { enableTenancy } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Single posts that somebody put into a campaign's report, or took out of it, against what its dates say. */
export class CampaignPosts1790000000110 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE posts ADD UNIQUE (org_id, account_id, platform_post_id);
      CREATE TABLE campaign_posts (
        campaign_id uuid NOT NULL,
        account_id uuid NOT NULL,
        platform_post_id text NOT NULL,
        org_id uuid NOT NULL,
        counted boolean NOT NULL,
        decided_by text NOT NULL,
        decided_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (campaign_id, account_id, platform_post_id),
        FOREIGN KEY (org_id, account_id, platform_post_id)
          REFERENCES posts (org_id, account_id, platform_post_id) ON DELETE CASCADE
      );
      CREATE INDEX campaign_posts_post ON campaign_posts (org_id, account_id, platform_post_id);
    `);
    await enableTenancy(db, 'campaign_posts');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE campaign_posts');
    await db.query('ALTER TABLE posts DROP CONSTRAINT posts_org_id_account_id_platform_post_id_key');
  }
}
