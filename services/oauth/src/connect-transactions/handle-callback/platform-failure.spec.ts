import { type PlatformFailure, PlatformError } from '@creator-connect/platforms';
import { failureOfPlatform } from './platform-failure';

const codeOf = (failure: PlatformFailure) =>
  failureOfPlatform(new PlatformError(failure, { api: 'instagram', operation: 'exchange_code' })).code;

it('tells a platform in trouble from an attempt that failed', () => {
  const troubles: PlatformFailure[] = [
    { kind: 'transient' },
    { kind: 'throttled', until: new Date() },
    { kind: 'unknown' },
  ];
  expect(troubles.map(codeOf)).toEqual(troubles.map(() => 'oauth.platform_unavailable'));
  expect(codeOf({ kind: 'grant_dead', cause: 'code_already_used' })).toBe('oauth.exchange_failed');
  expect(codeOf({ kind: 'grant_dead', cause: 'consent_refused' })).toBe('oauth.consent_refused');
  expect(codeOf({ kind: 'scope_lost', scopes: ['pages_show_list'] })).toBe('oauth.scopes_missing');
  expect(codeOf({ kind: 'app_misconfigured' })).toBe('oauth.exchange_failed');
});
