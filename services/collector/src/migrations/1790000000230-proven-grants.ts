import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the grant of a feed was last known to stand: what it told may not be kept for ever after. */
export class ProvenGrants1790000000230 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // Rows are hidden from the owner of the table, too. Of a feed that is public by now, the audience is the grant's last word.
    await db.query(`
      ALTER TABLE feeds ADD COLUMN grant_proven_at timestamptz;
      ALTER TABLE feeds NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE audiences NO FORCE ROW LEVEL SECURITY;
      UPDATE feeds SET grant_proven_at = coalesce(
               CASE WHEN access <> 'grant' THEN (SELECT max(a.collected_at) FROM audiences a WHERE a.account_id = feeds.id) END,
               collected_at)
       WHERE grant_version > 0;
      ALTER TABLE feeds FORCE ROW LEVEL SECURITY;
      ALTER TABLE audiences FORCE ROW LEVEL SECURITY;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE feeds DROP COLUMN grant_proven_at');
  }
}
