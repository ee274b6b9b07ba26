import { youtube } from '@googleapis/youtube';
import { youtubeAnalytics } from '@googleapis/youtubeanalytics';
import { CodeChallengeMethod, OAuth2Client } from 'google-auth-library';
import { TestSandbox, YOUTUBE_CALLBACK, YOUTUBE_SCOPES } from '../testing/test-sandbox';

/** Code that none of us wrote: Google's own clients, pointed at the sandbox, make their own calls. */
describe('Google’s own libraries', () => {
  let box: TestSandbox;
  beforeAll(async () => (box = await TestSandbox.start()));
  afterAll(() => box.stop());
  beforeEach(() => box.control('reset', {}));

  const at = (path: string): string => `http://127.0.0.1:${box.port}${path}`;
  /** Given with each call: set once for all, the library would drop the path of the address. */
  const toData = () => ({ rootUrl: at('/google-youtube/') });
  const newClient = (): OAuth2Client =>
    new OAuth2Client({
      clientId: box.keys.googleId,
      clientSecret: box.keys.googleSecret,
      redirectUri: YOUTUBE_CALLBACK,
      forceRefreshOnFailure: true,
      endpoints: {
        oauth2AuthBaseUrl: `http://google.localhost:${box.port}/o/oauth2/v2/auth`,
        oauth2TokenUrl: at('/google-oauth/token'),
        oauth2RevokeUrl: at('/google-oauth/revoke'),
        tokenInfoUrl: at('/google-oauth/tokeninfo'),
        oauth2FederatedSignonPemCertsUrl: at('/google-oauth/v1/certs'),
      },
    });

  /** The library makes the address and redeems the code; only the person's click is ours. */
  async function connected(persona = 'youtube-creator'): Promise<OAuth2Client> {
    const client = newClient();
    const { codeVerifier, codeChallenge } = await client.generateCodeVerifierAsync();
    const url = client.generateAuthUrl({
      access_type: 'offline',
      scope: YOUTUBE_SCOPES,
      state: 'made by the library',
      code_challenge_method: CodeChallengeMethod.S256,
      ...(codeChallenge === undefined ? {} : { code_challenge: codeChallenge }),
    });
    await box.browser.post('google://login', { persona, next: '/' });
    expect((await box.browser.get(url)).body).toContain('id="consent"');
    const decided = await box.browser.post(url.replace('/auth?', '/auth/consent?'), {
      scope: YOUTUBE_SCOPES,
      decision: 'continue',
    });
    const back = new URL(decided.location ?? '');
    expect(back.searchParams.get('state')).toBe('made by the library');
    const { tokens } = await client.getToken({ code: back.searchParams.get('code') ?? '', codeVerifier });
    client.setCredentials(tokens);
    return client;
  }

  it('google-auth-library redeems, verifies the ID token, inspects and renews', async () => {
    const client = await connected();
    const { id_token: idToken, access_token: access, refresh_token: refresh } = client.credentials;
    const ticket = await client.verifyIdToken({ idToken: idToken ?? '', audience: box.keys.googleId });
    const info = await client.getTokenInfo(access ?? '');
    expect(info).toMatchObject({ aud: box.keys.googleId, sub: ticket.getUserId(), scopes: YOUTUBE_SCOPES });
    const renewed = await client.refreshAccessToken();
    expect(renewed.credentials.refresh_token).toBe(refresh);
    expect(renewed.credentials.access_token).not.toBe(access);
  });

  it.each(['aud', 'iss', 'exp', 'signature', 'alg_none'])(
    'google-auth-library refuses a wrong ID token: %s',
    async (claim) => {
      await box.control('faults', { platform: 'google', kind: 'wrong_id_token', claim });
      const client = await connected();
      const idToken = client.credentials.id_token ?? '';
      await expect(client.verifyIdToken({ idToken, audience: box.keys.googleId })).rejects.toThrow();
    },
  );

  it('@googleapis/youtube reads channel, uploads and videos', async () => {
    const api = youtube({ version: 'v3', auth: await connected() });
    const { data: channels } = await api.channels.list(
      {
        part: ['snippet', 'statistics', 'contentDetails'],
        mine: true,
      },
      toData(),
    );
    const channel = channels.items?.[0];
    expect(channel?.snippet?.customUrl).toBe('@sandbox.creator');
    expect(channel?.statistics?.subscriberCount).toBe('12300');
    const playlistId = channel?.contentDetails?.relatedPlaylists?.uploads ?? '';
    const ids: string[] = [];
    let pageToken: string | undefined;
    do {
      const { data } = await api.playlistItems.list(
        { part: ['contentDetails'], playlistId, maxResults: 50, ...(pageToken === undefined ? {} : { pageToken }) },
        toData(),
      );
      ids.push(...(data.items ?? []).map((item) => item.contentDetails?.videoId ?? ''));
      pageToken = data.nextPageToken ?? undefined;
    } while (pageToken !== undefined);
    expect(ids).toHaveLength(64);
    const { data: videos } = await api.videos.list({ part: ['statistics', 'status'], id: ids.slice(0, 50) }, toData());
    expect(videos.items?.length).toBeGreaterThan(40);
    expect(videos.items?.every((video) => /^\d+$/.test(video.statistics?.viewCount ?? ''))).toBe(true);
    const { data: found } = await api.search.list({ part: ['id'], forMine: true, type: ['video'] }, toData());
    expect(found.items?.[0]?.id?.videoId).toBe(ids[0]);
  });

  it('@googleapis/youtube finds channels by handle and by words with a key, and takes what it asked for alone', async () => {
    const api = youtube({ version: 'v3', auth: box.keys.googleKey });
    const { data: named } = await api.channels.list(
      {
        part: ['snippet', 'statistics'],
        forHandle: '@sandbox.creator',
        fields: 'items(id,statistics/subscriberCount)',
      },
      toData(),
    );
    expect(named).toEqual({ items: [{ id: expect.any(String), statistics: { subscriberCount: '12300' } }] });
    const { data: found } = await api.search.list(
      { part: ['snippet'], type: ['channel'], q: 'sandbox creator' },
      toData(),
    );
    expect(found.items?.map((item) => item.id?.channelId)).toEqual([named.items?.[0]?.id]);
  });

  it('@googleapis/youtube renews a dead access token by itself, and reports a spent quota', async () => {
    const auth = await connected();
    const api = youtube({ version: 'v3', auth });
    await box.control('personas/youtube-creator/expire-access-token', {});
    const { data } = await api.channels.list({ part: ['id'], mine: true }, toData());
    expect(data.pageInfo?.totalResults).toBe(1);
    await box.control('settings', { google: { unitsPerDay: 1 } });
    await expect(api.channels.list({ part: ['id'], mine: true }, toData())).rejects.toMatchObject({
      status: 403,
      response: { data: { error: { errors: [{ reason: 'quotaExceeded' }] } } },
    });
  });

  it('@googleapis/youtubeanalytics queries reports', async () => {
    const api = youtubeAnalytics({ version: 'v2', auth: await connected() });
    const { data } = await api.reports.query(
      {
        ids: 'channel==MINE',
        startDate: '2026-01-01',
        endDate: '2030-01-01',
        dimensions: 'ageGroup,gender',
        metrics: 'viewerPercentage',
      },
      { rootUrl: at('/google-analytics/') },
    );
    expect(data.columnHeaders?.map((column) => column.name)).toEqual(['ageGroup', 'gender', 'viewerPercentage']);
    expect(data.rows?.length).toBeGreaterThan(10);
  });

  it.each([
    ['a day', { dimensions: 'day' }, 'views,engagedViews,averageViewPercentage,subscribersGained'],
    ['a country', { dimensions: 'country', sort: '-views' }, 'views,estimatedMinutesWatched'],
    ['a device', { dimensions: 'deviceType' }, 'views,estimatedMinutesWatched'],
    ['the best videos', { dimensions: 'video', sort: '-views', maxResults: 5 }, 'views,likes,comments,shares'],
  ])('@googleapis/youtubeanalytics queries numbers by %s', async (_what, more, metrics) => {
    const api = youtubeAnalytics({ version: 'v2', auth: await connected() });
    const span = { startDate: '2026-01-01', endDate: '2030-01-01' };
    const { data } = await api.reports.query(
      { ids: 'channel==MINE', ...span, metrics, ...more },
      { rootUrl: at('/google-analytics/') },
    );
    expect(data.columnHeaders?.map((column) => column.name)).toEqual([more.dimensions, ...metrics.split(',')]);
    expect(data.rows?.length).toBeGreaterThan(1);
  });

  it('google-auth-library revokes, and is told that the grant is dead', async () => {
    const client = await connected();
    await client.revokeToken(client.credentials.refresh_token ?? '');
    await expect(client.refreshAccessToken()).rejects.toMatchObject({
      response: { data: { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' } },
    });
  });
});
