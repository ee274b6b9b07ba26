import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ids made in one millisecond have no order, and a request's items are made together. */
export class OrderRequestItems1790000000320 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE authorization_request_items ADD COLUMN position smallint NOT NULL DEFAULT 0');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE authorization_request_items DROP COLUMN position');
  }
}
