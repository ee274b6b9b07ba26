import { troubleOf } from './collection-trouble';

it.each([
  ['instagram:80002', 'throttled'],
  ['instagram:4', 'throttled'],
  ['youtube:quotaExceeded', 'throttled'],
  ['youtube:RATE_LIMIT_EXCEEDED', 'throttled'],
  ['tiktok:rate_limit_exceeded', 'throttled'],
  ['instagram:2', 'unreachable'],
  ['tiktok:internal_error', 'unreachable'],
  ['tiktok:503', 'unreachable'],
  ['youtube:timeout', 'unreachable'],
  ['instagram:no_answer', 'unreachable'],
  ['oauth.platform_unavailable', 'unreachable'],
  ['instagram:190/460', 'refused'],
  ['instagram:200', 'refused'],
  ['tiktok:access_token_invalid', 'refused'],
  ['youtube:insufficientPermissions', 'refused'],
  ['oauth.no_authorization', 'noAuthorization'],
  ['instagram:100/33', 'unknown'],
  ['tiktok:never_seen', 'unknown'],
])('%s: %s', (rule, trouble) => {
  expect(troubleOf(rule)).toBe(trouble);
});
