import { enableTenancy } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What members are told inside the app, what each of them has read, and what they do not want to be told. */
export class Notices1790000000530 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE notices (
        id uuid PRIMARY KEY,
        org_id uuid NOT NULL,
        kind text NOT NULL,
        influencer_id uuid NOT NULL,
        account_id uuid,
        dedupe_key text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (org_id, id),
        UNIQUE (org_id, dedupe_key)
      );
      CREATE INDEX notices_age ON notices (org_id, created_at);
      CREATE TABLE notice_reads (
        org_id uuid NOT NULL,
        user_id uuid NOT NULL,
        notice_id uuid NOT NULL,
        PRIMARY KEY (org_id, user_id, notice_id),
        FOREIGN KEY (org_id, notice_id) REFERENCES notices (org_id, id) ON DELETE CASCADE
      );
      CREATE INDEX notice_reads_notice ON notice_reads (org_id, notice_id);
      CREATE TABLE notice_mutes (
        org_id uuid NOT NULL,
        user_id uuid NOT NULL,
        kind text NOT NULL,
        PRIMARY KEY (org_id, user_id, kind)
      );
    `);
    for (const table of ['notices', 'notice_reads', 'notice_mutes']) await enableTenancy(db, table);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE notice_mutes, notice_reads, notices');
  }
}
