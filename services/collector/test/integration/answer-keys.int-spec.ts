import { newId } from '@creator-connect/contracts';
import type { Identity } from '@creator-connect/security';
import {
  answerKeysOf,
  documentedAccess,
  membersOf,
  proven,
  type TestOrganisation,
} from '@creator-connect/security/testing';
import { CollectorFixture, type Creator } from './support/fixture';

describe('what answers of the collector hold (TE-08)', () => {
  let fixture: CollectorFixture;
  let org: TestOrganisation;

  beforeAll(async () => {
    fixture = await CollectorFixture.start();
    org = fixture.identities.anOrganisation();
  }, 60_000);
  afterAll(() => fixture?.stop());

  const aCreator = (influencerId = newId()): Creator => ({ organisationId: org.id, influencerId, accountId: newId() });

  /** Of the marketplace: read there, and where they authorized it in both ways. */
  async function aMember(influencerId: string, isAuthorized: boolean): Promise<Creator> {
    const member = aCreator(influencerId);
    fixture.handles.set(member.accountId, 'sandbox.member');
    if (isAuthorized) await fixture.authorize(member.accountId, 'tiktok-member');
    const to = isAuthorized ? 'AUTHENTICATED' : 'NON_AUTH';
    await fixture.tellState(member, { from: 'NON_AUTH', to, marketplace: 'TTCM', tracked: true }, 1);
    await fixture.collected(member);
    return member;
  }

  /** A channel, whose audience is collected too, and TikTok accounts of the same person. */
  async function aPerson() {
    const channel = aCreator();
    await fixture.authorizeYouTube(channel.accountId, 'youtube-creator');
    await fixture.tellState(channel, { from: 'NON_AUTH', to: 'AUTHENTICATED', platform: 'youtube' }, 1);
    await fixture.collected(channel);
    const lapsed = aCreator(channel.influencerId);
    await fixture.authorize(lapsed.accountId, 'tiktok-everyday');
    await fixture.tellState(lapsed, { from: 'NON_AUTH', to: 'AUTHENTICATED' }, 1);
    await fixture.collected(lapsed);
    await fixture.tellState(lapsed, { from: 'AUTHENTICATED', to: 'REAUTH', cause: 'password_changed' }, 2);
    await fixture.daysPass(lapsed, 3);
    await fixture.marketplace.connect(org.id);
    const members = [await aMember(channel.influencerId, true), await aMember(channel.influencerId, false)];
    return { lapsed, collected: [channel, ...members] };
  }

  /** With accounts that are collected, one that lapsed, and somebody without any. */
  function aCampaign(collected: Creator[], lapsed: Creator): string {
    const id = newId();
    const account = (id: string, platform: 'tiktok' | 'youtube', isTracked = true) => ({
      id,
      platform,
      handle: `sandbox.${id.slice(-4)}`,
      authState: isTracked ? ('AUTHENTICATED' as const) : ('REAUTH' as const),
      tracked: isTracked,
      revoked: false,
      cause: isTracked ? ('authorized' as const) : ('password_changed' as const),
      causeAt: '2026-01-01T00:00:00.000Z',
      pausedAt: null,
    });
    const accounts = [
      ...collected.map(({ accountId }, index) => account(accountId, index === 0 ? 'youtube' : 'tiktok')),
      account(lapsed.accountId, 'tiktok', false),
    ];
    const influencers = [
      { id: lapsed.influencerId, name: 'First', accounts },
      { id: newId(), name: 'Second', accounts: [] },
    ];
    const ends = { startsOn: null, endsOn: null };
    fixture.campaigns.set(id, { organisationId: org.id, ...ends, influencers });
    return id;
  }

  async function vendorData(): Promise<{ kept: string; purged: string }> {
    const [kept, purged] = [aCreator(), aCreator()];
    for (const { accountId, influencerId } of [kept, purged]) {
      const account = { organisationId: org.id, influencerId, platform: 'tiktok', marketplace: 'NON_TTCM' } as const;
      fixture.accounts.set(accountId, account);
    }
    const records = [kept, purged].flatMap(({ accountId }) => [
      { social_account_id: accountId, metrics: { followers: 1200 } },
      {
        social_account_id: accountId,
        platform_post_id: 'p1',
        posted_at: '2026-11-01T10:00:00Z',
        metrics: { views: 10 },
      },
    ]);
    await fixture.call(org.admin, 'POST', '/v1/vendor-data/imports', { vendor: 'Example Insights', records });
    const purge = `/v1/social-accounts/${purged.accountId}/vendor-data/purges`;
    await fixture.call(org.admin, 'POST', purge, { dryRun: false });
    return { kept: kept.accountId, purged: purged.accountId };
  }

  it('is as docs/access says, and the description of the interface knows every key', async () => {
    const { lapsed, collected } = await aPerson();
    const campaign = `/v1/campaigns/${aCampaign(collected, lapsed)}/report`;
    const { kept } = await vendorData();
    const of = (what: string) =>
      [...collected, lapsed].map(({ accountId }) => `/v1/social-accounts/${accountId}/${what}`);
    const creator: Identity = { kind: 'influencer', sub: newId(), org: org.id, influencer: lapsed.influencerId };
    const { table, undescribed, unshown } = await answerKeysOf(
      'the collector',
      fixture.door,
      {
        '/v1/campaigns/{id}/report': campaign,
        '/v1/campaigns/{id}/report/daily': `${campaign}/daily`,
        '/v1/campaigns/{id}/report/exports/daily': `${campaign}/exports/daily?format=csv`,
        '/v1/campaigns/{id}/report/exports/posts': `${campaign}/exports/posts?format=csv`,
        '/v1/campaigns/{id}/report/exports/totals': `${campaign}/exports/totals?format=csv`,
        '/v1/campaigns/{id}/report/posts': `${campaign}/posts`,
        '/v1/metrics': `/v1/metrics?socialAccountId=${lapsed.accountId}`,
        '/v1/own-data/collections': '/v1/own-data/collections',
        '/v1/posts': collected.map(({ accountId }) => `/v1/posts?socialAccountId=${accountId}`),
        '/v1/social-accounts/{id}/collections': of('collections'),
        '/v1/social-accounts/{id}/exports/audience': of('exports/audience?format=csv'),
        '/v1/social-accounts/{id}/exports/metrics': of('exports/metrics?format=csv'),
        '/v1/social-accounts/{id}/exports/posts': of('exports/posts?format=csv'),
        '/v1/social-accounts/{id}/metrics/daily': of('metrics/daily?days=30'),
        '/v1/social-accounts/{id}/posts': of('posts'),
        '/v1/social-accounts/{id}/profile': of('profile'),
        '/v1/social-accounts/{id}/vendor-data': `/v1/social-accounts/${kept}/vendor-data`,
        '/v1/vendor-data/purges': '/v1/vendor-data/purges',
      },
      { ...membersOf(org), creator: proven(creator) },
    );
    expect(undescribed).toEqual([]);
    expect(unshown).toEqual([]);
    expect(table).toBe(documentedAccess('answers/collector', table));
  }, 60_000);
});
