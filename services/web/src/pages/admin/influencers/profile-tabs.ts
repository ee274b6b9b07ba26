export const profileTabs = ['accounts', 'data', 'mails', 'notes', 'details'] as const;
export type ProfileTab = (typeof profileTabs)[number];

export function readProfileSearch(raw: Record<string, unknown>): { tab?: ProfileTab } {
  const tab = profileTabs.find((value) => value === raw['tab']);
  return tab ? { tab } : {};
}
