import { readRange, readTables, type Range, type Tables } from '../charts/chart-search';

export const campaignTabs = ['influencers', 'report'] as const;
export type CampaignTab = (typeof campaignTabs)[number];

/** What of a campaign is drawn day by day. */
export const reportFigures = ['views', 'reach', 'engagements'] as const;
export type ReportFigure = (typeof reportFigures)[number];

const reportCharts = ['daily', 'influencers'] as const;
export type ReportChart = (typeof reportCharts)[number];

/** Which figure the report draws, and how. */
export interface ReportSearch extends Tables {
  figure?: ReportFigure | undefined;
  /** None: the days of the campaign. */
  days?: Range | undefined;
  /** Whose posts; none: everybody's. */
  influencer?: string | undefined;
}

export interface CampaignSearch extends ReportSearch {
  tab?: CampaignTab;
}

export function readCampaignSearch(raw: Record<string, unknown>): CampaignSearch {
  const read = {
    tab: campaignTabs.find((value) => value === raw['tab']),
    figure: reportFigures.find((value) => value === raw['figure']),
    days: readRange(raw['days']),
    influencer: typeof raw['influencer'] === 'string' ? raw['influencer'] : undefined,
    tables: readTables(raw['tables'], reportCharts),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) as CampaignSearch;
}
