import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A link says when somebody began with it, and which mail carried it. */
export class OpenedLinks1790000000445 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE authorization_links ADD COLUMN opened_at timestamptz, ADD COLUMN message_id uuid');
    await db.query(`
      CREATE INDEX authorization_links_message
        ON authorization_links (org_id, message_id) WHERE message_id IS NOT NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE authorization_links DROP COLUMN opened_at, DROP COLUMN message_id');
  }
}
