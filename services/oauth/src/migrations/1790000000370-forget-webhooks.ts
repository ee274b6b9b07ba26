import type { MigrationInterface, QueryRunner } from 'typeorm';

const foreignKey = (onDelete: string): string => `
  ALTER TABLE reported_ends DROP CONSTRAINT reported_ends_webhook_id_fkey;
  ALTER TABLE reported_ends ADD CONSTRAINT reported_ends_webhook_id_fkey
    FOREIGN KEY (webhook_id) REFERENCES webhook_inbox (id)${onDelete};`;

/** What platforms told us is forgotten when it can not come again, with what was done about it. */
export class ForgetWebhooks1790000000370 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- rows come and go at both ends: the summary of a BRIN index would soon cover everything
      DROP INDEX webhook_inbox_age;
      CREATE INDEX webhook_inbox_age ON webhook_inbox (received_at);
      ${foreignKey(' ON DELETE CASCADE')}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ${foreignKey('')}
      DROP INDEX webhook_inbox_age;
      CREATE INDEX webhook_inbox_age ON webhook_inbox USING brin (received_at);
    `);
  }
}
