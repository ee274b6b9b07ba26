import { noticedBy } from './noticed-by';

describe('how a state was noticed', () => {
  it.each([
    ['instagram.profile.190/460', { way: 'answer', of: 'instagram' }],
    ['tiktok.refresh', { way: 'answer', of: 'tiktok' }],
    ['tiktok.refresh.invalid_grant', { way: 'answer', of: 'tiktok' }],
    ['tiktok.authorization_removed.1', { way: 'message', of: 'tiktok' }],
    ['instagram.deauthorize', { way: 'message', of: 'instagram' }],
    ['youtube.token-revoked', { way: 'message', of: 'youtube' }],
    ['revocation.person', undefined],
    ['order.0190a0a0', undefined],
    ['revoked_by_person', undefined],
    [null, undefined],
  ])('%s', (rule, told) => {
    expect(noticedBy(rule)).toEqual(told);
  });
});
