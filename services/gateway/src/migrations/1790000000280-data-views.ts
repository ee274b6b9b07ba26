import { allowRouting, enableTenancy } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who looked at whose data: a row for each viewer, subject and day. Ids only; what was seen is named by its kind. */
export class DataViews1790000000280 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE data_views (
        org_id uuid NOT NULL,
        -- an influencer, account or campaign; the organisation's own id stands for its whole roster
        subject_id uuid NOT NULL,
        day date NOT NULL,
        -- a member or an API key
        viewer_id uuid NOT NULL,
        viewer_role text NOT NULL CHECK (viewer_role IN ('owner', 'admin', 'viewer', 'api_key')),
        subject_kind text NOT NULL CHECK (subject_kind IN ('influencer', 'account', 'campaign', 'roster')),
        areas text[] NOT NULL,
        first_at timestamptz NOT NULL,
        PRIMARY KEY (org_id, subject_id, day, viewer_id, viewer_role)
      )`);
    await runner.query('CREATE INDEX data_views_age ON data_views (day)');
    await enableTenancy(runner, 'data_views');
    await allowRouting(runner, 'data_views', ['org_id', 'day']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE data_views');
  }
}
