import { allowRouting, enableTenancy } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The mail that lets somebody into their dashboard signs them in, once. */
export class DashboardLinks1790000000500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE dashboard_links (
        org_id uuid NOT NULL,
        -- the mail that carries it: one that is written again has a new one, and the one before is gone
        message_id uuid NOT NULL,
        influencer_id uuid NOT NULL,
        token_hash bytea NOT NULL,
        -- of the mailbox that it went to
        email_hash bytea NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (org_id, message_id),
        UNIQUE (org_id, token_hash),
        FOREIGN KEY (org_id, influencer_id) REFERENCES influencers (org_id, id) ON DELETE CASCADE
      );
      CREATE INDEX dashboard_links_token ON dashboard_links (token_hash);
      CREATE INDEX dashboard_links_influencer ON dashboard_links (org_id, influencer_id);
      CREATE INDEX dashboard_links_end ON dashboard_links (expires_at);`);
    await enableTenancy(db, 'dashboard_links');
    await allowRouting(db, 'dashboard_links', ['org_id', 'token_hash', 'expires_at']);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE dashboard_links');
  }
}
