import { Injectable } from '@nestjs/common';
import type { AuthState, MarketplaceState, Platform } from '@creator-connect/contracts';
import { sqlRows, type Tx } from '@creator-connect/persistence';
import { emailHash, InfluencerRepository, type Influencer } from './influencer.repository';

export interface RosterFilter {
  /** Beginnings of words of name, address or handle. */
  search?: string | undefined;
  platform?: Platform | undefined;
  authState?: AuthState | undefined;
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

const letters = /[\p{L}\p{N}]+/gu;

/** `Ada Lo` → `ada:* & lo:*`. Undefined when there is nothing to look for. */
export function wordBeginnings(search: string): string | undefined {
  const words = search.normalize('NFC').toLowerCase().match(letters);
  return words
    ?.slice(0, 10)
    .map((word) => `${word}:*`)
    .join(' & ');
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
    if (filter.search?.trim()) conditions.push(found(filter.search, put));
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
    const rows = await sqlRows<{ id: string }>(
      tx,
      `SELECT i.id FROM influencers i WHERE ${conditions.join(' AND ')} ORDER BY i.id DESC LIMIT ${put(filter.limit)}`,
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

function found(search: string, put: (value: unknown) => string): string {
  const words = wordBeginnings(search);
  const handle = put(
    `${search
      .trim()
      .replace(/^@/, '')
      .toLowerCase()
      .replaceAll(/[\\%_]/g, '\\$&')}%`,
  );
  const byHandle = `i.id IN (SELECT h.influencer_id FROM social_accounts h
    WHERE lower(h.handle) LIKE ${handle} AND h.reserved_until IS NULL)`;
  const ways = [
    ...(words ? [`i.search @@ to_tsquery('simple', ${put(words)})`] : []),
    // PostgreSQL keeps an address and its domain as one word each, so the words of a whole one find nothing.
    ...(search.includes('@') ? [`i.email_hash = ${put(emailHash(search))}`] : []),
    byHandle,
  ];
  return `(${ways.join(' OR ')})`;
}

/** One account has to meet all of them: "REAUTH at TikTok" is not "something in REAUTH, and something at TikTok". */
function ofAccount({ platform, authState, marketplace }: RosterFilter, put: (value: unknown) => string) {
  if (!platform && !authState && !marketplace) return undefined;
  return [
    'a.reserved_until IS NULL',
    ...(platform ? [`a.platform = ${put(platform)}`] : []),
    ...(authState ? [`a.auth_state = ${put(authState)}`] : []),
    ...(marketplace ? [`a.marketplace = ${put(marketplace)}`] : []),
  ].join(' AND ');
}
