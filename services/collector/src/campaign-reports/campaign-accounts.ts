import type { ReportedCampaign } from './domain/reported-campaign';

/** Who is in a campaign at this moment: the accounts service knows. */
export abstract class CampaignAccounts {
  /** Undefined: the organisation has no such campaign. */
  abstract of(organisationId: string, campaignId: string): Promise<ReportedCampaign | undefined>;
}
