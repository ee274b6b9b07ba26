import { readReportPeriod, type ReportPeriod } from './access/report-periods';

export const settingsTabs = [
  'company',
  'members',
  'fields',
  'groups',
  'marketplace',
  'discovery',
  'vendor',
  'keys',
  'access',
  'notices',
  'security',
] as const;
export type SettingsTab = (typeof settingsTabs)[number];

/** For nobody but owners. */
export const ownersTabs: readonly SettingsTab[] = ['keys', 'access'];

/** For nobody but admins and owners: what is behind it answers nobody else. */
export const adminsTabs: readonly SettingsTab[] = ['vendor'];

/** What became of an attempt to connect the marketplace account, as the callback tells it in the address. */
const outcomes = ['connected', 'refused', 'invalid', 'permission_missing', 'no_account', 'failed'] as const;

export interface SettingsSearch {
  tab?: SettingsTab;
  outcome?: (typeof outcomes)[number];
  /** Of the access report. */
  month?: ReportPeriod;
}

export function readSettingsSearch(raw: Record<string, unknown>): SettingsSearch {
  const tab = settingsTabs.find((value) => value === raw['tab']);
  const outcome = outcomes.find((value) => value === raw['outcome']);
  const month = readReportPeriod(raw['month']);
  return { ...(tab && { tab }), ...(outcome && { outcome }), ...(month && { month }) };
}
