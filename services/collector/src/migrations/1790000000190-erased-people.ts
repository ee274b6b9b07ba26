import { createErasedPeople } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ErasedPeople1790000000190 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await createErasedPeople(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE erased_influencers');
  }
}
