import type { Platform } from '../../../api/types';

const platforms = ['instagram', 'tiktok', 'youtube'] as const satisfies readonly Platform[];

export function readReportsSearch(raw: Record<string, unknown>): { platform?: Platform } {
  const platform = platforms.find((value) => value === raw['platform']);
  return platform ? { platform } : {};
}

export const reportTabs = ['profile', 'contact'] as const;
export type ReportTab = (typeof reportTabs)[number];

export function readReportSearch(raw: Record<string, unknown>): { tab?: ReportTab } {
  const tab = reportTabs.find((value) => value === raw['tab']);
  return tab ? { tab } : {};
}
