import { type TikTokContext, tiktokErrorSchema, tiktokFailure, tiktokRemoval } from './tiktok-errors';

const now = new Date('2026-11-02T10:00:00Z');
const dead = (cause: string) => ({ kind: 'grant_dead', cause });
const map = (purpose: TikTokContext['purpose'], code: string) =>
  tiktokFailure({ code, message: '' }, { operation: 'x', purpose, scopes: ['video.list'] }, now);

describe('every code of TikTok (Error handling; OAuth error handling)', () => {
  it.each<[TikTokContext['purpose'], string, object]>([
    ['data', 'access_token_invalid', dead('access_token_invalid')],
    ['data', 'scope_not_authorized', { kind: 'scope_lost', scopes: ['video.list'] }],
    ['data', 'scope_permission_missed', { kind: 'scope_lost', scopes: ['video.list'] }],
    ['data', 'invalid_params', { kind: 'app_misconfigured' }],
    ['data', 'rate_limit_exceeded', { kind: 'throttled', until: new Date('2026-11-02T10:01:00Z') }],
    ['data', 'internal_error', { kind: 'transient' }],
    ['code', 'invalid_grant', dead('code_refused')],
    ['refresh', 'invalid_grant', dead('refresh_token_dead')],
    ['revoke', 'invalid_grant', dead('access_token_invalid')],
    ['code', 'access_denied', dead('consent_refused')],
    ['refresh', 'invalid_client', { kind: 'app_misconfigured' }],
    ['refresh', 'invalid_request', { kind: 'app_misconfigured' }],
    ['code', 'invalid_scope', { kind: 'app_misconfigured' }],
    ['refresh', 'unauthorized_client', { kind: 'app_misconfigured' }],
    ['refresh', 'unsupported_grant_type', { kind: 'app_misconfigured' }],
    ['code', 'unsupported_response_type', { kind: 'app_misconfigured' }],
    ['refresh', 'server_error', { kind: 'transient' }],
    ['refresh', 'temporarily_unavailable', { kind: 'transient' }],
    ['refresh', 'never_seen', { kind: 'unknown' }],
    ['data', '', { kind: 'unknown' }],
  ])('%s: %s', (purpose, code, failure) => {
    expect(map(purpose, code)).toEqual(failure);
  });
});

it.each([
  [0, dead('removed_without_reason')],
  [1, dead('revoked_by_person')],
  [2, { kind: 'account_gone' }],
  [3, dead('age_changed')],
  [4, dead('account_banned')],
  [5, dead('revoked_by_person')],
  [99, dead('removed_without_reason')],
])('reads reason %i of authorization.removed', (reason, failure) => {
  expect(tiktokRemoval(reason)).toEqual(failure);
});

it('reads the nested and the flat form of an error', () => {
  const nested = { error: { code: 'internal_error', message: 'm', log_id: 'l' } };
  const flat = { error: 'invalid_grant', error_description: 'd', log_id: 'l' };
  expect(tiktokErrorSchema.parse(nested)).toEqual(nested);
  expect(tiktokErrorSchema.parse(flat)).toEqual({ error: { code: 'invalid_grant', message: 'd', log_id: 'l' } });
});
