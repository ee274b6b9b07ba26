import { allowRouting } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A creator who signs in, maybe at several organisations, is spoken to in the language of the profile they work in. */
export class LanguageOfCreators1790000000430 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await allowRouting(db, 'influencers', ['locale']);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DO $$ BEGIN
        EXECUTE format('REVOKE SELECT (locale) ON influencers FROM %I', regexp_replace(current_user, '_owner$', '_router'));
      END $$`);
  }
}
