import { allowRouting } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a row is what an order is about; `own` are the ids by which one connection is named. */
const inScope = (row: string, own: string) => `
  CASE scope WHEN 'all' THEN true
             WHEN 'platform' THEN ${row}.platform = target
             WHEN 'organisation' THEN ${row}.org_id::text = target
             WHEN 'connection' THEN target IN (${own}) END`;

const arguments_ = '(scope text, target text, ordered_at timestamptz)';

/** Revocations of many authorizations at once, ordered by whoever runs the installation (security PR-08). */
export class OrderRevocations1790000000470 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- No org_id: an order may concern every organisation.
      CREATE TABLE revocation_orders (
        id uuid PRIMARY KEY,
        scope text NOT NULL CHECK (scope IN ('connection', 'organisation', 'platform', 'all')),
        -- id of the account, grant or organisation, or name of the platform
        target text,
        reason text NOT NULL,
        ordered_by text NOT NULL,
        ordered_at timestamptz NOT NULL DEFAULT now(),
        done_at timestamptz,
        CHECK ((scope = 'all') = (target IS NULL))
      );
      -- asked for again, an order that is not carried out yet is the same one
      CREATE UNIQUE INDEX revocation_orders_open ON revocation_orders (scope, coalesce(target, '')) WHERE done_at IS NULL;

      ALTER TABLE revocations ADD COLUMN order_id uuid;
      CREATE INDEX revocations_order ON revocations (order_id) WHERE order_id IS NOT NULL;

      -- The one place that says what an order is about: of what there was when it was given, what is left. The command that
      -- asks first and the service that does it read the same.
      CREATE FUNCTION grants_to_revoke ${arguments_}
      RETURNS TABLE (id uuid, org_id uuid, influencer_id uuid, platform text, person_hash bytea) LANGUAGE sql STABLE AS $$
        SELECT g.id, g.org_id, g.influencer_id, g.platform, g.person_hash FROM grants g
         WHERE g.state <> 'revoked' AND g.authorized_at <= $3 AND ${inScope('g', 'g.social_account_id::text, g.id::text')} $$;
      CREATE FUNCTION attempts_to_discard ${arguments_} RETURNS TABLE (id uuid, org_id uuid) LANGUAGE sql STABLE AS $$
        SELECT t.id, t.org_id FROM connect_transactions t
         WHERE t.status NOT IN ('DONE', 'FAILED') AND t.created_at <= $3
           AND (t.expires_at > now() OR EXISTS (SELECT FROM staged_grants s WHERE s.transaction_id = t.id))
           AND ${inScope('t', 't.social_account_id::text')} $$;

      DO $$ DECLARE
        app text := regexp_replace(current_user, '_owner$', '_app');
        router text := regexp_replace(current_user, '_owner$', '_router');
      BEGIN
        -- It stays on record what was ordered, by whom and why.
        EXECUTE format('REVOKE UPDATE, DELETE ON revocation_orders FROM %I', app);
        EXECUTE format('GRANT UPDATE (done_at) ON revocation_orders TO %I', app);
        EXECUTE format('GRANT EXECUTE ON FUNCTION grants_to_revoke, attempts_to_discard TO %I', router);
      END $$;
    `);
    const order = ['id', 'scope', 'target', 'reason', 'ordered_by', 'ordered_at', 'done_at'];
    await allowRouting(db, 'revocation_orders', order);
    await allowRouting(db, 'grants', ['influencer_id', 'authorized_at']);
    await allowRouting(db, 'connect_transactions', ['platform', 'status', 'social_account_id', 'expires_at']);
    await allowRouting(db, 'revocations', ['influencer_id', 'social_account_id', 'platform', 'outcome', 'order_id']);
    await allowRouting(db, 'vault_reads', ['influencer_id', 'connection_id', 'service', 'purpose']);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION grants_to_revoke, attempts_to_discard;
      DROP TABLE revocation_orders;
      ALTER TABLE revocations DROP COLUMN order_id;
      DO $$ DECLARE router text := regexp_replace(current_user, '_owner$', '_router'); BEGIN
        EXECUTE format('REVOKE SELECT (influencer_id, authorized_at) ON grants FROM %I', router);
        EXECUTE format('REVOKE SELECT (platform, status, social_account_id, expires_at) ON connect_transactions FROM %I', router);
        EXECUTE format('REVOKE SELECT (influencer_id, social_account_id, platform, outcome) ON revocations FROM %I', router);
        EXECUTE format('REVOKE SELECT (influencer_id, connection_id, service, purpose) ON vault_reads FROM %I', router);
      END $$;
    `);
  }
}
