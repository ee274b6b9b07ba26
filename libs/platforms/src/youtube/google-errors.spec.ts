import { type GoogleContext, googleErrorSchema, googleFailure } from './google-errors';
import { nextPacificMidnight } from './pacific-midnight';

const now = new Date('2026-11-02T10:00:00Z');
const dead = (cause: string) => ({ kind: 'grant_dead', cause });
const ours = { kind: 'app_misconfigured' };
const backoff = { kind: 'throttled', until: new Date('2026-11-02T10:01:00Z') };
const tomorrow = { kind: 'throttled', until: new Date('2026-11-03T08:00:00Z') };
const lost = { kind: 'scope_lost', scopes: ['s'] };

const map = (purpose: GoogleContext['purpose'], body: object, metrics?: readonly string[]) =>
  googleFailure(googleErrorSchema.parse(body), { operation: 'x', purpose, scopes: ['s'], metrics }, now);
const api = (code: number, reason: string, message = '', more: object = {}) => ({
  error: { code, message, errors: [{ message, domain: 'global', reason }], ...more },
});
const flat = (error: string, more: object = {}) => ({ error, error_description: 'Bad Request', ...more });

describe('every answer of Google’s OAuth', () => {
  it.each<[GoogleContext['purpose'], object, object]>([
    ['code', flat('invalid_grant'), dead('code_refused')],
    ['code', flat('redirect_uri_mismatch'), ours],
    ['code', flat('invalid_client'), ours],
    ['code', flat('deleted_client'), ours],
    ['code', flat('org_internal'), ours],
    ['code', flat('disallowed_useragent'), ours],
    ['code', flat('admin_policy_enforced'), dead('consent_refused')],
    ['code', flat('access_denied'), dead('consent_refused')],
    ['code', flat('invalid_request'), ours],
    ['code', flat('invalid_scope'), ours],
    ['code', flat('unauthorized_client'), ours],
    ['code', flat('unsupported_grant_type'), ours],
    ['code', flat('unsupported_response_type'), ours],
    ['refresh', flat('invalid_grant'), dead('refresh_token_dead')],
    ['refresh', flat('invalid_grant', { error_subtype: 'invalid_rapt' }), dead('session_expired')],
    ['refresh', flat('admin_policy_enforced'), dead('refresh_token_dead')],
    ['refresh', flat('invalid_client'), ours],
    ['refresh', flat('server_error'), { kind: 'transient' }],
    ['refresh', flat('temporarily_unavailable'), { kind: 'transient' }],
    ['refresh', flat('internal_failure'), { kind: 'transient' }],
    ['refresh', flat('rate_limit_exceeded'), backoff],
    ['refresh', flat('never_seen'), { kind: 'unknown' }],
    ['revoke', flat('invalid_token'), dead('access_token_invalid')],
    ['inspect', { error_description: 'Invalid Value' }, dead('access_token_invalid')],
    ['inspect', { error: '', error_description: 'Invalid Value' }, dead('access_token_invalid')],
  ])('%s: %j', (purpose, body, failure) => {
    expect(map(purpose, body)).toEqual(failure);
  });
});

describe('every reason of the YouTube APIs', () => {
  const scopeDetail = { details: [{ reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' }] };
  it.each<[number, string, object, object?]>([
    [401, 'authError', dead('access_token_invalid')],
    [401, '', dead('access_token_invalid'), { status: 'UNAUTHENTICATED' }],
    [401, '', dead('access_token_invalid'), { details: [{ reason: 'ACCESS_TOKEN_EXPIRED' }] }],
    [401, 'youtubeSignupRequired', { kind: 'account_gone' }],
    [403, 'quotaExceeded', tomorrow],
    [403, 'dailyLimitExceeded', tomorrow],
    [403, 'rateLimitExceeded', backoff],
    [403, 'userRateLimitExceeded', backoff],
    [429, '', backoff, { status: 'RESOURCE_EXHAUSTED' }],
    [403, 'insufficientPermissions', lost],
    [403, 'forbidden', lost, scopeDetail],
    [403, 'forbidden', { kind: 'account_gone' }],
    [403, 'forbidden', ours, { details: [{ reason: 'API_KEY_SERVICE_BLOCKED' }] }],
    [403, 'channelClosed', { kind: 'account_gone' }],
    [403, 'channelSuspended', { kind: 'account_gone' }],
    [403, 'accessNotConfigured', ours],
    [403, '', ours, { details: [{ reason: 'SERVICE_DISABLED' }] }],
    [400, 'keyInvalid', ours],
    [400, '', ours, { details: [{ reason: 'API_KEY_INVALID' }] }],
    [404, 'channelNotFound', { kind: 'account_gone' }],
    [404, 'playlistNotFound', { kind: 'account_gone' }],
    [404, 'videoNotFound', { kind: 'account_gone' }],
    [400, 'invalidPageToken', ours],
    [400, 'badRequest', ours],
    [400, 'invalidFilters', ours],
    [400, 'required', ours],
    [400, 'invalid', ours],
    [400, '', ours, { status: 'INVALID_ARGUMENT' }],
    [500, 'backendError', { kind: 'transient' }],
    [503, 'backendError', { kind: 'transient' }],
    [500, 'internalError', { kind: 'transient' }],
    [503, '', { kind: 'transient' }, { status: 'UNAVAILABLE' }],
    [403, 'neverSeen', { kind: 'unknown' }],
  ])('%i %s is %j', (status, reason, failure, more = {}) => {
    expect(map('data', api(status, reason, '', more))).toEqual(failure);
  });

  it('a report that is refused says something about its metrics, never about the grant or us', () => {
    for (const message of ['The query is not supported. See x', 'Unknown identifier (y) given in field z']) {
      expect(map('data', api(400, 'badRequest', message), ['views'])).toEqual({
        kind: 'metric_gone',
        metrics: ['views'],
      });
      expect(map('data', api(400, 'badRequest', message))).toEqual(ours);
    }
  });
});

it.each([
  ['2026-07-01T06:59:59.500Z', '2026-07-01T07:00:00.000Z'],
  ['2026-07-01T07:00:00Z', '2026-07-02T07:00:00.000Z'],
  ['2026-12-31T12:00:00Z', '2027-01-01T08:00:00.000Z'],
  ['2026-03-08T09:00:00Z', '2026-03-09T07:00:00.000Z'],
  ['2026-11-01T08:00:00Z', '2026-11-02T08:00:00.000Z'],
])('after %s the quota begins anew at %s', (moment, midnight) => {
  expect(nextPacificMidnight(new Date(moment)).toISOString()).toBe(midnight);
});
