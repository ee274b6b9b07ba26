import { enableTenancy } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = [
  'influencer_fields',
  'influencer_groups',
  'influencer_group_members',
  'influencer_notes',
  'removed_accounts',
];

/** What an organisation wants to know about its influencers, how it groups them, what it notes, and what it removed. */
export class Roster1790000000330 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE influencer_fields (
        org_id uuid NOT NULL REFERENCES organisations (org_id),
        key text NOT NULL,
        label text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('text', 'number', 'date', 'url', 'choice')),
        choices text[] NOT NULL DEFAULT '{}',
        required boolean NOT NULL,
        position smallint NOT NULL,
        PRIMARY KEY (org_id, key)
      );

      ALTER TABLE influencers ADD COLUMN fields jsonb NOT NULL DEFAULT '{}';
      -- Word beginnings of name and address; 'simple', since names belong to no language.
      ALTER TABLE influencers ADD COLUMN search tsvector NOT NULL
        GENERATED ALWAYS AS (to_tsvector('simple', name || ' ' || email || ' ' || replace(email, '@', ' '))) STORED;
      CREATE INDEX influencers_search ON influencers USING gin (search);
      CREATE INDEX influencers_list ON influencers (org_id, id DESC);
      CREATE INDEX social_accounts_handle ON social_accounts (org_id, lower(handle) text_pattern_ops)
        WHERE reserved_until IS NULL;

      CREATE TABLE influencer_groups (
        id uuid PRIMARY KEY,
        org_id uuid NOT NULL REFERENCES organisations (org_id),
        name text NOT NULL,
        created_at timestamptz NOT NULL,
        UNIQUE (org_id, id)
      );
      CREATE UNIQUE INDEX influencer_groups_name ON influencer_groups (org_id, lower(name));
      CREATE TABLE influencer_group_members (
        org_id uuid NOT NULL,
        group_id uuid NOT NULL,
        influencer_id uuid NOT NULL,
        PRIMARY KEY (org_id, group_id, influencer_id),
        FOREIGN KEY (org_id, group_id) REFERENCES influencer_groups (org_id, id) ON DELETE CASCADE,
        FOREIGN KEY (org_id, influencer_id) REFERENCES influencers (org_id, id) ON DELETE CASCADE
      );
      CREATE INDEX influencer_group_members_influencer ON influencer_group_members (org_id, influencer_id);

      CREATE TABLE influencer_notes (
        id uuid PRIMARY KEY,
        org_id uuid NOT NULL,
        influencer_id uuid NOT NULL,
        author_id uuid NOT NULL,
        text text NOT NULL,
        created_at timestamptz NOT NULL,
        FOREIGN KEY (org_id, influencer_id) REFERENCES influencers (org_id, id) ON DELETE CASCADE
      );
      CREATE INDEX influencer_notes_list ON influencer_notes (org_id, influencer_id, id DESC);

      -- Facts about an account that is gone may still be on their way; they are expected then, and mean nothing.
      CREATE TABLE removed_accounts (
        id uuid PRIMARY KEY,
        org_id uuid NOT NULL,
        removed_at timestamptz NOT NULL
      );`);
    for (const table of tables) await enableTenancy(db, table);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of tables.toReversed()) await db.query(`DROP TABLE ${table}`);
    await db.query('DROP INDEX influencers_list, social_accounts_handle');
    await db.query('ALTER TABLE influencers DROP COLUMN search, DROP COLUMN fields');
  }
}
