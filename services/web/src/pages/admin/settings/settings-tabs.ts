export const settingsTabs = ['company', 'members', 'fields', 'groups', 'keys', 'notices', 'security'] as const;
export type SettingsTab = (typeof settingsTabs)[number];

export function readSettingsSearch(raw: Record<string, unknown>): { tab?: SettingsTab } {
  const tab = settingsTabs.find((value) => value === raw['tab']);
  return tab ? { tab } : {};
}
