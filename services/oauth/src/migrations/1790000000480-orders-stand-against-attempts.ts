import { allowRouting } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether an attempt `t` is what an order is about. Who has an attempt open without naming an account may be about to connect
 * the very one that is revoked.
 */
const inScope = `
  CASE scope WHEN 'all' THEN true
             WHEN 'platform' THEN t.platform = target
             WHEN 'organisation' THEN t.org_id::text = target
             WHEN 'connection' THEN t.social_account_id::text = target OR EXISTS (
               SELECT FROM grants g
                WHERE target IN (g.social_account_id::text, g.id::text)
                  AND g.influencer_id = t.influencer_id AND g.platform = t.platform
                  AND coalesce(t.social_account_id, g.social_account_id) = g.social_account_id) END`;

const before = `
  CASE scope WHEN 'all' THEN true
             WHEN 'platform' THEN t.platform = target
             WHEN 'organisation' THEN t.org_id::text = target
             WHEN 'connection' THEN t.social_account_id::text = target END`;

const attemptsToDiscard = (which: string) => `
  CREATE OR REPLACE FUNCTION attempts_to_discard (scope text, target text, ordered_at timestamptz)
  RETURNS TABLE (id uuid, org_id uuid) LANGUAGE sql STABLE AS $$
    SELECT t.id, t.org_id FROM connect_transactions t
     WHERE t.status NOT IN ('DONE', 'FAILED') AND t.created_at <= $3
       AND (t.expires_at > now() OR EXISTS (SELECT FROM staged_grants s WHERE s.transaction_id = t.id))
       AND ${which} $$`;

/** An order to revoke holds for every attempt that was begun before it, whenever its person confirms it. */
export class OrdersStandAgainstAttempts1790000000480 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ${attemptsToDiscard(inScope)};
      CREATE FUNCTION orders_against (attempt uuid) RETURNS TABLE (id uuid) LANGUAGE sql STABLE AS $$
        SELECT o.id FROM connect_transactions t, revocation_orders o
         WHERE t.id = $1 AND o.ordered_at >= t.created_at AND ${inScope}
         ORDER BY o.done_at IS NOT NULL, o.ordered_at $$;

      -- Confirmations hold the same lock, shared: each is over and was made before the order's time, or sees the order.
      CREATE FUNCTION order_revocation () RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        PERFORM pg_advisory_xact_lock(hashtextextended('revocation_orders', 0));
        NEW.ordered_at := clock_timestamp();
        RETURN NEW;
      END $$;
      CREATE TRIGGER order_revocation BEFORE INSERT ON revocation_orders FOR EACH ROW EXECUTE FUNCTION order_revocation();
    `);
    await allowRouting(db, 'connect_transactions', ['influencer_id']);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER order_revocation ON revocation_orders;
      DROP FUNCTION order_revocation, orders_against;
      ${attemptsToDiscard(before)};
      DO $$ BEGIN
        EXECUTE format('REVOKE SELECT (influencer_id) ON connect_transactions FROM %I',
                       regexp_replace(current_user, '_owner$', '_router'));
      END $$;
    `);
  }
}
