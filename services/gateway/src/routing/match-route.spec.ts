import { RouteMatcher } from './match-route';
import { routingTable } from './routing-table';

const id = '0192a6e4-0000-7000-8000-000000000001';

describe('routing', () => {
  const matcher = new RouteMatcher();

  it.each([
    ['/v1/social-accounts', 'accounts'],
    [`/v1/social-accounts/${id}`, 'accounts'],
    [`/v1/social-accounts/${id}/history`, 'accounts'],
    [`/v1/social-accounts/${id}/authorization`, 'oauth'],
    [`/v1/social-accounts/${id}/authorization/revocations`, 'oauth'],
    [`/v1/social-accounts/${id}/posts`, 'collector'],
    [`/v1/social-accounts/${id}/collections`, 'collector'],
    [`/v1/social-accounts/${id}/metrics/daily`, 'collector'],
    [`/v1/social-accounts/${id}/exports/posts`, 'collector'],
    [`/v1/campaigns/${id}/report`, 'collector'],
    [`/v1/campaigns/${id}/report/posts`, 'collector'],
    [`/v1/campaigns/${id}/attention`, 'accounts'],
    [`/v1/connect-transactions/${id}/confirm`, 'oauth'],
    ['/oauth/instagram/callback', 'oauth'],
    ['/webhooks/tiktok', 'oauth'],
    ['/webhooks/ses', 'notifications'],
    ['/v1/vendor-data/imports', 'collector'],
    [`/v1/social-accounts/${id}/vendor-data/purges`, 'collector'],
    ['/v1/own-data', 'accounts'],
    ['/v1/erasure-receipts', 'accounts'],
    ['/v1/own-data/collections', 'collector'],
    ['/v1/own-data/views', 'gateway'],
    ['/v1/ttcm-eligibility', 'ttcm'],
    ['/v1/ttcm-membership', 'ttcm'],
    ['/v1/ttcm-connection/attempts', 'ttcm'],
    ['/oauth/ttcm/callback', 'ttcm'],
    ['/v1/messages', 'notifications'],
    ['/v1/outbound-email/confirmations', 'notifications'],
    [`/v1/addressees/${id}`, 'notifications'],
    [`/v1/notices/${id}/read`, 'notifications'],
    ['/v1/notice-settings/reauth', 'notifications'],
    ['/unsubscribe/token', 'notifications'],
    ['/confirm-address', 'web'],
    ['/stop-reminders', 'web'],
    ['/stop-digest', 'web'],
    ['/v1/sessions/current', 'gateway'],
    ['/a/token', 'gateway'],
    ['/docs', 'gateway'],
    ['/docs/openapi.json', 'gateway'],
    ['/', 'web'],
    ['/connect', 'web'],
    ['/connect/transactions/1', 'web'],
  ])('sends %s to %s', (path, to) => {
    expect(matcher.match(path)?.to).toBe(to);
  });

  it.each([
    '/internal/users/1/memberships',
    '/v1/internal/users',
    '/v1',
    '/v1/',
    '/v1/influencersx',
    '/oauth/instagram',
    '/oauth//callback',
    '/a',
    '/a/',
    '/a/b/c',
    '/unsubscribe/a/b',
    '/v1/api-keys/1/2',
    '/v1/sessions/other',
    '/dashboardx',
    '/.git/config',
    '/__proto__',
  ])('does not know %s', (path) => {
    expect(matcher.match(path)).toBeUndefined();
  });

  it('lists only addresses that can match', () => {
    for (const route of routingTable) {
      const example = route.pattern.replace(/\/\*$/, '').replaceAll(/:\w+/g, 'x') || '/';
      expect(matcher.match(example)).toBeDefined();
    }
  });
});
