import { findWorkByOrganisation, findWorkByTime } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const work = { table: 'feeds' };

/** Due work is chosen in turns between organisations. */
export class FairWork1790000000215 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await findWorkByOrganisation(db, work);
  }

  async down(db: QueryRunner): Promise<void> {
    await findWorkByTime(db, work);
  }
}
