import { accountsErrors, AppError } from '@creator-connect/contracts';
import type { InternalClient } from '@creator-connect/security';
import { CampaignAccounts } from './campaign-accounts';
import type { ReportedCampaign } from './domain/reported-campaign';

interface Page extends ReportedCampaign {
  next: string | null;
}

export class HttpCampaignAccounts extends CampaignAccounts {
  constructor(
    private readonly client: InternalClient,
    private readonly baseUrl: string,
  ) {
    super();
  }

  async of(organisationId: string, campaignId: string): Promise<ReportedCampaign | undefined> {
    try {
      const first = await this.#page(organisationId, campaignId, null);
      const influencers = [...first.influencers];
      for (let { next } = first; next !== null;) {
        const page = await this.#page(organisationId, campaignId, next);
        influencers.push(...page.influencers);
        ({ next } = page);
      }
      return { startsOn: first.startsOn, endsOn: first.endsOn, influencers };
    } catch (error) {
      if (error instanceof AppError && error.code === accountsErrors.notFound.code) return undefined;
      throw error;
    }
  }

  #page(organisationId: string, campaignId: string, after: string | null): Promise<Page> {
    return this.client.call<Page>({
      baseUrl: this.baseUrl,
      audience: 'accounts',
      method: 'GET',
      path: `/internal/campaigns/${campaignId}/accounts`,
      query: { organisationId, ...(after === null ? {} : { after }) },
    });
  }
}
