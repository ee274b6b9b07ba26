import { rulesOf, SUCCESS_CODES, ttcmFailure } from './ttcm-errors';

const now = new Date('2026-11-02T10:00:00Z');
const map = (code: number, message = '') =>
  ttcmFailure({ code, message, data: undefined }, { operation: 'status', scope: '13030000' }, now);
const dead = (cause: string) => ({ kind: 'grant_dead', cause });
const until = (time: string) => ({ kind: 'throttled', until: new Date(time) });
const misconfigured = { kind: 'app_misconfigured' };

describe('every return code of TikTok API for Business', () => {
  it.each<[number, string, object]>([
    [40000, '', misconfigured],
    [40001, '', { kind: 'scope_lost', scopes: ['13030000'] }],
    [40002, '', misconfigured],
    [40007, '', { kind: 'account_gone' }],
    [40008, '', misconfigured],
    [40016, 'QPS limit', until('2026-11-02T10:00:01Z')],
    [40100, 'QPM limit', until('2026-11-02T10:05:00Z')],
    [40100, 'Too frequent', until('2026-11-02T10:05:00Z')],
    [40133, 'QPD limit', until('2026-11-03T00:00:00Z')],
    [40101, '', misconfigured],
    [40102, '', dead('session_expired')],
    [40103, '', dead('refresh_token_dead')],
    [40104, '', misconfigured],
    [40105, '', dead('token_invalid')],
    [40107, '', dead('refresh_token_dead')],
    [40108, '', misconfigured],
    [40110, '', dead('code_refused')],
    [40113, '', misconfigured],
    [40118, '', misconfigured],
    [40121, '', { kind: 'not_eligible', rules: ['marketplace_creator'] }],
    [40122, '', { kind: 'not_eligible', rules: ['supported_country'] }],
    [40124, '', misconfigured],
    [40125, '', misconfigured],
    [41000, '', misconfigured],
    [50000, '', { kind: 'transient' }],
    [50002, '', { kind: 'transient' }],
    [60001, '', { kind: 'transient' }],
    [49999, '', { kind: 'unknown' }],
  ])('%i %s', (code, message, failure) => {
    expect(map(code, message)).toEqual(failure);
  });

  it('takes 0 and 20001 (partly) as success', () => {
    expect([...SUCCESS_CODES]).toEqual([0, 20001]);
  });
});

it.each([
  [['FOLLOWERS_TOO_LOW'], ['minimum_followers']],
  [['COUNTRY_NOT_SUPPORTED'], ['supported_country']],
  [['UNDER_AGE'], ['minimum_age']],
  [['BUSINESS_ACCOUNT'], ['personal_account']],
  [
    ['NOT_ENOUGH_POSTS', 'NOT_ENOUGH_VIEWS'],
    ['recent_posts', 'recent_views'],
  ],
  [['CONTENT_NOT_SUITABLE'], ['suitable_content']],
  [['A_NEW_ONE', 'ANOTHER'], ['rejected_by_tiktok']],
  [[], ['rejected_by_tiktok']],
])('names the rules behind %j', (reasons, rules) => {
  expect(rulesOf(reasons)).toEqual(rules);
});
