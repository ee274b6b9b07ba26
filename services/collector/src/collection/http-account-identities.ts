import type { InternalClient } from '@creator-connect/security';
import { AccountIdentities, type AccountIdentity } from './account-identities';

export class HttpAccountIdentities extends AccountIdentities {
  constructor(
    private readonly client: InternalClient,
    private readonly baseUrl: string,
  ) {
    super();
  }

  of(organisationId: string, accountId: string): Promise<AccountIdentity> {
    return this.client.call<AccountIdentity>({
      baseUrl: this.baseUrl,
      audience: 'accounts',
      method: 'GET',
      path: `/internal/social-accounts/${accountId}`,
      query: { organisationId },
    });
  }
}
