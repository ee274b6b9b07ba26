import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A value by which a key is recognised at the next start; it tells nothing about the key. */
export class RememberKeys1790000000290 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE key_checks (
        key_id text PRIMARY KEY,
        value text NOT NULL,
        first_seen_at timestamptz NOT NULL DEFAULT now()
      );
      DO $$ BEGIN
        EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON key_checks FROM %I',
                       regexp_replace(current_user, '_owner$', '_app'));
      END $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE key_checks');
  }
}
