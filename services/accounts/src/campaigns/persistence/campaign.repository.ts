import { Injectable } from '@nestjs/common';
import type { AuthState, MarketplaceState, Platform } from '@creator-connect/contracts';
import { sqlCount, sqlRows, type Tx } from '@creator-connect/persistence';

export interface Campaign {
  id: string;
  name: string;
  startsOn: string | null;
  endsOn: string | null;
  createdAt: Date;
}

export interface AttentionRow {
  influencerId: string;
  influencerName: string;
  accountId: string;
  platform: Platform;
  handle: string;
  authState: AuthState;
  marketplace: MarketplaceState | null;
  tracked: boolean;
  cause: string;
  since: Date;
}

export interface ForecastRow {
  id: string;
  influencerId: string;
  influencerName: string;
  platform: Platform;
  handle: string;
  endsAt: Date;
}

export interface CampaignInfluencer {
  id: string;
  name: string;
  accounts: {
    id: string;
    platform: Platform;
    handle: string;
    authState: AuthState;
    tracked: boolean;
    revoked: boolean;
    cause: string;
    /** ISO 8601. */
    causeAt: string;
    pausedAt: string | null;
  }[];
}

/** As somebody who is in it sees it. */
export interface OwnCampaign extends Omit<Campaign, 'createdAt'> {
  addedAt: Date;
}

interface Row {
  id: string;
  name: string;
  starts_on: string | null;
  ends_on: string | null;
  created_at: Date;
}

const columns = `id, name, to_char(starts_on, 'YYYY-MM-DD') AS starts_on, to_char(ends_on, 'YYYY-MM-DD') AS ends_on, created_at`;

const toCampaign = (row: Row): Campaign => ({
  id: row.id,
  name: row.name,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  createdAt: row.created_at,
});

/**
 * Accounts `a` of the influencers `i` of campaign `$1`. The members as one array, since PostgreSQL (from 17 on) walks a
 * partial index once for a sorted array: a third of what a look for each member takes, whatever the organisation has besides.
 */
const accountsOfCampaign = `social_accounts a
         JOIN influencers i ON i.id = a.influencer_id
        WHERE a.influencer_id = ANY (ARRAY(SELECT influencer_id FROM campaign_influencers WHERE campaign_id = $1))
          AND a.reserved_until IS NULL`;

@Injectable()
export class CampaignRepository {
  async add(tx: Tx, organisationId: string, campaign: Omit<Campaign, 'createdAt'>): Promise<void> {
    await tx.query(
      `INSERT INTO campaigns (id, org_id, name, starts_on, ends_on, created_at, version) VALUES ($1, $2, $3, $4, $5, now(), 1)`,
      [campaign.id, organisationId, campaign.name, campaign.startsOn, campaign.endsOn],
    );
  }

  async change(tx: Tx, { id, name, startsOn, endsOn }: Omit<Campaign, 'createdAt'>): Promise<void> {
    await sqlCount(tx, 'UPDATE campaigns SET name = $2, starts_on = $3, ends_on = $4 WHERE id = $1', [
      id,
      name,
      startsOn,
      endsOn,
    ]);
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await sqlCount(tx, 'DELETE FROM campaigns WHERE id = $1', [id]);
  }

  /** Locked, so that two changes count their versions one after the other. */
  async lock(tx: Tx, id: string): Promise<Campaign | undefined> {
    const [row] = await sqlRows<Row>(tx, `SELECT ${columns} FROM campaigns WHERE id = $1 FOR UPDATE`, [id]);
    return row && toCampaign(row);
  }

  async find(tx: Tx, id: string): Promise<Campaign | undefined> {
    const [row] = await sqlRows<Row>(tx, `SELECT ${columns} FROM campaigns WHERE id = $1`, [id]);
    return row && toCampaign(row);
  }

  /** Newest first, after this id. */
  async list(tx: Tx, limit: number, after: string | null): Promise<Campaign[]> {
    const rows = await sqlRows<Row>(
      tx,
      `SELECT ${columns} FROM campaigns WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
      [after, limit],
    );
    return rows.map(toCampaign);
  }

  /** False when the influencer is in the campaign already. */
  async addInfluencer(tx: Tx, organisationId: string, campaignId: string, influencerId: string): Promise<boolean> {
    const count = await sqlCount(
      tx,
      `INSERT INTO campaign_influencers (org_id, campaign_id, influencer_id, added_at) VALUES ($1, $2, $3, now())
       ON CONFLICT DO NOTHING`,
      [organisationId, campaignId, influencerId],
    );
    return count === 1;
  }

  /** False when the influencer is not in the campaign. */
  async removeInfluencer(tx: Tx, campaignId: string, influencerId: string): Promise<boolean> {
    const count = await sqlCount(tx, 'DELETE FROM campaign_influencers WHERE campaign_id = $1 AND influencer_id = $2', [
      campaignId,
      influencerId,
    ]);
    return count === 1;
  }

  async idsOfInfluencer(tx: Tx, influencerId: string): Promise<string[]> {
    const rows = await sqlRows<{ campaign_id: string }>(
      tx,
      'SELECT campaign_id FROM campaign_influencers WHERE influencer_id = $1 ORDER BY campaign_id',
      [influencerId],
    );
    return rows.map((row) => row.campaign_id);
  }

  /** The campaigns that an influencer is in, newest first. */
  async ofInfluencer(tx: Tx, influencerId: string): Promise<OwnCampaign[]> {
    return sqlRows<OwnCampaign>(
      tx,
      `SELECT p.id, p.name, to_char(p.starts_on, 'YYYY-MM-DD') AS "startsOn", to_char(p.ends_on, 'YYYY-MM-DD') AS "endsOn",
              c.added_at AS "addedAt"
         FROM campaign_influencers c JOIN campaigns p ON p.id = c.campaign_id
        WHERE c.influencer_id = $1 ORDER BY p.id DESC LIMIT 1000`,
      [influencerId],
    );
  }

  async influencerIds(tx: Tx, campaignId: string): Promise<string[]> {
    const rows = await sqlRows<{ influencer_id: string }>(
      tx,
      'SELECT influencer_id FROM campaign_influencers WHERE campaign_id = $1 ORDER BY influencer_id',
      [campaignId],
    );
    return rows.map((row) => row.influencer_id);
  }

  async nextVersion(tx: Tx, id: string, count: number): Promise<number> {
    const [row] = await sqlRows<{ version: string }>(
      tx,
      'UPDATE campaigns SET version = version + $2 WHERE id = $1 RETURNING version',
      [id, count],
    );
    return Number(row!.version) - count + 1;
  }

  /**
   * Authorizations that end before the campaign does (its last day included, in UTC) unless their owner renews them;
   * soonest first. A campaign without an end looks a year ahead. It is the attention to come, so none that its owner
   * paused is in it, either: nobody will ask them to renew it.
   */
  async forecast(tx: Tx, campaignId: string): Promise<ForecastRow[]> {
    return sqlRows<ForecastRow>(
      tx,
      `SELECT a.id, i.id AS "influencerId", i.name AS "influencerName", a.platform, a.handle, a.grant_ends_at AS "endsAt"
         FROM ${accountsOfCampaign} AND a.auth_state = 'AUTHENTICATED' AND a.paused_at IS NULL AND a.grant_ends_at < (
            SELECT coalesce((p.ends_on + 1)::timestamp AT TIME ZONE 'UTC', now() + interval '1 year')
              FROM campaigns p WHERE p.id = $1)
        ORDER BY a.grant_ends_at, a.id LIMIT 5000`,
      [campaignId],
    );
  }

  /** By the influencers' ids, after this one; also those without any account. */
  async influencersWithAccounts(
    tx: Tx,
    campaignId: string,
    limit: number,
    after: string | null,
  ): Promise<CampaignInfluencer[]> {
    return sqlRows<CampaignInfluencer>(
      tx,
      `SELECT i.id, i.name, coalesce(a.accounts, '[]') AS accounts
         FROM campaign_influencers c
         JOIN influencers i ON i.id = c.influencer_id
         LEFT JOIN LATERAL (
           SELECT json_agg(json_build_object('id', a.id, 'platform', a.platform, 'handle', a.handle,
                    'authState', a.auth_state, 'tracked', a.tracked, 'revoked', a.revoked, 'cause', a.cause,
                    'causeAt', to_char(a.cause_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                    'pausedAt', to_char(a.paused_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
                    ORDER BY a.platform, a.id) AS accounts
             FROM social_accounts a WHERE a.influencer_id = i.id AND a.reserved_until IS NULL) a ON true
        WHERE c.campaign_id = $1 AND ($2::uuid IS NULL OR i.id > $2) ORDER BY i.id LIMIT $3`,
      [campaignId, after, limit],
    );
  }

  /**
   * Accounts of the campaign's influencers that are not authenticated: what the red notice counts. None that its owner
   * paused, for there is nothing that anybody should do about it.
   */
  async attention(tx: Tx, campaignId: string): Promise<AttentionRow[]> {
    return sqlRows<AttentionRow>(
      tx,
      `SELECT i.id AS "influencerId", i.name AS "influencerName", a.id AS "accountId", a.platform, a.handle,
              a.auth_state AS "authState", a.marketplace, a.tracked, a.cause, a.cause_at AS since
         FROM ${accountsOfCampaign} AND a.auth_state <> 'AUTHENTICATED' AND a.paused_at IS NULL
        ORDER BY i.name, i.id, a.platform, a.id`,
      [campaignId],
    );
  }
}
