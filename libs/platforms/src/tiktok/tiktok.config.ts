import type { AccessToken } from '../secret-text';

export const TIKTOK_DEFAULTS = {
  authorizeUrl: 'https://www.tiktok.com',
  openApiUrl: 'https://open.tiktokapis.com',
} as const;

export interface TikTokReaderConfig {
  readonly openApiUrl?: string;
}

export interface TikTokConfig extends TikTokReaderConfig {
  readonly clientKey: string;
  readonly clientSecret: AccessToken;
  readonly authorizeUrl?: string;
}
