import type { AccessToken } from '../secret-text';

export const TTCM_DEFAULTS = {
  apiUrl: 'https://business-api.tiktok.com/open_api',
  apiVersion: 'v1.3',
  portalUrl: 'https://business-api.tiktok.com',
} as const;

export interface TtcmApiConfig {
  readonly apiUrl?: string;
  readonly apiVersion?: string;
}

/** The installation's app at TikTok API for Business. */
export interface TtcmApp {
  readonly appId: string;
  readonly appSecret: AccessToken;
  readonly portalUrl?: string;
}

/** An agency's own marketplace account and its long-term token. */
export interface TtcmAccount {
  readonly accessToken: AccessToken;
  readonly accountId: string;
}
