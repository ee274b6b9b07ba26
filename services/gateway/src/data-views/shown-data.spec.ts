import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shownAt } from './shown-data';

const id = '0192a6e4-0000-7000-8000-000000000001';

describe('whose data an address shows', () => {
  it.each([
    [`/v1/influencers?limit=25`, { of: 'roster', id: null, area: 'list' }],
    [`/v1/influencers/export`, { of: 'roster', id: null, area: 'export' }],
    [`/v1/influencers/${id}`, { of: 'influencer', id, area: 'profile' }],
    [`/v1/influencers/${id}/notes?limit=5`, { of: 'influencer', id, area: 'profile' }],
    [`/v1/influencers/${id}/social-accounts`, { of: 'influencer', id, area: 'accounts' }],
    [`/v1/social-accounts/${id}/authorization`, { of: 'account', id, area: 'accounts' }],
    [`/v1/social-accounts/${id.toUpperCase()}/posts`, { of: 'account', id, area: 'posts' }],
    [`/v1/social-accounts/${id}/metrics/daily?days=30`, { of: 'account', id, area: 'posts' }],
    [`/v1/social-accounts/${id}/exports/posts?format=csv`, { of: 'account', id, area: 'export' }],
    [`/v1/posts?limit=5&socialAccountId=${id}`, { of: 'account', id, area: 'posts' }],
    [`/v1/messages/request-preview?influencerId=${id}`, { of: 'influencer', id, area: 'mails' }],
    [`/v1/posts`, { of: 'roster', id: null, area: 'posts' }],
    [`/v1/campaigns/${id}/report`, { of: 'campaign', id, area: 'campaign' }],
    [`/v1/campaigns/${id}/report/exports/posts?format=csv`, { of: 'campaign', id, area: 'export' }],
  ])('%s', (url, shown) => {
    expect(shownAt(url)).toEqual([shown]);
  });

  it.each(['/v1/influencers/not-an-id', '/v1/posts?socialAccountId=x', '/v1/organisations/current', '/dashboard'])(
    '%s: nobody’s',
    (url) => {
      expect(shownAt(url)).toEqual([]);
    },
  );

  it('is two influencers’ where two entries are laid side by side', () => {
    const other = '0192a6e4-0000-7000-8000-000000000002';
    const shown = { of: 'influencer', area: 'profile' };
    expect(shownAt(`/v1/influencers/${id}/merge-preview?other=${other}`)).toEqual([
      { ...shown, id },
      { ...shown, id: other },
    ]);
  });

  /** With the reason in one word: of the organisation or the caller alone, or counts and titles without a person. */
  const nobodys = {
    'the caller alone': [
      '/v1/applications/current',
      '/v1/connect-transactions',
      '/v1/connect-transactions/{id}',
      '/v1/link-session',
      '/v1/own-data',
      '/v1/own-data/collections',
      '/v1/own-data/erasure',
      '/v1/own-data/exports/current',
      '/v1/own-data/exports/current/file',
      '/v1/own-data/merge-proposal',
      '/v1/own-data/views',
      '/v1/second-factor',
      '/v1/sessions/current',
      '/v1/users/current/sessions',
    ],
    'the organisation': [
      '/v1/access-report',
      '/v1/access-report/file',
      '/v1/api-keys',
      '/v1/discovery/sources',
      '/v1/member-invitations',
      '/v1/members',
      '/v1/notice-settings',
      '/v1/digest-setting',
      '/v1/organisations/current',
      '/v1/organisations/current/influencer-fields',
      '/v1/outbound-email',
      '/v1/ttcm-connection',
    ],
    'what its platform shows everybody': ['/v1/reports', '/v1/reports/{id}'],
    'no person': [
      '/unsubscribe/digest/{token}',
      '/unsubscribe/{token}',
      '/v1/application-forms/{slug}',
      '/v1/campaigns',
      '/v1/events',
      '/v1/influencer-groups',
      '/v1/notices/unread',
      '/v1/operations',
      '/v1/vendor-data/purges',
      '/v1/operations/{service}/dead-letters',
      '/v1/operations/organisations',
    ],
  };

  it('is decided for every address that can be read', () => {
    const file = join(__dirname, '../../../../docs/openapi.json');
    const { paths } = JSON.parse(readFileSync(file, 'utf8')) as { paths: Record<string, { get?: object }> };
    const read = Object.keys(paths).filter((path) => paths[path]!.get);
    const undecided = read.filter((path) => shownAt(path.replaceAll(/\{\w+\}/g, id)).length === 0);
    expect(undecided.toSorted()).toEqual(Object.values(nobodys).flat().toSorted());
  });
});
