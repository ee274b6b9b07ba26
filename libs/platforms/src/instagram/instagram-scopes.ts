import type { ScopePolicy } from '../capabilities/grants';

/**
 * Read-only, constant. `business_management` and `ads_management` are never asked: they can write, so a Page held by a
 * business portfolio needs a direct role instead (platforms.md 1.3).
 */
export const INSTAGRAM_SCOPES: ScopePolicy = {
  required: ['instagram_basic', 'instagram_manage_insights', 'pages_show_list', 'pages_read_engagement'],
  optional: [],
  allowedBesides: ['public_profile', 'openid'],
};

/** Enough to read a profile and its media. */
export const READ_SCOPES = ['instagram_basic', 'pages_read_engagement'];
