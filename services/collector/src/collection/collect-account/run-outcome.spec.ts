import { AppError, oauthErrors, ttcmErrors } from '@creator-connect/contracts';
import { PlatformError, type PlatformFailure } from '@creator-connect/platforms';
import { classifyRunFailure } from './run-outcome';

const failed = (failure: PlatformFailure, code?: string, subcode?: string) =>
  new PlatformError(failure, {
    api: 'instagram',
    operation: 'profile',
    status: 400,
    ...(code ? { code } : {}),
    ...(subcode ? { subcode } : {}),
  });

describe('classifyRunFailure', () => {
  it('asks for verification when the platform refuses the token', () => {
    expect(classifyRunFailure(failed({ kind: 'grant_dead', cause: 'password_changed' }, '190', '460'))).toEqual({
      kind: 'token_rejected',
      rule: 'instagram:190/460',
    });
  });

  it.each<PlatformFailure>([
    { kind: 'transient' },
    { kind: 'unknown' },
    { kind: 'account_gone' },
    { kind: 'app_misconfigured' },
    { kind: 'metric_gone', metrics: [] },
  ])('only tries again later after %j', (failure) => {
    expect(classifyRunFailure(failed(failure)).kind).toBe('retry');
  });

  it('waits as long as the platform says when throttled', () => {
    const until = new Date('2026-11-02T08:00:00Z');
    expect(classifyRunFailure(failed({ kind: 'throttled', until }, '80002'))).toEqual({
      kind: 'throttled',
      until,
      rule: 'instagram:80002',
    });
  });

  it('stops without a live authorization', () => {
    expect(classifyRunFailure(new AppError(oauthErrors.noAuthorization))).toEqual({
      kind: 'no_authorization',
      rule: 'oauth.no_authorization',
    });
    expect(classifyRunFailure(new AppError(oauthErrors.refreshInProgress)).kind).toBe('retry');
  });

  it('waits for an owner where the organisation’s marketplace account can not read', () => {
    for (const error of [ttcmErrors.notConnected, ttcmErrors.reauthNeeded, ttcmErrors.figuresNotPermitted]) {
      expect(classifyRunFailure(new AppError(error))).toEqual({ kind: 'marketplace_closed', rule: error.code });
    }
    expect(classifyRunFailure(new AppError(ttcmErrors.notAMember)).kind).toBe('retry');
  });

  it('comes back to the marketplace when it says', () => {
    const throttled = classifyRunFailure(new AppError(ttcmErrors.unavailable, { retryAfterSeconds: 300 }));
    expect(throttled).toMatchObject({ kind: 'throttled', rule: 'ttcm.unavailable' });
    expect(classifyRunFailure(new AppError(ttcmErrors.unavailable)).kind).toBe('retry');
  });

  it('lets a bug be a bug', () => {
    expect(() => classifyRunFailure(new TypeError('x is not a function'))).toThrow(TypeError);
  });
});
