import type { ScopePolicy } from '../capabilities/grants';

export const TIKTOK_SCOPES: ScopePolicy = {
  required: ['user.info.basic', 'user.info.stats', 'video.list'],
  optional: ['user.info.profile'],
  allowedBesides: [],
};
