import { addWorkCause } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { feedWork } from '../feeds/persistence/feed.repository';

/** A collection follows what asked for it: the consent of a creator, or the press of a member. */
export class CauseOfCollections1790000000150 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await addWorkCause(db, feedWork);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE feeds DROP COLUMN cause');
  }
}
