import { accountsErrors, AppError } from '@creator-connect/contracts';
import type { InternalClient } from '@creator-connect/security';
import { AccountIdentities } from './account-identities';

export class HttpAccountIdentities extends AccountIdentities {
  constructor(
    private readonly client: InternalClient,
    private readonly baseUrl: string,
  ) {
    super();
  }

  async platformAccountId(organisationId: string, accountId: string): Promise<string> {
    const { platformAccountId } = await this.client.call<{ platformAccountId: string | null }>({
      baseUrl: this.baseUrl,
      audience: 'accounts',
      method: 'GET',
      path: `/internal/social-accounts/${accountId}`,
      query: { organisationId },
    });
    if (platformAccountId === null) throw new AppError(accountsErrors.notFound);
    return platformAccountId;
  }
}
