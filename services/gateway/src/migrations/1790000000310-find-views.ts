import { allowRouting } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns = ['subject_id', 'viewer_id', 'subject_kind', 'areas', 'first_at'];

/** After a breach it is asked whose data somebody looked at, in whatever organisation (security PR-08). */
export class FindViews1790000000310 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await allowRouting(db, 'data_views', columns);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DO $$ BEGIN
        EXECUTE format('REVOKE SELECT (${columns.join(', ')}) ON data_views FROM %I',
                       regexp_replace(current_user, '_owner$', '_router'));
      END $$`);
  }
}
