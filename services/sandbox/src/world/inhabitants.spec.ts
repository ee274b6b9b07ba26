import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { at, column, listAt, numberAt, textAt } from '../testing/json';
import { TestSandbox, YOUTUBE_CALLBACK, YOUTUBE_SCOPES } from '../testing/test-sandbox';
import { FIRST_GENERATED } from './generated-people';
import { Inhabitants } from './inhabitants';
import { World } from './world';

const MILLION = 1_000_000;
const START = Date.UTC(2026, 10, 1);
const DAY = 86_400_000;

describe('the generated world', () => {
  const world = new World(
    'seed',
    () => START,
    () => MILLION,
  );
  const { inhabitants } = world;

  it('is the same for the same seed, another for another, and ends where it is told to', () => {
    expect(inhabitants.tiktok('world-tiktok-999999')).toEqual(
      new Inhabitants('seed', () => MILLION).tiktok('world-tiktok-999999'),
    );
    expect(inhabitants.tiktok('world-tiktok-7')).not.toEqual(
      new Inhabitants('other', () => MILLION).tiktok('world-tiktok-7'),
    );
    const small = new Inhabitants('seed', () => 10);
    expect([9, 10].map((i) => small.google(`world-youtube-${i}`) !== undefined)).toEqual([true, false]);
    for (const id of ['world-youtube-01', 'world-youtube--1', 'world-instagram-3', 'world-youtube-1e3'])
      expect(inhabitants.google(id)).toBeUndefined();
  });

  it('leads from handles and numbers back to the person', () => {
    for (const index of [0, 1, 54_321, 999_999]) {
      const youtube = inhabitants.google(`world-youtube-${index}`);
      const channel = youtube?.identities[0].channel;
      expect(inhabitants.channelNumberOfHandle(channel?.handle ?? '')).toBe(channel?.number);
      expect(inhabitants.channelOwner(channel?.number ?? -1)?.persona.id).toBe(`world-youtube-${index}`);
      const tiktok = inhabitants.tiktok(`world-tiktok-${index}`);
      expect(inhabitants.tiktokWithHandle(tiktok?.handle ?? '')?.id).toBe(`world-tiktok-${index}`);
      const instagram = inhabitants.instagram(
        inhabitants.facebook(`world-instagram-${index}`)?.pages[0]?.instagram ?? -1,
      );
      expect(inhabitants.instagramNamed(instagram?.username ?? '')?.number).toBe(instagram?.number);
    }
    expect(inhabitants.tiktokWithHandle('nobody.cooks.7')).toBeUndefined();
  });

  it.each([10, 10_000, MILLION])('holds %i accounts with posts in no memory, and nobody beyond', (size) => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const sized = new World(
      'seed',
      () => START,
      () => size,
    );
    const visit = (index: number): number => {
      const instagram = sized.inhabitants.instagram(FIRST_GENERATED + index);
      const tiktok = sized.inhabitants.tiktok(`world-tiktok-${index}`);
      const channel = sized.inhabitants.google(`world-youtube-${index}`)?.identities[0].channel;
      if (!instagram || !tiktok || !channel) throw new Error(`nobody at ${index}`);
      const post = sized.instagram.post(instagram, instagram.posting.atStart - 1);
      const video = sized.tiktok.video(tiktok, tiktok.attributes, 3, START);
      const youtube = sized.youtube.video(channel, sized.youtube.countUntil(channel, START) - 1, START + DAY);
      return post.at + video.views + youtube.views;
    };
    expect(() => visit(size - 1)).not.toThrow();
    expect(() => visit(size)).toThrow('nobody');
    const walk = (visits: number): number => {
      let sum = 0;
      // A prime step visits everybody before it meets somebody twice.
      for (let i = 0; i < visits; i++) sum += visit((i * 611_953) % size);
      return sum;
    };
    walk(500);
    collect();
    const before = process.memoryUsage().heapUsed;
    expect(walk(6_000)).toBeGreaterThan(0);
    collect();
    expect((process.memoryUsage().heapUsed - before) / 2 ** 20).toBeLessThan(4);
  });
});

describe('a sandbox with a million accounts', () => {
  let box: TestSandbox;
  beforeAll(async () => {
    box = await TestSandbox.start();
    await box.control('world', { accounts: MILLION });
  });
  afterAll(() => box.stop());
  const codeOf = async (url: string): Promise<string> =>
    new URL((await box.browser.get(url)).location ?? '').searchParams.get('code') ?? '';

  it('tells its size and any piece of it', async () => {
    const { json } = await box.control('world?from=999998&count=5');
    expect(json).toMatchObject({
      accounts: MILLION,
      instagram: ['world-instagram-999998', 'world-instagram-999999'],
      youtube: ['world-youtube-999998', 'world-youtube-999999'],
    });
    expect((await box.control('world', { accounts: -1 })).status).toBe(400);
  });

  it('connects an Instagram account without a click, and reads its posts', async () => {
    const code = await codeOf(box.dialogUrl({ sandbox_persona: 'world-instagram-123456' }));
    const token = textAt((await box.redeemCode(code)).json, 'access_token');
    const { json } = await box.graph('me/accounts?fields=instagram_business_account{id,username}', token);
    const account = textAt(json, 'data.0.instagram_business_account.id');
    const posts = await box.graph(`${account}/media?fields=id,timestamp&limit=50`, token);
    expect(listAt(posts.json, 'data').length).toBeGreaterThan(4);
    await box.control('personas/world-instagram-123456/remove-app', {});
    expect((await box.graph('me', token)).json).toMatchObject({ error: { error_subcode: 458 } });
  });

  it('connects a TikTok account without a click, and reads its videos', async () => {
    const code = await codeOf(box.authorizeUrl({ sandbox_persona: 'world-tiktok-765432' }));
    const access = textAt((await box.redeemTikTok(code)).json, 'access_token');
    const { json } = await box.tiktok('video/list/?fields=id,view_count', access, { max_count: 20 });
    expect(listAt(json, 'data.videos').length).toBeGreaterThan(4);
    const { json: user } = await box.tiktok('user/info/?fields=username', access);
    const status = await box.ttcm(
      `tcm/creator/status/get/?tcm_account_id=${box.keys.ttcmAccount}&handle_names=["${textAt(user, 'data.user.username')}"]`,
    );
    expect(textAt(status.json, 'data.onboarding_status.0.status')).toMatch(/IN$/);
  });

  it('connects a YouTube account without a click, and reads its videos', async () => {
    const code = await codeOf(box.authUrl({ sandbox_persona: 'world-youtube-31' }));
    const access = textAt((await box.redeemGoogle(code)).json, 'access_token');
    const { json } = await box.youtube('channels?part=contentDetails,snippet&mine=true', access);
    const playlist = textAt(json, 'items.0.contentDetails.relatedPlaylists.uploads');
    const uploads = await box.youtube(`playlistItems?part=contentDetails&maxResults=50&playlistId=${playlist}`, access);
    const ids = listAt(uploads.json, 'items').map((item) => textAt(item, 'contentDetails.videoId'));
    const videos = await box.youtube(`videos?part=statistics&id=${ids.join(',')}`, access);
    expect(column(videos.json, 'items', 'id').length).toBeGreaterThan(3);
    const report = await box.analytics({ dimensions: 'day' }, access);
    expect(numberAt(report.json, 'rows.0.1')).toBeGreaterThan(0);
  });

  it('agrees as the persona usually would, at each platform, and as nobody else', async () => {
    const unticked = new URL(
      (await box.browser.get(box.authUrl({ sandbox_persona: 'youtube-no-analytics' }))).location ?? '',
    );
    expect(unticked.searchParams.get('scope')).toBe(YOUTUBE_SCOPES.slice(0, 2).join(' '));
    const brand = { sandbox_persona: 'youtube-brand-account', sandbox_identity: 'brand-721' };
    expect((await box.browser.get(box.authUrl(brand))).location).toContain(YOUTUBE_CALLBACK);
    const refused = await box.browser.get(box.dialogUrl({ sandbox_persona: 'creator-refuses' }));
    expect(refused.location).toContain('error=access_denied');
    await box.browser.post('google://logout');
    expect((await box.browser.get(box.authUrl({ sandbox_persona: 'world-youtube-1000000' }))).body).toContain(
      'id="login"',
    );
    expect((await box.control('personas/world-youtube-1000000')).status).toBe(404);
  });

  it('lets hundreds connect at once, each with a grant of its own', async () => {
    const ids = Array.from({ length: 300 }, (_, i) => `world-youtube-${(i * 3_331) % MILLION}`);
    const subs = await Promise.all(
      ids.map(async (id) => {
        const code = await codeOf(box.authUrl({ sandbox_persona: id }));
        const access = textAt((await box.redeemGoogle(code)).json, 'access_token');
        return textAt((await box.form('/google-oauth/tokeninfo', { access_token: access })).json, 'sub');
      }),
    );
    expect(new Set(subs).size).toBe(300);
    expect(at((await box.control(`personas/${ids[299] ?? ''}`)).json, 'state.grants.0.status')).toBe('active');
  });
});
