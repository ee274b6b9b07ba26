import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A notice may be about the organisation itself. */
export class NoticesOfOrganisations1790000000550 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE notices DROP CONSTRAINT notices_subject,
        ADD CONSTRAINT notices_subject CHECK (num_nonnulls(influencer_id, user_id) <= 1);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    // Rows are hidden from the owner of the table, too; those about nobody do not fit any more.
    await db.query(`
      ALTER TABLE notices NO FORCE ROW LEVEL SECURITY;
      DELETE FROM notices WHERE num_nonnulls(influencer_id, user_id) = 0;
      ALTER TABLE notices FORCE ROW LEVEL SECURITY, DROP CONSTRAINT notices_subject,
        ADD CONSTRAINT notices_subject CHECK (num_nonnulls(influencer_id, user_id) = 1);
    `);
  }
}
