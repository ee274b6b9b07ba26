import { at, column, listAt, numberAt, textAt } from '../../testing/json';
import { TestSandbox, YOUTUBE_SCOPES } from '../../testing/test-sandbox';

const ALL = 'part=snippet,statistics,contentDetails,status';

describe('the YouTube Data API', () => {
  let box: TestSandbox;
  beforeAll(async () => (box = await TestSandbox.start()));
  afterAll(() => box.stop());
  beforeEach(() => box.control('reset', {}));

  const tokenOf = async (persona: string, choice = {}) => (await box.googleTokens(persona, choice)).access;
  const uploadsOf = async (token: string): Promise<string> => {
    const { json } = await box.youtube('channels?part=contentDetails&mine=true', token);
    return textAt(json, 'items.0.contentDetails.relatedPlaylists.uploads');
  };
  const withKey = (path: string, key = box.keys.googleKey) =>
    box.call(`/google-youtube/youtube/v3/${path}`, { headers: { 'x-goog-api-key': key } });

  /** Every upload, over all pages. */
  async function everyUpload(token: string, playlist: string): Promise<unknown[]> {
    const all: unknown[] = [];
    let page = '';
    do {
      const query = `playlistItems?part=snippet,contentDetails,status&maxResults=50&playlistId=${playlist}${page}`;
      const { json } = await box.youtube(query, token);
      all.push(...listAt(json, 'items'));
      page = at(json, 'nextPageToken') === undefined ? '' : `&pageToken=${textAt(json, 'nextPageToken')}`;
    } while (page !== '');
    return all;
  }

  describe('channels', () => {
    it('tells counts as text, rounded to three digits', async () => {
      const { json } = await box.youtube(`channels?${ALL}&mine=true`, await tokenOf('youtube-creator'));
      expect(json).toMatchObject({
        kind: 'youtube#channelListResponse',
        pageInfo: { totalResults: 1, resultsPerPage: 5 },
        items: [
          {
            id: expect.stringMatching(/^UC[\w-]{22}$/),
            snippet: { customUrl: '@sandbox.creator', country: 'US' },
            statistics: {
              subscriberCount: '12300',
              hiddenSubscriberCount: false,
              viewCount: expect.stringMatching(/^\d+$/),
            },
            contentDetails: { relatedPlaylists: { uploads: expect.stringMatching(/^UU[\w-]{22}$/) } },
          },
        ],
      });
      expect((await box.youtube('channels?part=id&mine=true', await tokenOf('youtube-creator'))).json).toMatchObject({
        items: [expect.not.objectContaining({ snippet: expect.anything() })],
      });
    });

    it('leaves hidden counts out', async () => {
      const token = await tokenOf('youtube-hidden-counts');
      const { json } = await box.youtube(`channels?${ALL}&mine=true`, token);
      expect(at(json, 'items.0.statistics')).toMatchObject({ hiddenSubscriberCount: true });
      expect(at(json, 'items.0.statistics')).not.toHaveProperty('subscriberCount');
      const [newest] = await everyUpload(token, await uploadsOf(token));
      const video = await box.youtube(`videos?${ALL}&id=${textAt(newest, 'contentDetails.videoId')}`, token);
      expect(at(video.json, 'items.0.statistics')).toEqual({ viewCount: expect.any(String), favoriteCount: '0' });
    });

    it('has no list at all where there is no channel', async () => {
      const { json, status } = await box.youtube('channels?part=id&mine=true', await tokenOf('youtube-no-channel'));
      expect(status).toBe(200);
      expect(json).not.toHaveProperty('items');
      expect(json).toMatchObject({ pageInfo: { totalResults: 0 } });
    });

    it.each([
      ['youtube-suspended', 'channelSuspended'],
      ['youtube-closed', 'channelClosed'],
    ])('tells %s why', async (persona, reason) => {
      const answer = await box.youtube('channels?part=id&mine=true', await tokenOf(persona));
      expect(answer).toMatchObject({ status: 403, json: { error: { code: 403, errors: [{ reason }] } } });
    });

    it('finds public ones by id or handle, with the key of the installation', async () => {
      const named = await withKey(`channels?${ALL}&forHandle=@sandbox.creator`);
      const id = textAt(named.json, 'items.0.id');
      const listed = await withKey(`channels?${ALL}&id=${id},UCnobody`);
      expect(column(listed.json, 'items', 'id')).toEqual([id]);
      expect((await withKey('channels?part=id&forHandle=nobody')).json).toMatchObject({
        pageInfo: { totalResults: 0 },
      });
      expect((await withKey('channels?part=id&mine=true')).status).toBe(401);
      expect((await withKey('channels?part=id&id=x', 'not-the-key')).status).toBe(400);
      expect((await box.call('/google-youtube/youtube/v3/channels?part=id&id=x')).status).toBe(403);
      expect((await withKey('channels?part=id&forHandle=@sandbox.closed')).json).not.toHaveProperty('items');
    });
  });

  describe('uploads and videos', () => {
    it('lists all uploads in pages, newest first, numbered through', async () => {
      const token = await tokenOf('youtube-creator');
      const all = await everyUpload(token, await uploadsOf(token));
      expect(all).toHaveLength(64);
      expect(all.map((item) => numberAt(item, 'snippet.position'))).toEqual(all.map((_, i) => i));
      const times = all.map((item) => textAt(item, 'snippet.publishedAt'));
      expect(times).toEqual(times.toSorted().toReversed());
      expect(new Set(all.map((item) => textAt(item, 'status.privacyStatus')))).toEqual(
        new Set(['public', 'private', 'unlisted', 'privacyStatusUnspecified']),
      );
    });

    it('shows others only what is public', async () => {
      const playlist = await uploadsOf(await tokenOf('youtube-creator'));
      const all = await everyUpload(await tokenOf('youtube-other-account'), playlist);
      expect(all.map((item) => textAt(item, 'status.privacyStatus'))).not.toContain('private');
      expect(all.length).toBeLessThan(64);
    });

    it('leaves deleted and unknown ids out, and counts what it can see', async () => {
      const token = await tokenOf('youtube-creator');
      const playlist = await uploadsOf(token);
      const [newest, second] = await everyUpload(token, playlist);
      await box.control('personas/youtube-creator/delete-newest-video', {});
      const ids = [newest, second].map((item) => textAt(item, 'contentDetails.videoId'));
      const { json } = await box.youtube(`videos?${ALL}&id=${ids.join(',')},nobodyknows`, token);
      expect(column(json, 'items', 'id')).toEqual([ids[1]]);
      const [first] = await everyUpload(token, playlist);
      expect(at(first, 'snippet.title')).toBe('Deleted video');
      expect(at(json, 'items.0')).toMatchObject({
        contentDetails: { duration: expect.stringMatching(/^PT/) },
        statistics: { viewCount: expect.stringMatching(/^\d+$/), likeCount: expect.any(String), favoriteCount: '0' },
      });
    });

    it('takes repeated parts, as Google’s own client writes them', async () => {
      const { json } = await box.youtube(
        'channels?part=snippet&part=statistics&mine=true',
        await tokenOf('youtube-creator'),
      );
      expect(Object.keys(at(json, 'items.0') as object).sort()).toEqual([
        'etag',
        'id',
        'kind',
        'snippet',
        'statistics',
      ]);
    });

    it.each([
      ['channels?mine=true', 400, 'missingRequiredParameter'],
      ['channels?part=id', 400, 'missingRequiredParameter'],
      ['channels?part=nonsense&mine=true', 400, 'unknownPart'],
      ['channels?part=id&mine=true&maxResults=51', 400, 'invalidValue'],
      ['playlistItems?part=id&playlistId=UUnobody', 404, 'playlistNotFound'],
      [`videos?part=id&id=${Array(51).fill('x').join(',')}`, 400, 'invalidFilters'],
      ['search?part=id&forMine=true', 400, 'invalidSearchFilter'],
      ['comments?part=id', 404, 'notFound'],
    ])('refuses %s', async (path, status, reason) => {
      const answer = await box.youtube(path, await tokenOf('youtube-creator'));
      expect(answer).toMatchObject({ status, json: { error: { code: status, errors: [{ reason }] } } });
    });

    it('refuses a page token that it did not give', async () => {
      const token = await tokenOf('youtube-creator');
      const path = `playlistItems?part=id&playlistId=${await uploadsOf(token)}&pageToken=CAxyz`;
      expect((await box.youtube(path, token)).json).toMatchObject({
        error: { errors: [{ reason: 'invalidPageToken' }] },
      });
    });

    it('searches one’s own videos', async () => {
      const token = await tokenOf('youtube-creator');
      const { json } = await box.youtube('search?part=snippet&forMine=true&type=video&maxResults=3', token);
      expect(column(json, 'items', 'id')).toHaveLength(3);
      expect(
        (await box.youtube('search?part=id&forMine=true&type=video', await tokenOf('youtube-no-channel'))).json,
      ).toMatchObject({ error: { errors: [{ reason: 'youtubeSignupRequired' }] } });
    });
  });

  describe('search for channels', () => {
    const found = async (query: string) => (await withKey(`search?part=snippet&type=channel&${query}`)).json;
    const titles = (json: unknown) => column(json, 'items', 'snippet').map((snippet) => at(snippet, 'title'));

    it('finds those that hold every word, as channels and not as videos', async () => {
      const json = await found('q=Sandbox%20KITCHEN');
      expect(json).toMatchObject({
        kind: 'youtube#searchListResponse',
        pageInfo: { totalResults: 1 },
        items: [
          {
            kind: 'youtube#searchResult',
            id: { kind: 'youtube#channel', channelId: expect.stringMatching(/^UC/) },
            snippet: {
              title: 'Sandbox brand kitchen',
              channelTitle: 'Sandbox brand kitchen',
              liveBroadcastContent: 'none',
            },
          },
        ],
      });
      expect(await found('q=nobody.has.this')).toMatchObject({ pageInfo: { totalResults: 0 }, items: [] });
    });

    it('never finds closed and suspended ones, and finds generated ones page by page', async () => {
      expect(titles(await found('q=sandbox&maxResults=50'))).not.toContain('Sandbox closed');
      const first = await found('q=cooks&maxResults=5');
      expect(titles(first)).toHaveLength(5);
      const second = await found(`q=cooks&maxResults=5&pageToken=${textAt(first, 'nextPageToken')}`);
      expect(new Set([...column(first, 'items', 'etag'), ...column(second, 'items', 'etag')]).size).toBe(10);
    });

    it('is refused without a valid key, and when the day’s searches are used up', async () => {
      await box.control('settings', { google: { searchesPerDay: 1 } });
      expect((await withKey('search?part=id&type=channel&q=a', 'not-the-key')).status).toBe(400);
      expect((await withKey('search?part=id&type=channel&q=a')).status).toBe(200);
      expect((await withKey('search?part=id&type=channel&q=a')).json).toMatchObject({
        error: { code: 403, errors: [{ reason: 'quotaExceeded', domain: 'youtube.quota' }] },
      });
      expect((await withKey('channels?part=id&forHandle=@sandbox.creator')).status).toBe(200);
    });
  });

  describe('partial responses', () => {
    const asked = (fields: string, part = 'snippet,statistics') =>
      withKey(`channels?part=${part}&forHandle=@sandbox.creator&fields=${encodeURIComponent(fields)}`);

    it.each([
      ['items(id,snippet/title)', { items: [{ id: expect.any(String), snippet: { title: 'Sandbox creator' } }] }],
      ['items/statistics/videoCount,nextPageToken', { items: [{ statistics: { videoCount: expect.any(String) } }] }],
      ['pageInfo(*)', { pageInfo: { totalResults: 1, resultsPerPage: 5 } }],
      ['items/contentDetails', { items: [{}] }],
    ])('answer %s and nothing else', async (fields, answer) => {
      expect((await asked(fields)).json).toEqual(answer);
    });

    it.each(['items(', 'items(id,shoe_size)', 'everything', 'items)'])('refuse %s', async (fields) => {
      expect(await asked(fields)).toMatchObject({
        status: 400,
        json: { error: { errors: [{ reason: 'invalidParameter', location: 'fields' }] } },
      });
    });
  });

  describe('what it refuses', () => {
    it('a dead or foreign token', async () => {
      const token = await tokenOf('youtube-creator');
      await box.control('personas/youtube-creator/expire-access-token', {});
      const answer = await box.youtube('channels?part=id&mine=true', token);
      expect(answer).toMatchObject({
        status: 401,
        json: { error: { status: 'UNAUTHENTICATED', errors: [{ reason: 'authError' }] } },
      });
      expect(answer.headers.get('www-authenticate')).toContain('invalid_token');
    });

    it('a call whose scope was not granted', async () => {
      const token = await tokenOf('youtube-creator', { scopes: [YOUTUBE_SCOPES[2] ?? ''] });
      expect(await box.youtube('channels?part=id&mine=true', token)).toMatchObject({
        status: 403,
        json: {
          error: {
            errors: [{ reason: 'insufficientPermissions' }],
            details: [{ reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' }],
          },
        },
      });
    });

    it('everything when the units are used up, search by a bucket of its own, until midnight in California', async () => {
      await box.control('settings', { google: { unitsPerDay: 3, searchesPerDay: 1 } });
      const token = await tokenOf('youtube-creator');
      const reasonOf = async (path: string) => at((await box.youtube(path, token)).json, 'error.errors.0.reason');
      const channels = 'channels?part=id&mine=true';
      const search = 'search?part=id&forMine=true&type=video';
      expect([await reasonOf(channels), await reasonOf('channels?mine=true')]).toEqual([
        undefined,
        'missingRequiredParameter',
      ]);
      expect([await reasonOf(channels), await reasonOf(channels)]).toEqual([undefined, 'quotaExceeded']);
      expect([await reasonOf(search), await reasonOf(search)]).toEqual([undefined, 'quotaExceeded']);
      await box.control('clock', { advanceSeconds: 86_400 });
      const { refresh } = await box.googleTokens('youtube-creator', { more: { prompt: 'consent' } });
      const fresh = textAt((await box.refreshGoogle(refresh)).json, 'access_token');
      expect((await box.youtube(channels, fresh)).status).toBe(200);
    });

    it('too many calls a minute', async () => {
      await box.control('settings', { google: { requestsPerMinute: 1 } });
      const token = await tokenOf('youtube-creator');
      await box.youtube('channels?part=id&mine=true', token);
      expect((await box.youtube('channels?part=id&mine=true', token)).json).toMatchObject({
        error: { code: 403, errors: [{ reason: 'rateLimitExceeded', domain: 'usageLimits' }] },
      });
    });

    it('what a fault says', async () => {
      const token = await tokenOf('youtube-creator');
      const play = async (fault: object) => {
        await box.control('faults', { platform: 'google', operation: 'youtube.*', ...fault });
        const { status, json } = await box.youtube('channels?part=id&mine=true', token);
        return [status, at(json, 'error.errors.0.reason')];
      };
      expect(await play({ kind: 'status' })).toEqual([503, 'backendError']);
      expect(await play({ kind: 'throttle', reason: 'quotaExceeded' })).toEqual([403, 'quotaExceeded']);
      expect(await play({ kind: 'throttle' })).toEqual([403, 'rateLimitExceeded']);
      expect(await play({ kind: 'token_invalid' })).toEqual([401, 'authError']);
      expect(await play({ kind: 'error', code: 'videoNotFound' })).toEqual([404, 'videoNotFound']);
    });
  });

  it('finds tokens and the key in request lines', async () => {
    const token = await tokenOf('youtube-creator');
    await box.call(`/google-youtube/youtube/v3/channels?part=id&mine=true&access_token=${token}`);
    await box.call(`/google-youtube/youtube/v3/channels?part=id&id=x&key=${box.keys.googleKey}`);
    expect(column((await box.control('leaks')).json, 'leaks', 'kind')).toEqual(['token', 'secret']);
  });
});
