import type { RateUsage } from '../capabilities/client-options';
import { SecretText } from '../secret-text';
import { all, freshToken, LoopbackPlatform } from '../testing/loopback-platform';
import { YouTubePublicReader } from './youtube-public-reader';
import { YouTubeReader } from './youtube-reader';

const token = new SecretText(freshToken('access'));
const apiKey = new SecretText(freshToken('key'));
const access = { token, accountId: 'UCabc' };
const usages: RateUsage[] = [];

let platform: LoopbackPlatform;
let reader: YouTubeReader;
let open: YouTubePublicReader;

beforeAll(async () => {
  platform = await LoopbackPlatform.start();
  const options = {
    profile: 'local',
    now: () => new Date('2026-11-02T10:00:00Z'),
    onUsage: (usage: RateUsage) => void usages.push(usage),
  } as const;
  reader = new YouTubeReader({ dataUrl: platform.url, analyticsUrl: platform.url }, options);
  open = new YouTubePublicReader({ apiKey, dataUrl: platform.url }, options);
});
beforeEach(() => {
  platform.reset();
  usages.length = 0;
});
afterAll(async () => {
  await Promise.all([reader.close(), open.close()]);
  await platform.stop();
});

const channel = (statistics: object = { subscriberCount: '12300', videoCount: '87', secret: '1' }) => ({
  json: {
    items: [
      {
        id: 'UCabc',
        snippet: { title: 'Ana', customUrl: '@ana', thumbnails: { default: { url: 'https://i.example/a' } } },
        statistics,
        contentDetails: { relatedPlaylists: { uploads: 'UUabc' } },
        privateField: 'x',
      },
    ],
  },
});
const video = (id: string, more: object = {}) => ({
  id,
  snippet: { title: 'T', publishedAt: '2026-11-01T00:00:00Z' },
  contentDetails: { duration: 'PT1M3S' },
  statistics: { viewCount: '1000', commentCount: '7' },
  status: { privacyStatus: 'public' },
  privateField: 'x',
  ...more,
});
const uploads = (ids: string[], nextPageToken?: string) => ({
  json: { items: ids.map((videoId) => ({ contentDetails: { videoId } })), nextPageToken },
});
const refusal = (status: number, reason: string, message = '') => ({
  status,
  json: { error: { code: status, message, errors: [{ domain: 'global', reason, message }] } },
});

it('reads counts as numbers; hidden is not zero, and nothing unknown comes through', async () => {
  platform.answers(channel(), channel({ hiddenSubscriberCount: true, subscriberCount: '0' }));
  const profile = await reader.profile(access);
  expect(profile).toMatchObject({ id: 'UCabc', handle: 'ana', displayName: 'Ana', followers: 12300, posts: 87 });
  expect(JSON.stringify(profile)).not.toMatch(/secret|private/i);
  expect(await reader.profile(access)).toMatchObject({ followers: null, posts: null });
});

it('an account without this channel is gone', async () => {
  platform.answers({ json: { pageInfo: { totalResults: 0 } } });
  await expect(reader.profile(access)).rejects.toMatchObject({ kind: 'account_gone' });
});

it('reads public videos page by page; a missing like count is hidden, a deleted video is missing', async () => {
  const hidden = video('v3', { status: { privacyStatus: 'private' } });
  platform.answers(
    channel(),
    uploads(['v1', 'v2', 'v3'], 'N'),
    { json: { items: [video('v1'), hidden, { id: 'odd' }] } },
    uploads([]),
  );
  const pages = await all(reader.posts(access));
  expect(pages).toEqual([
    { posts: [expect.objectContaining({ id: 'v1', durationSeconds: 63 })], next: 'N', skipped: 1 },
    { posts: [], next: null, skipped: 0 },
  ]);
  expect(pages[0]?.posts[0]?.counts).toEqual({ views: 1000, comments: 7 });
});

it('a channel without videos has no uploads playlist', async () => {
  platform.answers(channel(), refusal(404, 'playlistNotFound'));
  expect(await all(reader.posts(access))).toEqual([{ posts: [], next: null, skipped: 0 }]);
});

it('a report without rows is missing data, not zero', async () => {
  platform.answers({ json: { columnHeaders: [{ name: 'video' }] } });
  const insights = (await reader.insightsOfPosts({ ...access, ids: ['v1'], without: ['likes'] })).get('v1');
  expect(insights).toMatchObject({ status: 'measured', values: [], refused: [] });
  expect(insights?.missing).toContain('views');
  expect(platform.calls[0]?.query['metrics']).not.toContain('likes');
});

it('a retired metric is found by asking for each alone, and the others still come', async () => {
  platform.answers(refusal(400, 'badRequest', 'The query is not supported.'));
  for (let at = 0; at < 10; at++) {
    const isRetired = at === 1;
    platform.answers(isRetired ? refusal(400, 'badRequest', 'The query is not supported.') : { json: {} });
  }
  platform.answers({ json: { columnHeaders: [{ name: 'video' }, { name: 'views' }], rows: [['v1', 12]] } });
  const insights = (await reader.insightsOfPosts({ ...access, ids: ['v1'] })).get('v1');
  expect(insights).toMatchObject({ refused: ['engagedViews'], values: [{ metric: 'views', value: 12 }] });
});

it('sums the audience by age and by gender', async () => {
  platform.answers(
    {
      json: {
        columnHeaders: [{ name: 'ageGroup' }, { name: 'gender' }, { name: 'viewerPercentage' }],
        rows: [
          ['age18-24', 'female', 30],
          ['age18-24', 'male', 10],
          ['age25-34', 'female', 60],
        ],
      },
    },
    { json: {} },
  );
  const { slices } = await reader.audience(access);
  expect(slices.map(({ dimension, rows }) => [dimension, rows])).toEqual([
    [
      'age',
      [
        { key: '25-34', count: 60 },
        { key: '18-24', count: 40 },
      ],
    ],
    [
      'gender',
      [
        { key: 'female', count: 90 },
        { key: 'male', count: 10 },
      ],
    ],
    ['country', []],
  ]);
});

it('reports a quota that is used up, until midnight in California', async () => {
  platform.answers(refusal(403, 'quotaExceeded'), refusal(403, 'quotaExceeded'));
  await expect(reader.profile(access)).rejects.toMatchObject({ kind: 'throttled' });
  await expect(open.search('cake', 5)).rejects.toMatchObject({ kind: 'throttled' });
  const spent = { api: 'youtube', scope: 'app', subjectId: null, percent: 100 };
  const regainAt = new Date('2026-11-03T08:00:00Z');
  expect(usages).toEqual([
    { ...spent, bucket: 'units', regainAt },
    { ...spent, bucket: 'searches', regainAt },
  ]);
});

it('finds channels by handle and keyword with the key in a header only', async () => {
  platform.answers(channel(), { json: {} }, { json: { items: [{ id: { channelId: 'UCabc' } }] } }, channel());
  expect(await open.byHandle('@ana')).toMatchObject({ id: 'UCabc' });
  expect(await open.byHandle('nobody')).toBeNull();
  expect(await open.search('cake', 5)).toMatchObject([{ id: 'UCabc' }]);
  for (const call of platform.calls) {
    expect(call.headers['x-goog-api-key']).toBe(apiKey.reveal());
    expect(call.headers['authorization']).toBeUndefined();
    expect(call.url).not.toContain(apiKey.reveal());
  }
});

it('reads what is public of a channel without anybody’s grant; one that is gone says so', async () => {
  const hidden = video('v2', { status: { privacyStatus: 'unlisted' } });
  platform.answers(
    channel(),
    channel(),
    uploads(['v1', 'v2']),
    { json: { items: [video('v1'), hidden] } },
    { json: {} },
  );
  expect(await open.publicProfile('UCabc')).toMatchObject({ id: 'UCabc', followers: 12300 });
  const pages = await all(open.publicPosts({ accountId: 'UCabc' }));
  expect(pages).toMatchObject([{ posts: [{ id: 'v1', counts: { views: 1000, comments: 7 } }], next: null }]);
  expect(pages[0]?.posts).toHaveLength(1);
  await expect(open.publicProfile('UCgone')).rejects.toMatchObject({ kind: 'account_gone' });
});
