import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Feeds that are read at the TikTok Creator Marketplace, alone or beside the owner's grant. */
export class MarketplaceFeeds1790000000195 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE feeds
        DROP CONSTRAINT feeds_access_check,
        ADD CONSTRAINT feeds_access_check CHECK (access IN ('grant', 'public', 'marketplace')),
        ADD COLUMN also_marketplace boolean NOT NULL DEFAULT false CHECK (access = 'grant' OR NOT also_marketplace),
        -- Why the marketplace told nothing the last time, where the grant did.
        ADD COLUMN marketplace_error text;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    // Rows are hidden from the owner of the table, too; those that the older form does not know go.
    await db.query(`
      ALTER TABLE feeds NO FORCE ROW LEVEL SECURITY;
      DELETE FROM feeds WHERE access = 'marketplace';
      ALTER TABLE feeds FORCE ROW LEVEL SECURITY, DROP COLUMN also_marketplace, DROP COLUMN marketplace_error,
        DROP CONSTRAINT feeds_access_check,
        ADD CONSTRAINT feeds_access_check CHECK (access IN ('grant', 'public'));
    `);
  }
}
