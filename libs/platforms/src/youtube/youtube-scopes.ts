import type { ScopePolicy } from '../capabilities/grants';

export const YOUTUBE_READONLY = 'https://www.googleapis.com/auth/youtube.readonly';
export const ANALYTICS_READONLY = 'https://www.googleapis.com/auth/yt-analytics.readonly';

/** `openid` names the person, by which Google's security events find the grant; it cannot be un-ticked. */
export const YOUTUBE_SCOPES: ScopePolicy = {
  required: ['openid', YOUTUBE_READONLY, ANALYTICS_READONLY],
  optional: [],
  allowedBesides: [],
};
