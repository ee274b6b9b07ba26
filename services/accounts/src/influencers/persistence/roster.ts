import { Injectable } from '@nestjs/common';
import { authStates, type AuthState, type MarketplaceState, type Platform } from '@creator-connect/contracts';
import { sqlRows, type Tx } from '@creator-connect/persistence';
import { InfluencerRepository, type Influencer } from './influencer.repository';
import { searchParts } from './roster-search';

/** A state of one account, or that it needs its owner: it is not authenticated, and nobody paused it. */
export const rosterStates = [...authStates, 'ATTENTION'] as const;
export type RosterState = (typeof rosterStates)[number];

export interface RosterFilter {
  /** Beginnings of words of name, address or handle. */
  search?: string | undefined;
  platform?: Platform | undefined;
  authState?: RosterState | undefined;
  marketplace?: MarketplaceState | undefined;
  groupId?: string | undefined;
  campaignId?: string | undefined;
  limit: number;
  after: string | null;
}

export interface RosterAccount {
  id: string;
  influencerId: string;
  platform: Platform;
  handle: string;
  authState: AuthState;
  marketplace: MarketplaceState | null;
  tracked: boolean;
  pausedAt: Date | null;
}

export interface RosterEntry extends Influencer {
  accounts: RosterAccount[];
}

/** The roster as a list: one page of influencers with their accounts, whatever the filters, in two statements. */
@Injectable()
export class Roster {
  constructor(private readonly influencers: InfluencerRepository) {}

  /** Newest first. */
  async page(tx: Tx, filter: RosterFilter): Promise<RosterEntry[]> {
    const ids = await this.ids(tx, filter);
    const [influencers, accounts] = [await this.influencers.byIds(tx, ids), await this.accountsOf(tx, ids)];
    const byInfluencer = Map.groupBy(accounts, ({ influencerId }) => influencerId);
    return influencers.map((influencer) => ({ ...influencer, accounts: byInfluencer.get(influencer.id) ?? [] }));
  }

  private async ids(tx: Tx, filter: RosterFilter): Promise<string[]> {
    const values: unknown[] = [];
    const put = (value: unknown): string => `$${values.push(value)}`;
    const conditions = ['i.approved_at IS NOT NULL'];
    if (filter.after) conditions.push(`i.id < ${put(filter.after)}`);
    const account = ofAccount(filter, put);
    if (account) conditions.push(`i.id IN (SELECT a.influencer_id FROM social_accounts a WHERE ${account})`);
    if (filter.groupId) {
      const group = put(filter.groupId);
      conditions.push(`i.id IN (SELECT g.influencer_id FROM influencer_group_members g WHERE g.group_id = ${group})`);
    }
    if (filter.campaignId) {
      const campaign = put(filter.campaignId);
      conditions.push(`i.id IN (SELECT c.influencer_id FROM campaign_influencers c WHERE c.campaign_id = ${campaign})`);
    }
    const limit = put(filter.limit);
    const page = (more: string[] = []) =>
      `(SELECT i.id FROM influencers i WHERE ${[...conditions, ...more].join(' AND ')} ORDER BY i.id DESC LIMIT ${limit})`;
    const search = filter.search?.trim() ? searchParts(filter.search, put) : undefined;
    const rows = await sqlRows<{ id: string }>(
      tx,
      search ? `${search.with} ${page([search.amongFew])} UNION ALL ${page([search.amongMany])}` : page(),
      values,
    );
    return rows.map(({ id }) => id);
  }

  private accountsOf(tx: Tx, ids: readonly string[]): Promise<RosterAccount[]> {
    return sqlRows<RosterAccount>(
      tx,
      `SELECT id, influencer_id AS "influencerId", platform, handle, auth_state AS "authState", marketplace, tracked,
              paused_at AS "pausedAt"
         FROM social_accounts WHERE influencer_id = ANY ($1) AND reserved_until IS NULL ORDER BY platform, id`,
      [ids],
    );
  }
}

/** One account has to meet all of them: "REAUTH at TikTok" is not "something in REAUTH, and something at TikTok". */
function ofAccount({ platform, authState, marketplace }: RosterFilter, put: (value: unknown) => string) {
  if (!platform && !authState && !marketplace) return undefined;
  return [
    'a.reserved_until IS NULL',
    ...(platform ? [`a.platform = ${put(platform)}`] : []),
    ...(authState === 'ATTENTION' ? [`a.auth_state IN ('REAUTH', 'NON_AUTH') AND a.paused_at IS NULL`] : []),
    ...(authState && authState !== 'ATTENTION' ? [`a.auth_state = ${put(authState)}`] : []),
    ...(marketplace ? [`a.marketplace = ${put(marketplace)}`] : []),
  ].join(' AND ');
}
