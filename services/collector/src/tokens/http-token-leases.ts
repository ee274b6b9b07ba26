import { InternalClient, Secret } from '@creator-connect/security';
import { TokenLeases, type TokenLease } from './token-leases';

interface LeaseAnswer {
  accessToken: string;
  expiresAt: string | null;
  grantVersion: number;
  platformAccountId: string;
  scopes: string[];
}

/** Asks the oauth service's vault for one account's token. A refresh may happen behind it, hence the long patience. */
export class HttpTokenLeases extends TokenLeases {
  constructor(
    private readonly client: InternalClient,
    private readonly baseUrl: string,
  ) {
    super();
  }

  async lease(accountId: string, purpose: string): Promise<TokenLease> {
    const answer = await this.client.call<LeaseAnswer>({
      baseUrl: this.baseUrl,
      audience: 'oauth',
      method: 'POST',
      path: '/internal/token-leases',
      body: { socialAccountId: accountId, purpose },
      timeoutMs: 30_000,
    });
    return { ...answer, accessToken: Secret.of(answer.accessToken) };
  }
}
