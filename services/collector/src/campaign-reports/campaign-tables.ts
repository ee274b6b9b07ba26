import { Injectable } from '@nestjs/common';
import type { Identity } from '@creator-connect/security';
import { each, eachPage, type Column, type Row, type Table } from '../exports/formats/table';
import { postColumns, postRow } from '../exports/post-rows';
import { CampaignReports } from './campaign-reports';
import type { CampaignReport } from './domain/campaign-report';

const pageSize = 500;

/** Whose the row is. */
const ofAccount: readonly Column[] = [
  { name: 'influencer_id', type: 'text' },
  { name: 'influencer', type: 'text' },
  { name: 'platform', type: 'text' },
  { name: 'handle', type: 'text' },
];

/** A campaign's report as tables. Whether the caller may see it is decided before the first byte, and for every page anew. */
@Injectable()
export class CampaignTables {
  constructor(private readonly reports: CampaignReports) {}

  /** Every post that counts with its latest figures, newest first; a column for each figure that any of them has. */
  async posts(identity: Identity, campaignId: string): Promise<Table> {
    return {
      columns: [...ofAccount, ...postColumns(await this.reports.metricNames(identity, campaignId))],
      rows: this.#posts(identity, campaignId),
    };
  }

  /** One row for each account, and for whoever has none; what is missing says why, and has no figure instead of a zero. */
  async totals(identity: Identity, campaignId: string): Promise<Table> {
    return {
      columns: [
        ...ofAccount,
        { name: 'posts', type: 'number' },
        { name: 'reach', type: 'number' },
        { name: 'views', type: 'number' },
        { name: 'engagements', type: 'number' },
        { name: 'as_of', type: 'time' },
        { name: 'missing', type: 'text' },
      ],
      rows: each(totalRows(await this.reports.report(identity, campaignId))),
    };
  }

  /** The days of the chart, one row for each figure and day. */
  async daily(
    identity: Identity,
    campaignId: string,
    query: { days?: number | undefined; influencerId?: string | undefined },
  ): Promise<Table> {
    const series = await this.reports.daily(identity, campaignId, query);
    const rows = series.flatMap(({ name, points }) =>
      points.map(({ missing, ...point }): Row => ({
        ...point,
        figure: name,
        missing_accounts: missing.reduce((sum, { accounts }) => sum + accounts, 0),
        missing_causes: missing.map(({ cause }) => cause).join(' ') || null,
      })),
    );
    return {
      columns: [
        { name: 'day', type: 'text' },
        { name: 'figure', type: 'text' },
        { name: 'value', type: 'number' },
        { name: 'since', type: 'time' },
        { name: 'gap', type: 'text' },
        { name: 'missing_accounts', type: 'number' },
        { name: 'missing_causes', type: 'text' },
      ],
      rows: each(rows),
    };
  }

  /** No page comes after its permission has ended. */
  #posts(identity: Identity, campaignId: string): AsyncGenerator<Row> {
    const read = (cursor: string | undefined) =>
      this.reports.posts(identity, campaignId, { counted: true, limit: pageSize, cursor });
    return eachPage(read, (post) => ({
      ...postRow(post),
      influencer_id: post.influencerId,
      influencer: post.influencerName,
      platform: post.platform,
      handle: post.handle,
    }));
  }
}

function totalRows({ influencers, missing }: CampaignReport): Row[] {
  return influencers.flatMap(({ id, name, accounts }) => {
    const lacking = new Map(
      missing.filter((part) => part.influencerId === id).map((part) => [part.account?.id, part] as const),
    );
    const reported = accounts.map(({ id: accountId, asOf, ...own }): Row => ({
      influencer_id: id,
      influencer: name,
      ...own,
      as_of: new Date(asOf),
      missing: lacking.get(accountId)?.reason ?? null,
    }));
    const known = new Set<string | undefined>(accounts.map((account) => account.id));
    const others = [...lacking.values()].filter(({ account }) => !known.has(account?.id));
    return [
      ...reported,
      ...others.map(({ account, reason }): Row => ({
        influencer_id: id,
        influencer: name,
        platform: account?.platform ?? null,
        handle: account?.handle ?? null,
        missing: reason,
      })),
    ];
  });
}
