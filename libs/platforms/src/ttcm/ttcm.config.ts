import type { AccessToken } from '../secret-text';

export const TTCM_DEFAULTS = { apiUrl: 'https://business-api.tiktok.com/open_api', apiVersion: 'v1.3' } as const;

/** The brand's own marketplace account and its long-term token. */
export interface TtcmConfig {
  readonly accessToken: AccessToken;
  readonly accountId: string;
  readonly apiUrl?: string;
  readonly apiVersion?: string;
}
