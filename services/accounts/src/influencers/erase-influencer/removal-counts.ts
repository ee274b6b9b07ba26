import { Injectable } from '@nestjs/common';
import { sqlRows, type Tx } from '@creator-connect/persistence';

/** What goes with an influencer. */
export interface Removal {
  socialAccounts: number;
  authorizationRequests: number;
  campaigns: number;
  notes: number;
}

@Injectable()
export class RemovalCounts {
  async of(tx: Tx, influencerId: string): Promise<Removal> {
    const [row] = await sqlRows<Removal>(
      tx,
      `SELECT (SELECT count(*)::int FROM social_accounts WHERE influencer_id = $1 AND reserved_until IS NULL)
                AS "socialAccounts",
              (SELECT count(*)::int FROM authorization_requests WHERE influencer_id = $1) AS "authorizationRequests",
              (SELECT count(*)::int FROM campaign_influencers WHERE influencer_id = $1) AS campaigns,
              (SELECT count(*)::int FROM influencer_notes WHERE influencer_id = $1) AS notes`,
      [influencerId],
    );
    return row!;
  }
}
