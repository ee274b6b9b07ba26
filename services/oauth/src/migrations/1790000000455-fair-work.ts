import { findWorkByOrganisation, findWorkByTime } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const works = [
  { table: 'token_refreshes' },
  { table: 'verifications' },
  { table: 'revocations' },
  { table: 'reported_ends' },
  { table: 'grants', prefix: 'expiring_' },
];

/** Due work is chosen in turns between organisations. */
export class FairWork1790000000455 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const work of works) await findWorkByOrganisation(db, work);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const work of works) await findWorkByTime(db, work);
  }
}
