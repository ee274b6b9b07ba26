import { readRange, readTables, type Range, type Tables } from '../charts/chart-search';

export const profileTabs = ['accounts', 'data', 'mails', 'notes', 'details'] as const;
export type ProfileTab = (typeof profileTabs)[number];

export const metricNames = ['followers', 'posts', 'post_views', 'post_reach', 'post_engagements'] as const;
export type MetricName = (typeof metricNames)[number];

/** What of the data tab is drawn. */
const dataCharts = ['metrics', 'age', 'gender', 'country', 'city'] as const;
export type DataChart = (typeof dataCharts)[number];

/** Which account and figure the data tab shows, and how. */
export interface DataSearch extends Tables {
  account?: string;
  figure?: MetricName;
  days?: Range;
}

export interface ProfileSearch extends DataSearch {
  tab?: ProfileTab;
}

export function readProfileSearch(raw: Record<string, unknown>): ProfileSearch {
  const read = {
    tab: profileTabs.find((value) => value === raw['tab']),
    account: typeof raw['account'] === 'string' ? raw['account'] : undefined,
    figure: metricNames.find((value) => value === raw['figure']),
    days: readRange(raw['days']),
    tables: readTables(raw['tables'], dataCharts),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) as ProfileSearch;
}
