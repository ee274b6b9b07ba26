import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever runs the installation makes further organisations, and invites the first owner of each. */
export class FurtherOrganisations1790000000320 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE member_invitations
        ADD COLUMN by_operator boolean NOT NULL DEFAULT false,
        ADD COLUMN mailed_at timestamptz`);
    await db.query(`
      CREATE TABLE organisation_orders (
        -- of what was asked for: the same again is the same organisation
        order_hash bytea PRIMARY KEY,
        organisation_id uuid NOT NULL,
        ordered_at timestamptz NOT NULL
      )`);
    await db.query('CREATE INDEX organisation_orders_age ON organisation_orders (ordered_at)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE organisation_orders');
    await db.query('ALTER TABLE member_invitations DROP COLUMN by_operator, DROP COLUMN mailed_at');
  }
}
