import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An incident may begin before the end: it then knows when that is, and of which grant. */
export class FollowKnownEnds1790000000510 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE incidents
        ADD COLUMN phase text NOT NULL DEFAULT 'ended' CHECK (phase IN ('expiring', 'ended')),
        -- When the authorization ends, or ended.
        ADD COLUMN ends_at timestamptz NOT NULL DEFAULT now(),
        ADD COLUMN grant_version integer,
        ADD CHECK (phase = 'ended' OR grant_version IS NOT NULL);
      ALTER TABLE incidents ALTER COLUMN phase DROP DEFAULT, ALTER COLUMN ends_at DROP DEFAULT;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE incidents DROP COLUMN grant_version, DROP COLUMN ends_at, DROP COLUMN phase');
  }
}
