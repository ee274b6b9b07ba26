import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a feed is read with: its owner's grant, or only what anybody can see. */
export class PublicFeeds1790000000130 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `ALTER TABLE feeds ADD COLUMN access text NOT NULL DEFAULT 'grant' CHECK (access IN ('grant', 'public'))`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE feeds DROP COLUMN access');
  }
}
