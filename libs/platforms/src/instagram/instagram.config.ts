import type { AccessToken } from '../secret-text';

export const INSTAGRAM_DEFAULTS = {
  dialogUrl: 'https://www.facebook.com',
  graphUrl: 'https://graph.facebook.com',
  apiVersion: 'v25.0',
} as const;

/** Enough to read with a token: every Graph call is signed with the app secret (`appsecret_proof`). */
export interface InstagramReaderConfig {
  readonly appSecret: AccessToken;
  readonly graphUrl?: string;
  readonly apiVersion?: string;
}

export interface InstagramConfig extends InstagramReaderConfig {
  readonly appId: string;
  readonly dialogUrl?: string;
}

/** The installation's own professional account, which others are looked up with. */
export interface InstagramDiscoveryConfig extends InstagramReaderConfig {
  /** Of Facebook Login: of the account's Page, or of whoever runs that Page. */
  readonly accessToken: AccessToken;
  readonly accountId: string;
}
