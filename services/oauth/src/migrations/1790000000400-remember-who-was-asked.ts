import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A consent that asks for less was meant for one person at the platform, and another may give it. */
export class RememberWhoWasAsked1790000000400 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- HMAC of the person who left out the permissions that alone are asked for; null: everything is asked for
      ALTER TABLE connect_transactions ADD COLUMN narrowed_for bytea
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE connect_transactions DROP COLUMN narrowed_for');
  }
}
