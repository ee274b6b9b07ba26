import { findWorkByOrganisation, findWorkByTime } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const works = [{ table: 'messages' }, { table: 'outbound_identities' }];

/** Due work is chosen in turns between organisations. */
export class FairWork1790000000635 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const work of works) await findWorkByOrganisation(db, work);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const work of works) await findWorkByTime(db, work);
  }
}
