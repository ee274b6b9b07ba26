export const settingsTabs = [
  'company',
  'members',
  'fields',
  'groups',
  'marketplace',
  'discovery',
  'keys',
  'notices',
  'security',
] as const;
export type SettingsTab = (typeof settingsTabs)[number];

/** What became of an attempt to connect the marketplace account, as the callback tells it in the address. */
const outcomes = ['connected', 'refused', 'invalid', 'permission_missing', 'no_account', 'failed'] as const;

export interface SettingsSearch {
  tab?: SettingsTab;
  outcome?: (typeof outcomes)[number];
}

export function readSettingsSearch(raw: Record<string, unknown>): SettingsSearch {
  const tab = settingsTabs.find((value) => value === raw['tab']);
  const outcome = outcomes.find((value) => value === raw['outcome']);
  return { ...(tab && { tab }), ...(outcome && { outcome }) };
}
