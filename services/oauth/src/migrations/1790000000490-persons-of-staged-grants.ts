import { allowRouting } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose consent waits for a choice, so that it is not taken back because of another attempt of the same person. */
export class PersonsOfStagedGrants1790000000490 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Those that wait already are nobody's; they are gone in a day.
      ALTER TABLE staged_grants ADD COLUMN person_hash bytea NOT NULL DEFAULT '';
      ALTER TABLE staged_grants ALTER COLUMN person_hash DROP DEFAULT;
      CREATE INDEX staged_grants_person ON staged_grants (person_hash);
    `);
    await allowRouting(db, 'staged_grants', ['person_hash']);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE staged_grants DROP COLUMN person_hash');
  }
}
