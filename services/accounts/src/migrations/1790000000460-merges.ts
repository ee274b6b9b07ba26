import { allowRouting, enableTenancy } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['merged_influencers', 'merge_proposals'];

/** Which entries of the roster became part of which, and what waits for the person's own word before it happens. */
export class Merges1790000000460 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Whether somebody has ever been in the dashboard by this entry.
      ALTER TABLE influencers ADD COLUMN signed_in_at timestamptz;

      CREATE TABLE merged_influencers (
        org_id uuid NOT NULL,
        influencer_id uuid NOT NULL UNIQUE,
        kept_id uuid NOT NULL,
        -- as the entry was called, for the history of the kept one
        name text NOT NULL,
        merged_by text NOT NULL,
        confirmed_by_person boolean NOT NULL,
        merged_at timestamptz NOT NULL,
        -- of the entry's last event
        version bigint NOT NULL,
        gateway_done_at timestamptz,
        PRIMARY KEY (org_id, influencer_id),
        FOREIGN KEY (org_id, kept_id) REFERENCES influencers (org_id, id) ON DELETE CASCADE
      );
      CREATE INDEX merged_influencers_kept ON merged_influencers (org_id, kept_id);
      CREATE INDEX merged_influencers_waiting ON merged_influencers (merged_at) WHERE gateway_done_at IS NULL;

      CREATE TABLE merge_proposals (
        org_id uuid NOT NULL,
        influencer_id uuid NOT NULL,
        kept_id uuid NOT NULL,
        -- fields whose value comes from the entry that goes
        taken text[] NOT NULL,
        proposed_by text NOT NULL,
        proposed_at timestamptz NOT NULL,
        -- the person said no
        declined_at timestamptz,
        PRIMARY KEY (org_id, influencer_id),
        FOREIGN KEY (org_id, influencer_id) REFERENCES influencers (org_id, id) ON DELETE CASCADE,
        FOREIGN KEY (org_id, kept_id) REFERENCES influencers (org_id, id) ON DELETE CASCADE
      );
      CREATE INDEX merge_proposals_kept ON merge_proposals (org_id, kept_id);`);
    for (const table of tables) await enableTenancy(db, table);
    await allowRouting(db, 'merged_influencers', [
      'org_id',
      'influencer_id',
      'kept_id',
      'merged_at',
      'gateway_done_at',
    ]);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of tables.toReversed()) await db.query(`DROP TABLE ${table}`);
    await db.query('ALTER TABLE influencers DROP COLUMN signed_in_at');
  }
}
