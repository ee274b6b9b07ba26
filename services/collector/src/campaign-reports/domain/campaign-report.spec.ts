import type { CampaignAccount } from './reported-campaign';
import { campaignReport, type AccountFigures } from './campaign-report';

const at = '2026-03-01T10:00:00.000Z';
const account = (id: string, change: Partial<CampaignAccount> = {}): CampaignAccount => ({
  id,
  platform: 'tiktok',
  handle: id,
  authState: 'AUTHENTICATED',
  tracked: true,
  revoked: false,
  cause: 'authorized',
  causeAt: at,
  pausedAt: null,
  ...change,
});
const collected = (accountId: string, time = at, hidden = false) => ({
  accountId,
  collectedAt: time === '' ? null : new Date(time),
  hidden,
  lastError: null as string | null,
});
const figures = (accountId: string, change: Partial<AccountFigures> = {}): AccountFigures => ({
  accountId,
  posts: 2,
  reach: null,
  views: 100,
  engagements: 10,
  ...change,
});
const report = (accounts: CampaignAccount[], ...known: [AccountFigures[], ReturnType<typeof collected>[]]) =>
  campaignReport({ startsOn: null, endsOn: null, influencers: [{ id: 'i', name: 'Nobody', accounts }] }, ...known);

describe('the report of a campaign', () => {
  it('adds up what was told, per influencer and in total, and leaves out what nobody told', () => {
    const { totals, influencers } = report(
      [account('a'), account('b')],
      [figures('a'), figures('b', { reach: 40, views: null })],
      [collected('a'), collected('b')],
    );
    expect(totals).toEqual({ posts: 4, reach: 40, views: 100, engagements: 20 });
    expect(influencers).toEqual([
      { id: 'i', name: 'Nobody', ...totals, accounts: [expect.anything(), expect.anything()] },
    ]);
    expect(report([account('a')], [figures('a')], [collected('a')]).totals.reach).toBeNull();
  });

  it('is of the time of its oldest collection', () => {
    const known = [collected('a', '2026-03-02T00:00:00.000Z'), collected('b', '2026-03-01T00:00:00.000Z')];
    expect(report([account('a'), account('b')], [], known).asOf).toBe('2026-03-01T00:00:00.000Z');
    expect(report([], [], []).asOf).toBeNull();
  });

  it.each([
    ['not_authenticated', account('a', { authState: 'NON_AUTH', tracked: false }), undefined, at],
    ['revoked', account('a', { authState: 'NON_AUTH', tracked: false, revoked: true }), collected('a', at, true), at],
    ['reauth', account('a', { authState: 'REAUTH', tracked: false }), collected('a'), at],
    ['paused', account('a', { tracked: false, causeAt: '2026-01-01T00:00:00.000Z', pausedAt: at }), collected('a'), at],
    ['not_collected_yet', account('a'), collected('a', ''), null],
  ] as const)('names what is missing: %s', (reason, one, known, since) => {
    const { missing } = report([one], [], known ? [known] : []);
    const named = { id: 'a', platform: 'tiktok', handle: 'a' };
    expect(missing).toEqual([{ influencerId: 'i', influencerName: 'Nobody', account: named, reason, since }]);
  });

  it('names an influencer without an account', () => {
    expect(report([], [], []).missing).toEqual([
      { influencerId: 'i', influencerName: 'Nobody', account: null, reason: 'no_account', since: null },
    ]);
  });

  it('keeps the posts of an account that stands still, and shows none of a revoked one', () => {
    const still = account('a', { authState: 'REAUTH', tracked: false });
    const revoked = account('b', { authState: 'NON_AUTH', tracked: false, revoked: true });
    const { totals } = report([still, revoked], [figures('a'), figures('b')], [collected('a'), collected('b', at)]);
    expect(totals.posts).toBe(2);
  });

  it('counts an account that is tracked and lacks nothing, though it has no post in these days', () => {
    const { influencers, missing } = report([account('a')], [], [collected('a')]);
    expect(missing).toEqual([]);
    expect(influencers[0]!.accounts).toEqual([
      { id: 'a', platform: 'tiktok', handle: 'a', posts: 0, reach: null, views: null, engagements: null, asOf: at },
    ]);
  });
});
