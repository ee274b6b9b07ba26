import { Injectable } from '@nestjs/common';
import { sqlCount, sqlRows, type Tx } from '@creator-connect/persistence';

/** What a merge moves from the entry that goes. */
export interface MergeCounts {
  socialAccounts: number;
  /** Of open ones; those that ended move with them. */
  authorizationRequests: number;
  campaigns: number;
  /** Of these campaigns, in how many both are. */
  sharedCampaigns: number;
  groups: number;
  notes: number;
}

/** How far somebody has made an entry their own. */
export interface EntryUse {
  /** Its person signed in, connected an account or applied: what lies there was given by somebody. */
  used: boolean;
  /** Somebody is at the platform right now, or was less than an hour ago, and has not come back. */
  connecting: boolean;
}

/** What hangs on the entries of the roster, and moves from one to another. */
@Injectable()
export class MergeFacts {
  async counts(tx: Tx, keptId: string, otherId: string): Promise<MergeCounts> {
    const [row] = await sqlRows<MergeCounts>(
      tx,
      `SELECT (SELECT count(*)::int FROM social_accounts WHERE influencer_id = $2 AND reserved_until IS NULL)
                AS "socialAccounts",
              (SELECT count(*)::int FROM authorization_requests
                WHERE influencer_id = $2 AND status = 'open' AND expires_at > now()) AS "authorizationRequests",
              (SELECT count(*)::int FROM campaign_influencers WHERE influencer_id = $2) AS campaigns,
              (SELECT count(*)::int FROM campaign_influencers o
                WHERE o.influencer_id = $2 AND EXISTS (SELECT FROM campaign_influencers k
                  WHERE k.campaign_id = o.campaign_id AND k.influencer_id = $1)) AS "sharedCampaigns",
              (SELECT count(*)::int FROM influencer_group_members WHERE influencer_id = $2) AS groups,
              (SELECT count(*)::int FROM influencer_notes WHERE influencer_id = $2) AS notes`,
      [keptId, otherId],
    );
    return row!;
  }

  async use(tx: Tx, influencerId: string): Promise<EntryUse> {
    const [row] = await sqlRows<EntryUse>(
      tx,
      `SELECT i.signed_in_at IS NOT NULL
                OR EXISTS (SELECT FROM applications WHERE id = i.id)
                OR EXISTS (SELECT FROM social_accounts a
                            WHERE a.influencer_id = i.id AND (a.grant_version > 0 OR a.reserved_until IS NOT NULL)) AS used,
              EXISTS (SELECT FROM social_accounts a
                       WHERE a.influencer_id = i.id AND a.reserved_until > now()) AS connecting
         FROM influencers i WHERE i.id = $1`,
      [influencerId],
    );
    return row ?? { used: false, connecting: false };
  }

  /** What else refers to an entry, but for accounts, which tell others, and campaigns, which do so too. */
  async move(tx: Tx, fromId: string, toId: string): Promise<void> {
    for (const table of ['authorization_requests', 'influencer_notes', 'reports'])
      await sqlCount(tx, `UPDATE ${table} SET influencer_id = $2 WHERE influencer_id = $1`, [fromId, toId]);
    await sqlCount(
      tx,
      `INSERT INTO influencer_group_members (org_id, group_id, influencer_id)
       SELECT org_id, group_id, $2 FROM influencer_group_members WHERE influencer_id = $1 ON CONFLICT DO NOTHING`,
      [fromId, toId],
    );
  }

  /** What asked for the one account asks for the other, which is the same at the platform. */
  async askForInstead(tx: Tx, accountId: string, insteadId: string): Promise<void> {
    await sqlCount(tx, 'UPDATE authorization_request_items SET social_account_id = $2 WHERE social_account_id = $1', [
      accountId,
      insteadId,
    ]);
  }
}
