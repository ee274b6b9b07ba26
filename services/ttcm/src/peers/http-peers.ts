import { accountsErrors, AppError } from '@creator-connect/contracts';
import { InternalClient } from '@creator-connect/security';
import type { EligibilityFacts } from '../eligibility/domain/rules';
import { AccountDirectory, type DirectoryAccount } from './account-directory';
import { AccountFacts } from './account-facts';

export class HttpAccountDirectory extends AccountDirectory {
  constructor(
    private readonly client: InternalClient,
    private readonly baseUrl: string,
  ) {
    super();
  }

  account(organisationId: string, accountId: string): Promise<DirectoryAccount> {
    return this.client.call<DirectoryAccount>({
      baseUrl: this.baseUrl,
      audience: 'accounts',
      method: 'GET',
      path: `/internal/social-accounts/${accountId}`,
      query: { organisationId },
    });
  }

  async assertInfluencer(organisationId: string, influencerId: string): Promise<void> {
    const { influencers } = await this.client.call<{ influencers: { id: string }[] }>({
      baseUrl: this.baseUrl,
      audience: 'accounts',
      method: 'POST',
      path: '/internal/names',
      body: { organisationId, influencerIds: [influencerId], accountIds: [] },
      repeatable: true,
    });
    if (influencers.length === 0) throw new AppError(accountsErrors.notFound);
  }

  async addJoined(joined: { organisationId: string; influencerId: string; handle: string }): Promise<string> {
    const { organisationId, influencerId, handle } = joined;
    const { socialAccountId } = await this.client.call<{ socialAccountId: string }>({
      baseUrl: this.baseUrl,
      audience: 'accounts',
      method: 'POST',
      path: '/internal/marketplace-accounts',
      body: { organisationId, influencerId, handle },
      repeatable: true,
    });
    return socialAccountId;
  }
}

interface FactsAnswer {
  followers: number | null;
  postsLast30Days: number | null;
  viewsLast30Days: number | null;
  asOf: string | null;
}

const freshMs = 24 * 3_600_000;

export class HttpAccountFacts extends AccountFacts {
  constructor(
    private readonly client: InternalClient,
    private readonly baseUrl: string,
  ) {
    super();
  }

  async known(organisationId: string, accountId: string): Promise<Partial<EligibilityFacts>> {
    try {
      const { asOf, ...facts } = await this.client.call<FactsAnswer>({
        baseUrl: this.baseUrl,
        audience: 'collector',
        method: 'GET',
        path: `/internal/social-accounts/${accountId}/facts`,
        query: { organisationId },
      });
      return asOf && Date.now() - Date.parse(asOf) <= freshMs ? facts : {};
    } catch (error) {
      if (error instanceof AppError) return {};
      throw error;
    }
  }
}
