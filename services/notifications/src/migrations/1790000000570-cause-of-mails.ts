import { addWorkCause } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { messageWork } from '../messages/persistence/message.repository';

/** A mail follows the event that it tells of. */
export class CauseOfMails1790000000570 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await addWorkCause(db, messageWork);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE messages DROP COLUMN cause');
  }
}
