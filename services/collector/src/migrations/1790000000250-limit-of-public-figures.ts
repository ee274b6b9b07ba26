import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Feeds of YouTube channels that stand still come by for what was told too long ago; those that stood still before, as well. */
export class LimitOfPublicFigures1790000000250 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // Rows are hidden from the owner of the table, too.
    await db.query(`
      ALTER TABLE feeds NO FORCE ROW LEVEL SECURITY;
      UPDATE feeds SET due_at = least(due_at, coalesce(grant_proven_at, collected_at) + interval '30 days')
       WHERE platform = 'youtube' AND status = 'closed' AND access = 'public';
      ALTER TABLE feeds FORCE ROW LEVEL SECURITY;
    `);
  }

  async down(): Promise<void> {
    // A feed that comes by without need finds nothing to do.
  }
}
