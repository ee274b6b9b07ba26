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
}
