import type { MigrationInterface, QueryRunner } from 'typeorm';

const kinds = (values: string): string => `
  ALTER TABLE webhook_inbox DROP CONSTRAINT webhook_inbox_kind_check;
  ALTER TABLE webhook_inbox ADD CONSTRAINT webhook_inbox_kind_check CHECK (kind IN (${values}));`;

/** Meta tells that a person changed what they allow. */
export class HearPermissionChanges1790000000390 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(kinds("'removed', 'data_deletion', 'security_event', 'permissions'"));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DELETE FROM webhook_inbox WHERE kind = 'permissions';
      ${kinds("'removed', 'data_deletion', 'security_event'")}
    `);
  }
}
