import { isMarketplaceClosed } from '../../feeds/domain/marketplace-closed';
import type { CampaignAccount, ReportedCampaign } from './reported-campaign';

/** A sum over what platforms told; null where none of them told it, never 0 (product.md, a figure not given is absent). */
export interface Figures {
  posts: number;
  reach: number | null;
  views: number | null;
  /** Likes, comments, shares and saves. */
  engagements: number | null;
}

export interface AccountFigures extends Figures {
  accountId: string;
}

/** What is known here of an account: when it was last collected, and whether its data is hidden. */
export interface CollectedAccount {
  accountId: string;
  collectedAt: Date | null;
  hidden: boolean;
  /** Of the last run; null: it worked. */
  lastError: string | null;
}

export interface ReportedAccount extends Figures {
  id: string;
  platform: string;
  handle: string;
  /** When it was last collected: its figures are of then. */
  asOf: string;
}

export interface ReportedInfluencer extends Figures {
  id: string;
  name: string;
  accounts: ReportedAccount[];
}

export const missingReasons = [
  'no_account',
  'not_authenticated',
  'reauth',
  'revoked',
  'paused',
  'marketplace_closed',
  'not_collected_yet',
] as const;
export type MissingReason = (typeof missingReasons)[number];

/** What the report lacks, and why. */
export interface MissingPart {
  influencerId: string;
  influencerName: string;
  /** Null: the influencer has no account at all. */
  account: { id: string; platform: string; handle: string } | null;
  reason: MissingReason;
  /** Since when, where that is known. */
  since: string | null;
}

export interface CampaignReport {
  startsOn: string | null;
  endsOn: string | null;
  /** The oldest of the collections that the figures come from; null: nothing is in it. */
  asOf: string | null;
  totals: Figures;
  influencers: ReportedInfluencer[];
  missing: MissingPart[];
}

const nothing: Figures = { posts: 0, reach: null, views: null, engagements: null };

function sum(parts: readonly Figures[]): Figures {
  const of = (pick: (figures: Figures) => number | null): number | null =>
    parts.reduce<number | null>((total, part) => {
      const value = pick(part);
      return value === null ? total : (total ?? 0) + value;
    }, null);
  return {
    posts: parts.reduce((total, { posts }) => total + posts, 0),
    reach: of(({ reach }) => reach),
    views: of(({ views }) => views),
    engagements: of(({ engagements }) => engagements),
  };
}

/** Why an account's figures are missing or stand still; undefined: they are complete. */
function lackOf(account: CampaignAccount, known: CollectedAccount | undefined): MissingReason | undefined {
  if (account.revoked || known?.hidden) return 'revoked';
  if (account.pausedAt !== null) return 'paused';
  if (!account.tracked) return account.authState === 'REAUTH' ? 'reauth' : 'not_authenticated';
  if (isMarketplaceClosed(known?.lastError ?? null)) return 'marketplace_closed';
  return known?.collectedAt ? undefined : 'not_collected_yet';
}

function since(reason: MissingReason, { causeAt, pausedAt }: CampaignAccount): string | null {
  if (reason === 'paused') return pausedAt;
  return reason === 'not_collected_yet' || reason === 'marketplace_closed' ? null : causeAt;
}

/**
 * A campaign's report (product.md 15): figures per account, influencer and in total, and what is missing. An account that
 * stands still keeps the posts it had and is named as missing, too.
 */
export function campaignReport(
  campaign: ReportedCampaign,
  figures: readonly AccountFigures[],
  collected: readonly CollectedAccount[],
): CampaignReport {
  const figuresOf = new Map(figures.map((row) => [row.accountId, row]));
  const knownOf = new Map(collected.map((row) => [row.accountId, row]));
  const missing: MissingPart[] = [];
  const influencers = campaign.influencers.map(({ id, name, accounts }): ReportedInfluencer => {
    const lacking = { influencerId: id, influencerName: name };
    if (accounts.length === 0) missing.push({ ...lacking, account: null, reason: 'no_account', since: null });
    const reported = accounts.flatMap((account): ReportedAccount[] => {
      const { platform, handle } = account;
      const known = knownOf.get(account.id);
      const reason = lackOf(account, known);
      if (reason) {
        missing.push({
          ...lacking,
          account: { id: account.id, platform, handle },
          reason,
          since: since(reason, account),
        });
      }
      if (!known?.collectedAt || known.hidden || account.revoked) return [];
      const { accountId: _, ...own } = figuresOf.get(account.id) ?? { accountId: account.id, ...nothing };
      return [{ id: account.id, platform, handle, ...own, asOf: known.collectedAt.toISOString() }];
    });
    return { id, name, ...sum(reported), accounts: reported };
  });
  const times = influencers.flatMap(({ accounts }) => accounts.map(({ asOf }) => asOf)).toSorted();
  const { startsOn, endsOn } = campaign;
  return { startsOn, endsOn, asOf: times[0] ?? null, totals: sum(influencers), influencers, missing };
}
