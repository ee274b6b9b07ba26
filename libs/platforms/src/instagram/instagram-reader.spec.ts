import type { RateUsage } from '../capabilities/client-options';
import { SecretText } from '../secret-text';
import { all, freshToken, LoopbackPlatform, type Reply } from '../testing/loopback-platform';
import { InstagramReader } from './instagram-reader';
import { MEDIA_METRICS } from './instagram-metrics';

const now = new Date('2026-11-02T10:00:00Z');

describe('InstagramReader', () => {
  let platform: LoopbackPlatform;
  let reader: InstagramReader;
  const usages: RateUsage[] = [];
  const token = new SecretText(freshToken('page'));
  const access = { token, accountId: '17841400000000001' };

  beforeAll(async () => {
    platform = await LoopbackPlatform.start();
    reader = new InstagramReader(
      { appSecret: new SecretText(freshToken('secret')), graphUrl: platform.url },
      { profile: 'local', now: () => now, onUsage: (usage) => usages.push(usage) },
    );
  });
  beforeEach(() => platform.reset());
  afterAll(async () => {
    await reader.close();
    await platform.stop();
  });

  const graphError = (error: object): Reply => ({ status: 400, json: { error } });
  const metricRefused = graphError({ code: 100, message: '(#100) metric[0] must be one of the following values' });

  it('reads a profile; what is missing or odd is null, never zero', async () => {
    platform.answers({
      json: { id: '17841', username: 'bakery', name: '', followers_count: 0, media_count: 'many', secret_field: 1 },
    });
    expect(await reader.profile(access)).toEqual({
      id: '17841',
      handle: 'bakery',
      displayName: null,
      biography: null,
      website: null,
      pictureUrl: null,
      profileUrl: 'https://www.instagram.com/bakery/',
      verified: null,
      followers: 0,
      following: null,
      posts: null,
      likes: null,
    });
  });

  it('reports how much of the allowance is used, with good and with bad answers', async () => {
    const business = (percent: number, minutes: number) => ({
      'x-business-use-case-usage': JSON.stringify({
        '17841': [{ type: 'instagram', call_count: percent, estimated_time_to_regain_access: minutes }],
      }),
    });
    usages.length = 0;
    platform.answers(
      { json: { id: '17841' }, headers: business(80, 0) },
      { status: 400, json: { error: { code: 80002 } }, headers: business(100, 19) },
    );
    await reader.profile(access);
    const until = new Date('2026-11-02T10:19:00Z');
    await expect(reader.profile(access)).rejects.toMatchObject({ failure: { kind: 'throttled', until } });
    expect(usages.map(({ percent, regainAt }) => [percent, regainAt])).toEqual([
      [80, null],
      [100, until],
    ]);
  });

  describe('posts', () => {
    const media = (id: string, timestamp: string, extra: object = {}) => ({ id, timestamp, ...extra });
    const paging = (after: string) => ({ paging: { cursors: { after }, next: 'https://x.example/?access_token=t' } });

    it('reads each kind of media, and leaves out only the item that it cannot read', async () => {
      platform.answers({
        json: {
          data: [
            media('1', '2026-11-02T07:56:32+0000', { media_type: 'VIDEO', media_product_type: 'REELS', like_count: 0 }),
            media('2', 'yesterday'),
            media('3', '2026-11-01T07:56:32+0000', { media_type: 'CAROUSEL_ALBUM', comments_count: 2 }),
            media('4', '2026-11-01T07:56:31+0000', { media_type: 'IMAGE', media_url: 'https://cdn.example/4.jpg' }),
            media('5', '2026-11-01T07:56:30+0000', { media_type: 'VIDEO', thumbnail_url: 'https://cdn.example/5.jpg' }),
            media('6', '2026-11-01T07:56:29+0000', { media_type: 'IMAGE', media_product_type: 'STORY' }),
          ],
        },
      });
      const [page] = await all(reader.posts(access));
      expect(page).toMatchObject({ next: null, skipped: 1 });
      expect(page?.posts.map(({ id, type, counts, thumbnailUrl }) => [id, type, counts, thumbnailUrl])).toEqual([
        ['1', 'reel', { likes: 0 }, null],
        ['3', 'carousel', { comments: 2 }, null],
        ['4', 'image', {}, 'https://cdn.example/4.jpg'],
        ['5', 'video', {}, 'https://cdn.example/5.jpg'],
        ['6', 'story', {}, null],
      ]);
      expect(page?.posts[0]?.publishedAt).toEqual(new Date('2026-11-02T07:56:32Z'));
    });

    it('goes on where it stopped, one call per step', async () => {
      platform.answers(
        { json: { data: [media('1', '2026-11-02T00:00:00+0000')], ...paging('A') } },
        { json: { data: [], ...paging('B') } },
        { json: { data: [media('2', '2026-11-01T00:00:00+0000')] } },
      );
      const first = await reader.posts(access).next();
      expect(platform.calls).toHaveLength(1);
      const rest = await all(reader.posts({ ...access, after: first.value?.next ?? undefined }));
      expect(rest.map((page) => page.posts.length)).toEqual([0, 1]);
      expect(platform.calls.map((call) => call.query['after'])).toEqual([undefined, 'A', 'B']);
    });

    it('stops once it is far enough back', async () => {
      platform.answers({ json: { data: [media('1', '2026-10-01T00:00:00+0000')], ...paging('A') } });
      const pages = await all(reader.posts({ ...access, since: new Date('2026-10-15') }));
      expect(pages).toHaveLength(1);
    });
  });

  describe('insights of a post', () => {
    const insight = (name: string, value: unknown) => ({ name, period: 'lifetime', values: [{ value }] });
    const ask = (extra: object = {}) => reader.postInsights({ token, post: { id: '17895', type: 'reel' }, ...extra });

    it('takes an empty data set as "no value yet", never as zero', async () => {
      platform.answers({ json: { data: [insight('views', 224), insight('reach', 0)] } });
      const insights = await ask();
      expect(insights.status).toBe('measured');
      expect(insights.values).toEqual([
        { metric: 'views', value: 224 },
        { metric: 'reach', value: 0 },
      ]);
      expect(insights.missing).toContain('likes');
      expect(insights.refused).toEqual([]);
    });

    it('asks one by one when a metric is gone, and names just that one', async () => {
      const metrics = MEDIA_METRICS.reel.plain;
      platform.answers(
        metricRefused,
        ...metrics.map((name) => (name === 'saved' ? metricRefused : { json: { data: [insight(name, 1)] } })),
      );
      const insights = await ask();
      expect(insights.refused).toEqual(['saved']);
      expect(insights.values).toHaveLength(metrics.length - 1);
      expect(platform.calls).toHaveLength(metrics.length + 1);
    });

    it('does not ask again for what was refused before', async () => {
      platform.answers({ json: { data: [] } });
      await ask({ without: ['saved'] });
      expect(platform.calls[0]?.query['metric']?.split(',')).not.toContain('saved');
    });

    it('reads parts of a breakdown', async () => {
      const results = [
        { dimension_values: ['TAP_BACK'], value: 3 },
        { dimension_values: ['TAP_EXIT'], value: 2 },
      ];
      const total_value = { value: 5, breakdowns: [{ dimension_keys: ['story_navigation_action_type'], results }] };
      platform.answers({ json: { data: [] } }, { json: { data: [{ name: 'navigation', total_value }] } });
      platform.answers(metricRefused);
      const insights = await ask({ post: { id: '1', type: 'story' }, breakdowns: true });
      expect(insights.values).toEqual([{ metric: 'navigation', value: 5, parts: { TAP_BACK: 3, TAP_EXIT: 2 } }]);
      expect(insights.refused).toEqual(['profile_activity']);
    });

    it.each([
      ['not_enough_viewers', { code: 10, message: '(#10) Not enough viewers for the media to show insights' }],
      ['before_business_account', { code: 100, error_subcode: 2108006 }],
      ['post_gone', { code: 100, error_subcode: 33 }],
    ])('says %s about the whole post', async (status, error) => {
      platform.answers(graphError(error));
      expect(await ask()).toEqual({ status, values: [], missing: [], refused: [] });
      expect(platform.calls).toHaveLength(1);
    });

    it.each([
      ['grant_dead', { code: 190, error_subcode: 460 }],
      ['scope_lost', { code: 10, message: '(#10) Application does not have permission' }],
      ['throttled', { code: 80002 }],
      ['transient', { code: 2 }],
    ])('leaves %s to the caller', async (kind, error) => {
      platform.answers(graphError(error));
      await expect(ask()).rejects.toMatchObject({ kind });
    });

    it('stops asking one by one when the platform throttles', async () => {
      platform.answers(metricRefused, graphError({ code: 4 }));
      await expect(ask()).rejects.toMatchObject({ kind: 'throttled' });
      expect(platform.calls).toHaveLength(2);
    });
  });

  it('reads totals of an account and isolates what small accounts do not have', async () => {
    const reach = { name: 'reach', total_value: { value: 12 } };
    platform.answers({ json: { data: [reach] } }, metricRefused);
    const period = { since: new Date('2026-10-03'), until: new Date('2026-11-02') };
    const insights = await reader.accountInsights({ ...access, ...period });
    expect(insights.values).toEqual([{ metric: 'reach', value: 12 }]);
    expect(insights.refused).toEqual(['follows_and_unfollows']);
    const tooLong = { since: new Date('2026-10-01'), until: new Date('2026-11-02') };
    await expect(reader.accountInsights({ ...access, ...tooLong })).rejects.toThrow(RangeError);
  });

  it('reads an audience largest first, by the dimension asked and not by the timeframe', async () => {
    const results = [
      { dimension_values: ['THIS_MONTH', 'GB'], value: 90 },
      { dimension_values: ['THIS_MONTH', 'US'], value: 700 },
    ];
    const total_value = { breakdowns: [{ dimension_keys: ['timeframe', 'country'], results }] };
    const empty: Reply = { json: { data: [] } };
    platform.answers(empty, empty, { json: { data: [{ name: 'follower_demographics', total_value }] } }, empty);
    platform.answers(metricRefused);
    const audience = await reader.audience(access);
    expect(audience.refused).toEqual(['engaged_audience_demographics']);
    expect(audience.slices).toHaveLength(4);
    expect(audience.slices[2]).toEqual({
      audience: 'followers',
      dimension: 'country',
      rows: [
        { key: 'US', count: 700 },
        { key: 'GB', count: 90 },
      ],
    });
    expect(audience.slices[0]?.rows).toEqual([]);
  });

  it.each([
    ['a page of a proxy', { status: 502, text: '<html>' }, 'transient'],
    ['JSON of somebody else', { status: 403, json: { blocked: true } }, 'unknown'],
    ['an answer without an id', { json: { name: 'x' } }, 'unknown'],
  ])('never takes %s for a dead grant', async (_name, reply, kind) => {
    platform.answers(reply);
    await expect(reader.profile(access)).rejects.toMatchObject({ kind });
  });
});
