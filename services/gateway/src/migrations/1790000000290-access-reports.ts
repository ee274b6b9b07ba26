import { allowRouting, enableTenancy } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often something was downloaded, and which months were reported to the owners of an organisation. */
export class AccessReports1790000000290 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE data_views ADD COLUMN downloads integer NOT NULL DEFAULT 0');
    await runner.query(`
      CREATE TABLE access_reports (
        org_id uuid NOT NULL,
        -- the first day of the month that is reported
        month date NOT NULL,
        claimed_at timestamptz NOT NULL,
        -- null: under way, or broken off
        sent_at timestamptz,
        PRIMARY KEY (org_id, month)
      )`);
    await enableTenancy(runner, 'access_reports');
    await allowRouting(runner, 'access_reports', ['org_id', 'month', 'sent_at']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE access_reports');
    await runner.query('ALTER TABLE data_views DROP COLUMN downloads');
  }
}
