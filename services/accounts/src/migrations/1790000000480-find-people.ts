import { allowRouting } from '@creator-connect/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** After a breach it is asked whose an account was, and who was in a campaign or the roster (security PR-08). */
export class FindPeople1790000000480 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await allowRouting(db, 'social_accounts', ['influencer_id']);
    await allowRouting(db, 'influencers', ['created_at']);
    await allowRouting(db, 'campaign_influencers', ['org_id', 'campaign_id', 'influencer_id', 'added_at']);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DO $$ DECLARE router text := regexp_replace(current_user, '_owner$', '_router'); BEGIN
        EXECUTE format('REVOKE SELECT (influencer_id) ON social_accounts FROM %I', router);
        EXECUTE format('REVOKE SELECT (created_at) ON influencers FROM %I', router);
        EXECUTE format('REVOKE SELECT (org_id, campaign_id, influencer_id, added_at) ON campaign_influencers FROM %I', router);
      END $$;
      DROP POLICY routing ON campaign_influencers`);
  }
}
