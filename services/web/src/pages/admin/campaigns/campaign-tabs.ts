export const campaignTabs = ['influencers', 'report'] as const;
export type CampaignTab = (typeof campaignTabs)[number];

export function readCampaignSearch(raw: Record<string, unknown>): { tab?: CampaignTab } {
  const tab = campaignTabs.find((value) => value === raw['tab']);
  return tab ? { tab } : {};
}
