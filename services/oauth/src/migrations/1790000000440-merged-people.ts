import { createMergedPeople } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MergedPeople1790000000440 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await createMergedPeople(db);
    // Whose data key seals the grant's secrets, where that is not its influencer: an entry that became part of theirs.
    await db.query('ALTER TABLE grants ADD COLUMN key_influencer_id uuid');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE grants DROP COLUMN key_influencer_id');
    await db.query('DROP TABLE merged_influencers');
  }
}
