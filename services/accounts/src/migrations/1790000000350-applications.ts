import { allowRouting, enableTenancy } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['application_links', 'applications'];

/**
 * Application links of groups, and applications. An application has the id of the influencer it may become: the row of
 * that influencer is there from the beginning, without name and address, so that accounts can be connected to it.
 */
export class Applications1790000000350 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE influencers
        ALTER COLUMN name DROP NOT NULL, ALTER COLUMN email DROP NOT NULL, ALTER COLUMN email_hash DROP NOT NULL,
        ALTER COLUMN search DROP NOT NULL,
        ADD CONSTRAINT influencers_of_roster CHECK (
          CASE WHEN approved_at IS NULL THEN num_nulls(name, email, email_hash) = 3
               ELSE num_nulls(name, email, email_hash) = 0 END);

      CREATE TABLE application_links (
        org_id uuid NOT NULL,
        group_id uuid NOT NULL,
        -- begins with the organisation's short name, which no other has, and never leaves this table for another
        slug text NOT NULL,
        closed_at timestamptz,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (org_id, group_id),
        UNIQUE (org_id, slug),
        FOREIGN KEY (org_id, group_id) REFERENCES influencer_groups (org_id, id) ON DELETE CASCADE
      );
      CREATE INDEX application_links_slug ON application_links (slug);

      CREATE TABLE applications (
        id uuid PRIMARY KEY,
        org_id uuid NOT NULL,
        group_id uuid,
        status text NOT NULL CHECK (status IN ('draft', 'submitted', 'approved', 'declined')),
        -- as typed; null again once approved, when they stand in the roster
        name text,
        email text,
        email_hash bytea,
        email_verified_at timestamptz,
        locale text NOT NULL,
        time_zone text NOT NULL,
        fields jsonb NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL,
        touched_at timestamptz NOT NULL,
        submitted_at timestamptz,
        decided_at timestamptz,
        decided_by text,
        UNIQUE (org_id, id),
        FOREIGN KEY (org_id, id) REFERENCES influencers (org_id, id) ON DELETE CASCADE,
        FOREIGN KEY (org_id, group_id) REFERENCES influencer_groups (org_id, id) ON DELETE SET NULL (group_id)
      );
      CREATE INDEX applications_list ON applications (org_id, status, id DESC);
      CREATE INDEX applications_begun ON applications (org_id, created_at);
      CREATE INDEX applications_group ON applications (org_id, group_id) WHERE group_id IS NOT NULL;
      CREATE UNIQUE INDEX applications_waiting ON applications (org_id, email_hash) WHERE status = 'submitted';
      CREATE INDEX applications_abandoned ON applications (touched_at) WHERE status = 'draft';
      CREATE INDEX applications_declined ON applications (decided_at) WHERE status = 'declined';`);
    await giveGroupsLinks(db);
    for (const table of tables) await enableTenancy(db, table);
    await allowRouting(db, 'application_links', ['org_id', 'slug']);
    await allowRouting(db, 'applications', ['id', 'org_id', 'status', 'touched_at', 'decided_at']);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of tables.toReversed()) await db.query(`DROP TABLE ${table}`);
    await acrossOrganisations(db, ['influencers', 'social_accounts'], async () => {
      await db.query(`
        DELETE FROM social_accounts WHERE influencer_id IN (SELECT id FROM influencers WHERE approved_at IS NULL)`);
      await db.query('DELETE FROM influencers WHERE approved_at IS NULL');
    });
    await db.query(`
      ALTER TABLE influencers DROP CONSTRAINT influencers_of_roster,
        ALTER COLUMN name SET NOT NULL, ALTER COLUMN email SET NOT NULL, ALTER COLUMN email_hash SET NOT NULL,
        ALTER COLUMN search SET NOT NULL`);
  }
}

const giveGroupsLinks = (db: QueryRunner) =>
  acrossOrganisations(db, ['influencer_groups', 'organisations'], async () => {
    await db.query(`
      INSERT INTO application_links (org_id, group_id, created_at, slug)
      SELECT g.org_id, g.id, now(),
             o.slug || '-' || translate(substr(replace(gen_random_uuid()::text, '-', ''), 1, 10), '01', 'xy')
        FROM influencer_groups g JOIN organisations o ON o.org_id = g.org_id`);
  });

/** Not even the owner of a table sees rows of all organisations while its policies are forced. */
async function acrossOrganisations(db: QueryRunner, walled: string[], run: () => Promise<void>): Promise<void> {
  for (const table of walled) await db.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
  await run();
  for (const table of walled) await db.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
}
