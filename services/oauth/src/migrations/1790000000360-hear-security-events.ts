import { allowRouting } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const kinds = (table: string, values: string): string => `
  ALTER TABLE ${table} DROP CONSTRAINT ${table}_kind_check;
  ALTER TABLE ${table} ADD CONSTRAINT ${table}_kind_check CHECK (kind IN (${values}));`;

/** Google's security events name a token, not a person, and some of them are a reason to look, not an end. */
export class HearSecurityEvents1790000000360 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- HMACs of what the platform's messages may call the token; go where the token goes
      ALTER TABLE grant_tokens ADD COLUMN names bytea[];
      CREATE INDEX grant_tokens_names ON grant_tokens USING gin (names) WHERE names IS NOT NULL;

      -- the token that the message names: it may come before the grant is stored
      ALTER TABLE webhook_inbox ADD COLUMN token_name bytea;
      CREATE INDEX webhook_inbox_token ON webhook_inbox (token_name) WHERE token_name IS NOT NULL;

      ALTER TABLE reported_ends ALTER COLUMN cause DROP NOT NULL, ADD COLUMN token_name bytea;
      ALTER TABLE reported_ends
        ADD CONSTRAINT reported_ends_cause_check CHECK ((cause IS NULL) = (kind IN ('doubted', 'restored')));

      -- something may have repaired an ended grant, so it is looked at once more
      ALTER TABLE verifications ADD COLUMN ended_too boolean NOT NULL DEFAULT false;

      ${kinds('webhook_inbox', "'removed', 'data_deletion', 'security_event'")}
      ${kinds('reported_ends', "'revoked', 'expired', 'doubted', 'restored'")}
    `);
    await allowRouting(db, 'grant_tokens', ['grant_id', 'org_id', 'names']);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      -- the owner sees no organisation's rows otherwise
      ALTER TABLE reported_ends NO FORCE ROW LEVEL SECURITY;
      DELETE FROM reported_ends WHERE webhook_id IN (SELECT id FROM webhook_inbox WHERE kind = 'security_event');
      ALTER TABLE reported_ends FORCE ROW LEVEL SECURITY;
      DELETE FROM webhook_inbox WHERE kind = 'security_event';
      ${kinds('webhook_inbox', "'removed', 'data_deletion'")}
      ALTER TABLE reported_ends DROP CONSTRAINT reported_ends_cause_check;
      ${kinds('reported_ends', "'revoked', 'expired'")}
      ALTER TABLE reported_ends DROP COLUMN token_name, ALTER COLUMN cause SET NOT NULL;
      ALTER TABLE webhook_inbox DROP COLUMN token_name;
      ALTER TABLE verifications DROP COLUMN ended_too;
      DROP POLICY routing ON grant_tokens;
      ALTER TABLE grant_tokens DROP COLUMN names;
    `);
  }
}
