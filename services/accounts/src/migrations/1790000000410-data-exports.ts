import { addWorkLease, allowRouting, enableTenancy } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Everything held about an influencer, gathered for them: one export each, in pieces, gone after a day or a download. */
export class DataExports1790000000410 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE data_exports (
        id uuid PRIMARY KEY,
        org_id uuid NOT NULL,
        influencer_id uuid NOT NULL,
        -- gathering: the gateway still gives its part
        status text NOT NULL CHECK (status IN ('gathering', 'running', 'ready', 'fetched', 'failed')),
        parts_done smallint NOT NULL DEFAULT 0,
        bytes bigint NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now(),
        ready_at timestamptz,
        expires_at timestamptz NOT NULL,
        UNIQUE (org_id, id),
        UNIQUE (org_id, influencer_id),
        FOREIGN KEY (org_id, influencer_id) REFERENCES influencers (org_id, id) ON DELETE CASCADE
      );
      CREATE INDEX data_exports_end ON data_exports (expires_at);

      CREATE TABLE data_export_pieces (
        org_id uuid NOT NULL,
        export_id uuid NOT NULL,
        position integer NOT NULL,
        content bytea NOT NULL,
        PRIMARY KEY (export_id, position),
        FOREIGN KEY (org_id, export_id) REFERENCES data_exports (org_id, id) ON DELETE CASCADE
      );
      -- Compressed already.
      ALTER TABLE data_export_pieces ALTER COLUMN content SET STORAGE EXTERNAL;

      CREATE TABLE data_export_rows (
        org_id uuid NOT NULL,
        export_id uuid NOT NULL,
        set_name text NOT NULL,
        position integer NOT NULL,
        row jsonb NOT NULL,
        PRIMARY KEY (export_id, set_name, position),
        FOREIGN KEY (org_id, export_id) REFERENCES data_exports (org_id, id) ON DELETE CASCADE
      );`);
    for (const table of ['data_exports', 'data_export_pieces', 'data_export_rows']) await enableTenancy(db, table);
    await addWorkLease(db, { table: 'data_exports' });
    await allowRouting(db, 'data_exports', ['expires_at']);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE data_export_rows, data_export_pieces, data_exports');
  }
}
