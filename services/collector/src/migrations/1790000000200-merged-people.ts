import { createMergedPeople } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MergedPeople1790000000200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await createMergedPeople(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE merged_influencers');
  }
}
