import { en } from '../locales/en';
import { scopeKey } from './scope-key';

it.each([
  'public_profile',
  'instagram_basic',
  'instagram_manage_insights',
  'pages_show_list',
  'pages_read_engagement',
  'user.info.basic',
  'user.info.profile',
  'user.info.stats',
  'video.list',
  'openid',
  'https://www.googleapis.com/auth/youtube.readonly',
  'https://www.googleapis.com/auth/yt-analytics.readonly',
])('%s has a name in words', (scope) => {
  expect(Object.keys(en.scope)).toContain(scopeKey(scope));
});
