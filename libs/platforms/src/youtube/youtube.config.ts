import type { AccessToken } from '../secret-text';

export const YOUTUBE_DEFAULTS = {
  authorizeUrl: 'https://accounts.google.com',
  oauthUrl: 'https://oauth2.googleapis.com',
  certsUrl: 'https://www.googleapis.com/oauth2/v3/certs',
  dataUrl: 'https://youtube.googleapis.com',
  analyticsUrl: 'https://youtubeanalytics.googleapis.com',
  issuer: 'https://accounts.google.com',
  /** Of security events. Documents and messages write it with the slash; nothing says that they always will. */
  securityEventIssuers: ['https://accounts.google.com/', 'https://accounts.google.com'],
} as const;

export interface YouTubePublicConfig {
  /** The installation's own key; opens what is public, without anybody's consent. */
  readonly apiKey: AccessToken;
  readonly dataUrl?: string;
}

export interface YouTubeReaderConfig {
  readonly dataUrl?: string;
  readonly analyticsUrl?: string;
}

export interface YouTubeConfig {
  readonly clientId: string;
  readonly clientSecret: AccessToken;
  readonly authorizeUrl?: string;
  readonly oauthUrl?: string;
  /** Where Google publishes the keys that sign ID tokens and security events. */
  readonly certsUrl?: string;
  readonly dataUrl?: string;
}
