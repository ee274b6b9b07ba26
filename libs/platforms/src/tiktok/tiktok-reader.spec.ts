import type { RateUsage } from '../capabilities/client-options';
import { SecretText } from '../secret-text';
import { all, freshToken, LoopbackPlatform } from '../testing/loopback-platform';
import { TikTokReader } from './tiktok-reader';

describe('TikTokReader', () => {
  let platform: LoopbackPlatform;
  let reader: TikTokReader;
  const usages: RateUsage[] = [];
  const now = new Date('2026-11-02T10:00:00Z');
  const access = { token: new SecretText(freshToken('act')), accountId: 'open-1' };

  beforeAll(async () => {
    platform = await LoopbackPlatform.start();
    reader = new TikTokReader(
      { openApiUrl: platform.url },
      { profile: 'local', now: () => now, onUsage: (usage) => usages.push(usage) },
    );
  });
  beforeEach(() => {
    platform.reset();
    usages.length = 0;
  });
  afterAll(async () => {
    await reader.close();
    await platform.stop();
  });

  const list = (data: object) => ({ json: { data, error: { code: 'ok', message: '', log_id: 'l' } } });
  const video = (id: string, create_time = 1763000000) => ({ id, create_time });

  it('reports an allowance that is used up, which TikTok tells by refusing', async () => {
    platform.answers({
      status: 429,
      json: { data: {}, error: { code: 'rate_limit_exceeded', message: '', log_id: 'l' } },
    });
    await expect(reader.profile({ ...access, scopes: [] })).rejects.toMatchObject({ kind: 'throttled' });
    const regainAt = new Date('2026-11-02T10:01:00Z');
    const spent = { api: 'tiktok', scope: 'app', subjectId: null, percent: 100 };
    expect(usages).toEqual([{ ...spent, bucket: 'rate', regainAt }]);
  });

  it('asks only for fields that the granted scopes open', async () => {
    platform.answers(list({ user: { open_id: 'open-1', display_name: 'Bakery', follower_count: 12 } }));
    const scopes = ['user.info.stats', 'video.list'];
    const profile = await reader.profile({ ...access, scopes });
    expect(profile).toMatchObject({ id: 'open-1', handle: null, followers: 12, verified: null, posts: null });
    const fields = platform.calls[0]?.query['fields']?.split(',');
    expect(fields).toEqual(expect.arrayContaining(['open_id', 'follower_count']));
    expect(fields).not.toContain('username');
  });

  it('goes on while there is more, even over a short or empty page', async () => {
    platform.answers(
      list({ videos: [video('7123')], cursor: 1762000000000, has_more: true }),
      list({ videos: [], cursor: 1761000000000, has_more: true }),
      list({ videos: [video('7122'), { id: 5 }], cursor: 1760000000000, has_more: false }),
    );
    const pages = await all(reader.posts(access));
    expect(pages.map(({ posts, next, skipped }) => [posts.length, next, skipped])).toEqual([
      [1, '1762000000000', 0],
      [0, '1761000000000', 0],
      [1, null, 1],
    ]);
    expect(platform.calls.map((call) => JSON.parse(call.body) as unknown)).toEqual([
      { max_count: 20 },
      { max_count: 20, cursor: 1762000000000 },
      { max_count: 20, cursor: 1761000000000 },
    ]);
  });

  it('ends at a cursor that stands still, and when it is far enough back', async () => {
    platform.answers(list({ videos: [], cursor: 5, has_more: true }), list({ videos: [], cursor: 5, has_more: true }));
    expect(await all(reader.posts(access))).toHaveLength(2);
    platform.answers(list({ videos: [video('1', 1760000000)], cursor: 4, has_more: true }));
    expect(await all(reader.posts({ ...access, since: new Date(1761000000000) }))).toHaveLength(1);
  });

  it('reads a video; hidden counts stay absent', async () => {
    const described = { ...video('7123'), title: 'T', video_description: 'd #bread', duration: 31, view_count: 0 };
    platform.answers(list({ videos: [{ ...described, like_count: null, share_url: 'https://www.tiktok.com/x' }] }));
    expect(await reader.postsById({ ...access, ids: ['7123'] })).toEqual([
      {
        id: '7123',
        type: 'video',
        caption: 'd #bread',
        permalink: 'https://www.tiktok.com/x',
        publishedAt: new Date(1763000000000),
        thumbnailUrl: null,
        durationSeconds: 31,
        counts: { views: 0 },
      },
    ]);
  });

  it('asks for at most 20 videos at once', async () => {
    platform.answers(list({ videos: [] }), list({ videos: [] }));
    await reader.postsById({ ...access, ids: Array.from({ length: 21 }, (_, index) => String(index)) });
    const sizes = platform.calls.map(
      (call) => (JSON.parse(call.body) as { filters: { video_ids: string[] } }).filters.video_ids.length,
    );
    expect(sizes).toEqual([20, 1]);
  });

  it('names the permission that a refused list needs', async () => {
    platform.answers({ status: 401, json: { data: {}, error: { code: 'scope_not_authorized', message: '' } } });
    await expect(reader.posts(access).next()).rejects.toMatchObject({
      failure: { kind: 'scope_lost', scopes: ['video.list'] },
    });
  });
});
