import type { MarketplaceState, Platform } from '@creator-connect/contracts';
import type { InternalClient } from '@creator-connect/security';

export interface VendorAccount {
  influencerId: string;
  platform: Platform;
  marketplace: MarketplaceState | null;
}

/** The accounts service, as far as vendor data needs it. */
export class VendorAccounts {
  constructor(
    private readonly client: InternalClient,
    private readonly baseUrl: string,
  ) {}

  /** Throws `accounts.not_found` for an account that is not of this organisation. */
  of(organisationId: string, accountId: string): Promise<VendorAccount> {
    return this.client.call<VendorAccount>({
      baseUrl: this.baseUrl,
      audience: 'accounts',
      method: 'GET',
      path: `/internal/social-accounts/${accountId}`,
      query: { organisationId },
    });
  }

  /** How much contact information of vendors about the account stands in reports. */
  async countContacts(organisationId: string, accountId: string): Promise<number> {
    const answer = await this.client.call<{ contacts: number }>({
      baseUrl: this.baseUrl,
      audience: 'accounts',
      method: 'GET',
      path: `/internal/social-accounts/${accountId}/vendor-contacts`,
      query: { organisationId },
    });
    return answer.contacts;
  }

  /**
   * Removes it, and says how much it was; done again, it is none. Where anything was removed, `VendorDataPurgeRequested` says so
   * as well, under the id of the removal.
   */
  async removeContacts(organisationId: string, accountId: string, purgeId: string): Promise<number> {
    const answer = await this.client.call<{ contacts: number }>({
      baseUrl: this.baseUrl,
      audience: 'accounts',
      method: 'POST',
      path: `/internal/social-accounts/${accountId}/vendor-contact-removals`,
      body: { organisationId, purgeId },
    });
    return answer.contacts;
  }
}
