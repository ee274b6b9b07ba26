import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which marketplace invitation a mail is about, and from when on a mail has nothing more to say. */
export class InviteReminders1790000000645 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE messages ADD COLUMN invite_id uuid, ADD COLUMN needed_until timestamptz;
      CREATE INDEX messages_invite ON messages (org_id, invite_id) WHERE invite_id IS NOT NULL;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE messages DROP COLUMN invite_id, DROP COLUMN needed_until');
  }
}
