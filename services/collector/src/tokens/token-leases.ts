import type { AccessToken } from '@creator-connect/platforms';

/** One account's access token for one run; kept in memory only. */
export interface TokenLease {
  accessToken: AccessToken;
  expiresAt: string | null;
  grantVersion: number;
  platformAccountId: string;
  scopes: string[];
}

/** The vault as the collector sees it. */
export abstract class TokenLeases {
  /** Throws `oauth.no_authorization` when the account has no live grant, other AppErrors when it should try later. */
  abstract lease(accountId: string, purpose: string): Promise<TokenLease>;
}
