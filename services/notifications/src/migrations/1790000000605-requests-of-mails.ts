import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A mail that somebody asked for on purpose is about that request, whatever else is open when it goes out. */
export class RequestsOfMails1790000000605 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE messages ADD COLUMN authorization_request_id uuid');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE messages DROP COLUMN authorization_request_id');
  }
}
