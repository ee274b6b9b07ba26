import { enableTenancy } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What keeps a roster of 100,000 influencers as quick as one of 1,000. Behind row-level security PostgreSQL uses an index
 * only for operators that are leakproof, which full-text search, LIKE and lower() are not: words and handles stand in
 * columns of their own, in the order of their bytes, and are compared by `^@` (starts with).
 */
export class LargeRosters1790000000390 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE influencer_words (
        org_id uuid NOT NULL,
        influencer_id uuid NOT NULL,
        word text COLLATE "C" NOT NULL,
        PRIMARY KEY (org_id, word, influencer_id),
        FOREIGN KEY (org_id, influencer_id) REFERENCES influencers (org_id, id) ON DELETE CASCADE
      );
      CREATE INDEX influencer_words_influencer ON influencer_words (org_id, influencer_id, word);
      ALTER TABLE influencers DROP COLUMN search;

      ALTER TABLE social_accounts ADD COLUMN handle_key text COLLATE "C" NOT NULL GENERATED ALWAYS AS (lower(handle)) STORED;
      DROP INDEX social_accounts_handle, social_accounts_by_handle;
      CREATE INDEX social_accounts_handle ON social_accounts (org_id, handle_key, influencer_id)
        WHERE reserved_until IS NULL;
      CREATE UNIQUE INDEX social_accounts_by_handle ON social_accounts (org_id, platform, handle_key)
        WHERE platform_account_id IS NULL;

      -- In the order of the roster, so that a page of it costs a page, however many would meet the filter.
      CREATE INDEX social_accounts_of_platform ON social_accounts (org_id, platform, influencer_id)
        WHERE reserved_until IS NULL;
      CREATE INDEX social_accounts_in_state ON social_accounts (org_id, platform, auth_state, influencer_id)
        WHERE reserved_until IS NULL;
      CREATE INDEX social_accounts_of_marketplace ON social_accounts (org_id, marketplace, influencer_id)
        WHERE reserved_until IS NULL AND marketplace IS NOT NULL;
      CREATE INDEX social_accounts_lapsing ON social_accounts (org_id, influencer_id)
        WHERE reserved_until IS NULL AND auth_state = 'AUTHENTICATED' AND grant_ends_at IS NOT NULL;`);
    await enableTenancy(db, 'influencer_words');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX social_accounts_of_platform, social_accounts_in_state, social_accounts_of_marketplace,
        social_accounts_lapsing, social_accounts_handle, social_accounts_by_handle;
      ALTER TABLE social_accounts DROP COLUMN handle_key;
      CREATE UNIQUE INDEX social_accounts_by_handle ON social_accounts (org_id, platform, lower(handle))
        WHERE platform_account_id IS NULL;
      CREATE INDEX social_accounts_handle ON social_accounts (org_id, lower(handle) text_pattern_ops)
        WHERE reserved_until IS NULL;

      ALTER TABLE influencers ADD COLUMN search tsvector
        GENERATED ALWAYS AS (to_tsvector('simple', name || ' ' || email || ' ' || replace(email, '@', ' '))) STORED;
      CREATE INDEX influencers_search ON influencers USING gin (search);
      DROP TABLE influencer_words;`);
  }
}
