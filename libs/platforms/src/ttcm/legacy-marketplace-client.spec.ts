import type { RateUsage } from '../capabilities/client-options';
import { SecretText } from '../secret-text';
import { all, freshToken, LoopbackPlatform } from '../testing/loopback-platform';
import { LegacyMarketplaceClient } from './legacy-marketplace-client';
import { TtcmApi } from './ttcm-api';

describe('LegacyMarketplaceClient', () => {
  let platform: LoopbackPlatform;
  let api: TtcmApi;
  let marketplace: LegacyMarketplaceClient;
  const usages: RateUsage[] = [];

  beforeAll(async () => {
    platform = await LoopbackPlatform.start();
    api = new TtcmApi(
      { apiUrl: `${platform.url}/tiktok-business/open_api` },
      { profile: 'local', now: () => new Date('2026-11-02T10:00:00Z'), onUsage: (usage) => usages.push(usage) },
    );
    const account = { accessToken: new SecretText(freshToken('brand')), accountId: '7001' };
    marketplace = new LegacyMarketplaceClient(api, account);
  });
  beforeEach(() => {
    platform.reset();
    usages.length = 0;
  });
  afterAll(async () => {
    await api.close();
    await platform.stop();
  });

  const answer = (data: unknown, code = 0) => ({ json: { code, message: 'OK', request_id: '2026', data } });

  it.each([
    ['QPS limit reached', 'rate', '2026-11-02T10:00:01Z'],
    ['QPD limit reached', 'day', '2026-11-03T00:00:00Z'],
  ])('reports an allowance that is used up: %s', async (message, bucket, until) => {
    platform.answers({ json: { code: 40100, message, request_id: '2026', data: {} } });
    await expect(marketplace.status(['bakery'])).rejects.toMatchObject({ kind: 'throttled' });
    const spent = { api: 'ttcm', scope: 'app', subjectId: null, percent: 100 };
    expect(usages).toEqual([{ ...spent, bucket, regainAt: new Date(until) }]);
  });

  it('answers for every handle asked, in order, whatever the spelling of the field', async () => {
    platform.answers(
      answer({
        onboarding_status: [
          { handler_name: 'Bakery', status: 'IN' },
          { handle_name: 'cafe', status: 'INVITED' },
          { handler_name: 'deli', status: 'SOMETHING_NEW' },
          { handler_name: 'nobody', status: 'INVALID' },
        ],
      }),
    );
    const handles = ['@bakery', 'cafe', 'deli', 'missing', 'nobody'];
    expect((await marketplace.status(handles)).map(({ handle, status }) => `${handle} ${status}`)).toEqual([
      '@bakery IN',
      'cafe INVITED',
      'deli UNKNOWN',
      'missing UNKNOWN',
      'nobody INVALID',
    ]);
  });

  it('asks for 20 handles at a time', async () => {
    platform.answers(answer({ onboarding_status: [] }), answer({ onboarding_status: [] }));
    const handles = Array.from({ length: 21 }, (_, index) => `handle${index}`);
    expect(await marketplace.status(handles)).toHaveLength(21);
    expect(platform.calls.map((call) => (JSON.parse(call.query['handle_names'] ?? '') as string[]).length)).toEqual([
      20, 1,
    ]);
  });

  it('tells in, invited, rejected with each rule, and left out', async () => {
    platform.answers(
      answer(
        {
          in_tcm: ['bakery'],
          invited: ['cafe'],
          rejected: ['deli', 'diner'],
          reject_reasons: { Deli: ['FOLLOWERS_TOO_LOW', 'NOT_ENOUGH_POSTS', 'a sentence that is no code'] },
        },
        20001,
      ),
    );
    expect(await marketplace.invite(['@Bakery', 'cafe', 'deli', 'diner', 'kiosk'])).toEqual([
      { handle: '@Bakery', outcome: 'in_marketplace' },
      { handle: 'cafe', outcome: 'invited' },
      {
        handle: 'deli',
        outcome: 'rejected',
        rules: ['minimum_followers', 'recent_posts'],
        reasonCodes: ['FOLLOWERS_TOO_LOW', 'NOT_ENOUGH_POSTS'],
      },
      { handle: 'diner', outcome: 'rejected', rules: ['rejected_by_tiktok'], reasonCodes: [] },
      { handle: 'kiosk', outcome: 'unanswered' },
    ]);
  });

  it('reads lists typed as booleans as empty, so that the status is asked', async () => {
    platform.answers(answer({ in_tcm: [], invited: true, rejected: false, reject_reasons: null }));
    expect(await marketplace.invite(['bakery'])).toEqual([{ handle: 'bakery', outcome: 'unanswered' }]);
  });

  it('invites at most 20 at once, and nobody without a call', async () => {
    expect(await marketplace.invite([])).toEqual([]);
    await expect(marketplace.invite(Array.from({ length: 21 }, String))).rejects.toThrow(RangeError);
    expect(platform.calls).toEqual([]);
  });

  it('finds the failure inside HTTP 200', async () => {
    platform.answers(answer({}, 40121), answer({}, 40105), { status: 404, text: '404 page not found' });
    const rules = ['marketplace_creator'];
    await expect(marketplace.creator('bakery')).rejects.toMatchObject({ failure: { kind: 'not_eligible', rules } });
    await expect(marketplace.creator('bakery')).rejects.toMatchObject({ deathCause: 'token_invalid' });
    await expect(marketplace.creator('bakery')).rejects.toMatchObject({ kind: 'unknown' });
  });

  it('reads public figures; what is missing is null', async () => {
    platform.answers(answer({ creator_id: '99', handle_name: 'bakery', followers_count: 12000, median_views: 0 }));
    expect(await marketplace.creator('@bakery')).toEqual({
      creatorId: '99',
      handle: 'bakery',
      displayName: null,
      biography: null,
      pictureUrl: null,
      followers: 12000,
      following: null,
      videos: null,
      likes: null,
      medianViews: 0,
      engagementRate: null,
    });
  });

  it('reads public videos page by page; figures that are missing stay absent', async () => {
    platform.answers(
      answer({
        posts: [
          { video_id: '71', create_time: 1763000000, video_views: 5, favorites: 0, caption: 'bread' },
          { likes: 1 },
        ],
        page_info: { has_more: true, cursor: 20 },
      }),
      answer({ posts: [{ video_id: '70', create_time: '2025-11-01T00:00:00Z' }], page_info: { has_more: false } }),
    );
    const pages = await all(marketplace.creatorPosts({ handle: '@bakery' }));
    expect(pages.map(({ posts, next, skipped }) => [posts.length, next, skipped])).toEqual([
      [1, '20', 1],
      [1, null, 0],
    ]);
    expect(pages[0]?.posts[0]).toMatchObject({ id: '71', caption: 'bread', counts: { views: 5, saves: 0 } });
    expect(pages[1]?.posts[0]?.publishedAt).toEqual(new Date('2025-11-01T00:00:00Z'));
    expect(platform.calls.map((call) => call.query['cursor'])).toEqual([undefined, '20']);
  });
});
