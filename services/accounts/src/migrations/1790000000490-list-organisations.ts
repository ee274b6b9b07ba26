import { allowRouting } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever runs the installation sees which organisations it has, and since when. */
export class ListOrganisations1790000000490 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await allowRouting(db, 'organisations', ['created_at']);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DO $$ BEGIN
        EXECUTE format('REVOKE SELECT (created_at) ON organisations FROM %I',
                       regexp_replace(current_user, '_owner$', '_router'));
      END $$`);
  }
}
