import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A notice may be about a member instead of an influencer. */
export class NoticesOfMembers1790000000540 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE notices
        ALTER COLUMN influencer_id DROP NOT NULL,
        ADD COLUMN user_id uuid,
        ADD CONSTRAINT notices_subject CHECK (num_nonnulls(influencer_id, user_id) = 1);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    // Rows are hidden from the owner of the table, too; those without an influencer do not fit any more.
    await db.query(`
      ALTER TABLE notices NO FORCE ROW LEVEL SECURITY;
      DELETE FROM notices WHERE influencer_id IS NULL;
      ALTER TABLE notices FORCE ROW LEVEL SECURITY,
        DROP CONSTRAINT notices_subject,
        DROP COLUMN user_id,
        ALTER COLUMN influencer_id SET NOT NULL;
    `);
  }
}
