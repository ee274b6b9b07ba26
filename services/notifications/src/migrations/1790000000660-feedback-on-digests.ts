import { allowRouting, enableTenancy } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose digest a provider means when it tells that one came back, or was unwanted. */
export class FeedbackOnDigests1790000000660 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE sent_digests (
        org_id uuid NOT NULL,
        provider_message_id text NOT NULL,
        user_id uuid NOT NULL,
        sent_at timestamptz NOT NULL DEFAULT now(),
        refused_at timestamptz,
        PRIMARY KEY (org_id, provider_message_id)
      );
      CREATE INDEX sent_digests_provider ON sent_digests (provider_message_id);
      CREATE INDEX sent_digests_age ON sent_digests (org_id, sent_at);
      CREATE INDEX system_deliveries_age ON system_deliveries (at);
    `);
    await enableTenancy(db, 'sent_digests');
    await allowRouting(db, 'sent_digests', ['org_id', 'provider_message_id']);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX system_deliveries_age; DROP TABLE sent_digests');
  }
}
