import { createHash, createHmac } from 'node:crypto';
import {
  AgencyAuthorization,
  type GrantInspection,
  InstagramDiscovery,
  InstagramGrants,
  InstagramReader,
  LegacyMarketplaceClient,
  SecretText,
  TikTokGrants,
  TikTokOneStatus,
  TikTokReader,
  TtcmApi,
  YouTubeGrants,
  YouTubePublicReader,
  YouTubeReader,
} from './index';
import { leadDefaultHostsTo } from './testing/default-hosts';
import { all, freshToken, LoopbackPlatform, type Reply } from './testing/loopback-platform';
import { type WireLine, wireLine } from './testing/wire';

const secret = (label: string) => new SecretText(freshToken(label));
const [appSecret, clientSecret, token, code, refreshToken, brandToken] = [
  secret('app-secret'),
  secret('client-secret'),
  secret('token'),
  secret('code'),
  secret('refresh'),
  secret('brand'),
];
const appToken = `1385|${appSecret.reveal()}`;
const proofOf = (text: string) => createHmac('sha256', appSecret.reveal()).update(text).digest('hex');
const bearer = `Bearer ${token.reveal()}`;
const proof = proofOf(token.reveal());

/** Nothing about hosts or versions is configured: these are the real platforms' addresses. */
const options = { profile: 'production' } as const;
const instagramGrants = new InstagramGrants({ appId: '1385', appSecret }, options);
const instagram = new InstagramReader({ appSecret }, options);
const discovery = new InstagramDiscovery({ appSecret, accessToken: token, accountId: '17841400000000001' }, options);
const tiktokGrants = new TikTokGrants({ clientKey: 'key1', clientSecret }, options);
const tiktok = new TikTokReader({}, options);
const ttcm = new TtcmApi({}, options);
const agency = { accessToken: brandToken, accountId: '7001' };
const marketplace = new LegacyMarketplaceClient(ttcm, agency);
const tiktokOne = new TikTokOneStatus(ttcm, agency);
const authorization = new AgencyAuthorization(ttcm, { appId: '701', appSecret }, 'production');

const apiKey = secret('api-key');
const youtubeGrants = new YouTubeGrants({ clientId: 'client1', clientSecret }, options);
const youtube = new YouTubeReader({}, options);
const youtubePublic = new YouTubePublicReader({ apiKey }, options);

const redirectUri = 'https://connect.example/oauth/callback';
const access = { token, accountId: '17841400000000001' };
const account = { id: '17841400000000001', username: 'bakery' };
const user = { data: { user: { open_id: 'open-1' } }, error: { code: 'ok' } };
const videos = { data: { videos: [], has_more: false }, error: { code: 'ok' } };
const tokens = { access_token: 'new', expires_in: 7200, open_id: 'open-1', refresh_token: 'newer', scope: 'a' };
const graph = 'graph.facebook.com/v25.0';
const open = 'open.tiktokapis.com/v2';
const channels = 'GET youtube.googleapis.com/youtube/v3/channels';
const channelAccess = { token, accountId: 'UCabc' };
const channel = {
  json: { items: [{ id: 'UCabc', snippet: {}, contentDetails: { relatedPlaylists: { uploads: 'UUabc' } } }] },
};
const CHANNEL_PARTS = 'snippet,statistics,contentDetails,status';
const REPORT_METRICS =
  'views,engagedViews,estimatedMinutesWatched,averageViewDuration,averageViewPercentage,likes,comments,shares,' +
  'subscribersGained,subscribersLost';
const today = () => new Date().toISOString().slice(0, 10);
const report = (query: Record<string, string>) => ({
  request: 'GET youtubeanalytics.googleapis.com/v2/reports',
  query: { ids: 'channel==MINE', endDate: today(), ...query },
  authorization: bearer,
});
const ninetyDaysAgo = () => new Date(Date.now() - 90 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
const myChannel = { request: channels, query: { part: CHANNEL_PARTS, mine: 'true' }, authorization: bearer };
const withKey = (query: Record<string, string>) => ({
  request: channels,
  query: { part: CHANNEL_PARTS, ...query },
  apiKey: apiKey.reveal(),
});
const business = 'business-api.tiktok.com/open_api/v1.3';

const MEDIA_FIELDS =
  'id,caption,media_type,media_product_type,permalink,media_url,thumbnail_url,timestamp,like_count,comments_count';
const ACCOUNT_FIELDS = 'instagram_business_account{id,username,name,profile_picture_url,followers_count}';
const PAGE_FIELDS = `id,name,category,tasks,access_token,${ACCOUNT_FIELDS},connected_instagram_account{id}`;
const VIDEO_FIELDS =
  'id,create_time,cover_image_url,share_url,video_description,duration,title,like_count,comment_count,share_count,view_count';
const REEL_METRICS =
  'views,reach,likes,comments,saved,shares,total_interactions,reposts,ig_reels_avg_watch_time,' +
  'ig_reels_video_view_total_time,reels_skip_rate,total_likes,total_comments,total_views';
const STORY_METRICS =
  'views,reach,replies,shares,total_interactions,reposts,follows,profile_visits,link_clicks,total_views';
const FEED_METRICS =
  'views,reach,likes,comments,saved,shares,total_interactions,reposts,follows,profile_visits,' +
  'total_likes,total_comments,total_views';
const ACCOUNT_METRICS =
  'reach,views,accounts_engaged,total_interactions,likes,comments,saves,shares,replies,reposts,profile_links_taps';

const json = (body: unknown): Reply => ({ json: body });
const edge = json({ data: [] });
const asPerson = (query: Record<string, string> = {}) => ({
  query: { ...query, appsecret_proof: proof },
  authorization: bearer,
});
const demographics = (metric: string) =>
  ['age', 'city', 'country', 'gender'].map((breakdown) => ({
    request: `GET ${graph}/17841400000000001/insights`,
    ...asPerson({ metric, period: 'lifetime', metric_type: 'total_value', timeframe: 'this_month', breakdown }),
  }));
const insightsOf = (type: 'image' | 'reel' | 'story') => () =>
  instagram.postInsights({ token, post: { id: '17895', type }, breakdowns: true });
const mediaInsights = (query: Record<string, string>) => ({
  request: `GET ${graph}/17895/insights`,
  ...asPerson(query),
});
const period = { period: 'day', metric_type: 'total_value', since: '1761955200', until: '1764547200' };

/** Operation, what is called, what the platform answers, what must have been on the wire (platforms.md 1, 4, 5). */
const table: [string, () => Promise<unknown>, Reply[], WireLine[]][] = [
  [
    'Instagram: code → short-lived → long-lived',
    () => instagramGrants.exchange({ code, redirectUri }),
    [json({ access_token: token.reveal(), token_type: 'bearer' }), json({ access_token: 'long', expires_in: 5183944 })],
    [
      {
        request: `POST ${graph}/oauth/access_token`,
        form: {
          client_id: '1385',
          client_secret: appSecret.reveal(),
          redirect_uri: redirectUri,
          code: code.reveal(),
        },
      },
      {
        request: `POST ${graph}/oauth/access_token`,
        form: {
          grant_type: 'fb_exchange_token',
          client_id: '1385',
          client_secret: appSecret.reveal(),
          fb_exchange_token: token.reveal(),
        },
      },
    ],
  ],
  [
    'Instagram: debug_token, in a batch so that the token stays out of the address',
    () => instagramGrants.inspect(token),
    [json([{ code: 200, body: JSON.stringify({ data: { app_id: '1385', type: 'USER', is_valid: true } }) }])],
    [
      {
        request: `POST ${graph}/`,
        authorization: `Bearer ${appToken}`,
        form: {
          batch: JSON.stringify([{ method: 'GET', relative_url: `debug_token?input_token=${token.reveal()}` }]),
          include_headers: 'false',
          appsecret_proof: proofOf(appToken),
        },
      },
    ],
  ],
  [
    'Instagram: permissions',
    () => instagramGrants.permissions(token),
    [edge],
    [{ request: `GET ${graph}/me/permissions`, ...asPerson() }],
  ],
  [
    'Instagram: Pages, every page of the list by cursor',
    () => instagramGrants.candidates(token),
    [
      json({ data: [], paging: { cursors: { after: 'QVFJ' }, next: 'https://graph.facebook.com/x?access_token=y' } }),
      edge,
    ],
    [
      {
        request: `GET ${graph}/me/accounts`,
        ...asPerson({ fields: PAGE_FIELDS, limit: '25' }),
      },
      {
        request: `GET ${graph}/me/accounts`,
        ...asPerson({ fields: PAGE_FIELDS, limit: '25', after: 'QVFJ' }),
      },
    ],
  ],
  [
    'Instagram: the name of a Page that was ticked and is kept back',
    () =>
      instagramGrants.candidates(token, {
        granularScopes: [{ scope: 'pages_show_list', targetIds: ['1100'] }],
      } as unknown as GrantInspection),
    [edge, json({ id: '1100', name: 'Portfolio Page' })],
    [
      { request: `GET ${graph}/me/accounts`, ...asPerson({ fields: PAGE_FIELDS, limit: '25' }) },
      { request: `GET ${graph}/1100`, ...asPerson({ fields: 'id,name' }) },
    ],
  ],
  [
    'Instagram: the account that a Page carries',
    () => instagramGrants.linkedAccount(token, '1100'),
    [json({ id: '1100' })],
    [{ request: `GET ${graph}/1100`, ...asPerson({ fields: `id,${ACCOUNT_FIELDS}` }) }],
  ],
  [
    'Instagram: revoke',
    () => instagramGrants.revoke({ token, platformUserId: '1022' }),
    [json({ success: true })],
    [{ request: `DELETE ${graph}/1022/permissions`, ...asPerson() }],
  ],
  [
    'Instagram: profile',
    () => instagram.profile(access),
    [json(account)],
    [
      {
        request: `GET ${graph}/17841400000000001`,
        ...asPerson({
          fields: 'id,username,name,biography,website,profile_picture_url,followers_count,follows_count,media_count',
        }),
      },
    ],
  ],
  [
    'Instagram: media',
    () => all(instagram.posts(access)),
    [edge],
    [{ request: `GET ${graph}/17841400000000001/media`, ...asPerson({ fields: MEDIA_FIELDS, limit: '25' }) }],
  ],
  [
    'Instagram: stories',
    () => instagram.stories(access),
    [edge],
    [{ request: `GET ${graph}/17841400000000001/stories`, ...asPerson({ fields: MEDIA_FIELDS }) }],
  ],
  [
    'Instagram: insights of a feed post',
    insightsOf('image'),
    [edge, edge],
    [mediaInsights({ metric: FEED_METRICS }), mediaInsights({ metric: 'profile_activity', breakdown: 'action_type' })],
  ],
  ['Instagram: insights of a reel', insightsOf('reel'), [edge], [mediaInsights({ metric: REEL_METRICS })]],
  [
    'Instagram: insights of a story',
    insightsOf('story'),
    [edge, edge, edge],
    [
      mediaInsights({ metric: STORY_METRICS }),
      mediaInsights({ metric: 'navigation', breakdown: 'story_navigation_action_type' }),
      mediaInsights({ metric: 'profile_activity', breakdown: 'action_type' }),
    ],
  ],
  [
    'Instagram: insights of an account',
    () => instagram.accountInsights({ ...access, since: new Date('2025-11-01'), until: new Date('2025-12-01') }),
    [edge, edge],
    [
      { request: `GET ${graph}/17841400000000001/insights`, ...asPerson({ metric: ACCOUNT_METRICS, ...period }) },
      {
        request: `GET ${graph}/17841400000000001/insights`,
        ...asPerson({ metric: 'follows_and_unfollows', ...period, breakdown: 'follow_type' }),
      },
    ],
  ],
  [
    'Instagram: audience',
    () => instagram.audience(access),
    Array.from({ length: 8 }, () => edge),
    [...demographics('follower_demographics'), ...demographics('engaged_audience_demographics')],
  ],
  [
    'Instagram: Business Discovery by handle',
    () => discovery.byHandle(' @Ana.Cooks'),
    [json({ business_discovery: account, id: access.accountId })],
    [
      {
        request: `GET ${graph}/17841400000000001`,
        ...asPerson({
          fields:
            'business_discovery.username(ana.cooks){id,username,name,biography,website,profile_picture_url,' +
            'followers_count,follows_count,media_count}',
        }),
      },
    ],
  ],
  [
    'TikTok: code exchange, code URL-decoded',
    () => tiktokGrants.exchange({ code: new SecretText('abc%2A3%214571'), redirectUri }),
    [json(tokens)],
    [
      {
        request: `POST ${open}/oauth/token/`,
        form: {
          client_key: 'key1',
          client_secret: clientSecret.reveal(),
          grant_type: 'authorization_code',
          code: 'abc*3!4571',
          redirect_uri: redirectUri,
        },
      },
    ],
  ],
  [
    'TikTok: refresh',
    () => tiktokGrants.refresher.refresh(refreshToken),
    [json(tokens)],
    [
      {
        request: `POST ${open}/oauth/token/`,
        form: {
          client_key: 'key1',
          client_secret: clientSecret.reveal(),
          grant_type: 'refresh_token',
          refresh_token: refreshToken.reveal(),
        },
      },
    ],
  ],
  [
    'TikTok: revoke',
    () => tiktokGrants.revoke({ token }),
    [json({})],
    [
      {
        request: `POST ${open}/oauth/revoke/`,
        form: { client_key: 'key1', client_secret: clientSecret.reveal(), token: token.reveal() },
      },
    ],
  ],
  [
    'TikTok: probe',
    () => tiktokGrants.inspect(token),
    [json(user)],
    [{ request: `GET ${open}/user/info/`, query: { fields: 'open_id' }, authorization: bearer }],
  ],
  [
    'TikTok: profile',
    () => tiktok.profile(access),
    [json(user)],
    [
      {
        request: `GET ${open}/user/info/`,
        query: {
          fields:
            'open_id,union_id,avatar_url,display_name,bio_description,profile_deep_link,is_verified,username,' +
            'follower_count,following_count,likes_count,video_count',
        },
        authorization: bearer,
      },
    ],
  ],
  [
    'TikTok: video list',
    () => all(tiktok.posts({ ...access, after: '1643332803000' })),
    [json(videos)],
    [
      {
        request: `POST ${open}/video/list/`,
        query: { fields: VIDEO_FIELDS },
        authorization: bearer,
        json: { max_count: 20, cursor: 1643332803000 },
      },
    ],
  ],
  [
    'TikTok: video query',
    () => tiktok.postsById({ ...access, ids: ['123'] }),
    [json(videos)],
    [
      {
        request: `POST ${open}/video/query/`,
        query: { fields: VIDEO_FIELDS },
        authorization: bearer,
        json: { filters: { video_ids: ['123'] } },
      },
    ],
  ],
  [
    'YouTube: code exchange with the verifier; an answer without an ID token is refused',
    () => youtubeGrants.exchange({ code, redirectUri, codeVerifier: refreshToken }).catch(() => undefined),
    [json({ access_token: 'new', token_type: 'Bearer' })],
    [
      {
        request: 'POST oauth2.googleapis.com/token',
        form: {
          client_id: 'client1',
          client_secret: clientSecret.reveal(),
          grant_type: 'authorization_code',
          code: code.reveal(),
          redirect_uri: redirectUri,
          code_verifier: refreshToken.reveal(),
        },
      },
    ],
  ],
  [
    'YouTube: refresh',
    () => youtubeGrants.refresher.refresh(refreshToken),
    [json({ access_token: 'new', expires_in: 3599 })],
    [
      {
        request: 'POST oauth2.googleapis.com/token',
        form: {
          client_id: 'client1',
          client_secret: clientSecret.reveal(),
          grant_type: 'refresh_token',
          refresh_token: refreshToken.reveal(),
        },
      },
    ],
  ],
  [
    'YouTube: tokeninfo, by POST so that the token stays out of the address',
    () => youtubeGrants.inspect(token),
    [json({ aud: 'client1' })],
    [{ request: 'POST oauth2.googleapis.com/tokeninfo', form: { access_token: token.reveal() } }],
  ],
  [
    'YouTube: revoke',
    () => youtubeGrants.revoke({ token }),
    [json({})],
    [{ request: 'POST oauth2.googleapis.com/revoke', form: { token: token.reveal() } }],
  ],
  [
    'YouTube: keys that sign ID tokens and security events',
    () => youtubeGrants.signingKeys(),
    [json({ keys: [] })],
    [{ request: 'GET www.googleapis.com/oauth2/v3/certs' }],
  ],
  ['YouTube: channels of a grant', () => youtubeGrants.candidates(token), [channel], [myChannel]],
  ['YouTube: profile', () => youtube.profile(channelAccess), [channel], [myChannel]],
  [
    'YouTube: uploads playlist, then its videos',
    () => all(youtube.posts(channelAccess)),
    [channel, json({ items: [{ contentDetails: { videoId: 'v1' } }] }), json({})],
    [
      myChannel,
      {
        request: 'GET youtube.googleapis.com/youtube/v3/playlistItems',
        query: { part: 'contentDetails', playlistId: 'UUabc', maxResults: '50' },
        authorization: bearer,
      },
      {
        request: 'GET youtube.googleapis.com/youtube/v3/videos',
        query: { part: CHANNEL_PARTS.replace('statistics,contentDetails', 'contentDetails,statistics'), id: 'v1' },
        authorization: bearer,
      },
    ],
  ],
  [
    'YouTube: report about videos',
    () => youtube.insightsOfPosts({ ...channelAccess, ids: ['v1', 'v2'] }),
    [json({})],
    [
      report({
        startDate: '2005-04-23',
        metrics: REPORT_METRICS,
        dimensions: 'video',
        filters: 'video==v1,v2',
        sort: '-views',
        maxResults: '200',
      }),
    ],
  ],
  [
    'YouTube: report about the channel',
    () => youtube.accountInsights({ ...channelAccess, since: new Date('2025-11-01'), until: new Date('2025-12-01') }),
    [json({})],
    [report({ startDate: '2025-11-01', endDate: '2025-12-01', metrics: REPORT_METRICS })],
  ],
  [
    'YouTube: audience',
    () => youtube.audience(channelAccess),
    [json({}), json({})],
    [
      report({ startDate: ninetyDaysAgo(), metrics: 'viewerPercentage', dimensions: 'ageGroup,gender' }),
      report({ startDate: ninetyDaysAgo(), metrics: 'views', dimensions: 'country', sort: '-views' }),
    ],
  ],
  ['YouTube, public: by handle', () => youtubePublic.byHandle('ana'), [channel], [withKey({ forHandle: '@ana' })]],
  [
    'YouTube, public: by keyword',
    () => youtubePublic.search('cake', 5),
    [json({ items: [{ id: { channelId: 'UCabc' } }] }), channel],
    [
      {
        request: 'GET youtube.googleapis.com/youtube/v3/search',
        query: { part: 'snippet', type: 'channel', q: 'cake', maxResults: '5' },
        apiKey: apiKey.reveal(),
      },
      withKey({ id: 'UCabc', maxResults: '50' }),
    ],
  ],
  ['YouTube, public: one channel', () => youtubePublic.publicProfile('UCabc'), [channel], [withKey({ id: 'UCabc' })]],
  [
    'YouTube, public: channels by their ids',
    () => youtubePublic.byIds(['UCabc', 'UCdef']),
    [channel],
    [withKey({ id: 'UCabc,UCdef', maxResults: '50' })],
  ],
  [
    'YouTube, public: uploads playlist, then its videos',
    () => all(youtubePublic.publicPosts({ accountId: 'UCabc', after: 'CAUQAA', pageSize: 10 })),
    [channel, json({ items: [{ contentDetails: { videoId: 'v1' } }] }), json({})],
    [
      withKey({ id: 'UCabc' }),
      {
        request: 'GET youtube.googleapis.com/youtube/v3/playlistItems',
        query: { part: 'contentDetails', playlistId: 'UUabc', maxResults: '10', pageToken: 'CAUQAA' },
        apiKey: apiKey.reveal(),
      },
      {
        request: 'GET youtube.googleapis.com/youtube/v3/videos',
        query: { part: 'snippet,contentDetails,statistics,status', id: 'v1' },
        apiKey: apiKey.reveal(),
      },
    ],
  ],
  [
    'TTCM: status',
    () => marketplace.status(['@bakery', 'cafe']),
    [json({ code: 0, data: { onboarding_status: [] } })],
    [
      {
        request: `GET ${business}/tcm/creator/status/get/`,
        query: { tcm_account_id: '7001', handle_names: '["bakery","cafe"]' },
        accessToken: brandToken.reveal(),
      },
    ],
  ],
  [
    'TTCM: invite',
    () => marketplace.invite(['bakery']),
    [json({ code: 0, data: {} })],
    [
      {
        request: `POST ${business}/tcm/creator/invite/`,
        accessToken: brandToken.reveal(),
        json: { tcm_account_id: '7001', handle_names: ['bakery'] },
      },
    ],
  ],
  [
    'TTCM: public figures of a creator',
    () => marketplace.creator('bakery'),
    [json({ code: 0, data: { handle_name: 'bakery' } })],
    [
      {
        request: `GET ${business}/tto/tcm/creator/public/`,
        query: { tto_tcm_account_id: '7001', handle_name: 'bakery' },
        accessToken: brandToken.reveal(),
      },
    ],
  ],
  [
    'TTCM: public videos of a creator',
    () => all(marketplace.creatorPosts({ handle: 'bakery', after: '20' })),
    [json({ code: 0, data: { posts: [], page_info: { has_more: false } } })],
    [
      {
        request: `GET ${business}/tto/tcm/creator/public/video/list/`,
        query: { tto_tcm_account_id: '7001', handle_name: 'bakery', limit: '20', cursor: '20' },
        accessToken: brandToken.reveal(),
      },
    ],
  ],
  [
    'TTCM: status through TikTok One',
    () => tiktokOne.status(['@bakery']),
    [json({ code: 0, data: { onboarding_status: [] } })],
    [
      {
        request: `GET ${business}/tto/tcm/creator/status/get/`,
        query: { tto_tcm_account_id: '7001', handle_names: '["bakery"]' },
        accessToken: brandToken.reveal(),
      },
    ],
  ],
  [
    'TTCM: code against token of an agency',
    () => authorization.exchange(code),
    [json({ code: 0, data: { access_token: 'new', advertiser_ids: [], scope: [13030000] } })],
    [
      {
        request: `POST ${business}/oauth2/access_token/`,
        json: { app_id: '701', secret: appSecret.reveal(), auth_code: code.reveal() },
      },
    ],
  ],
  [
    'TTCM: account of an agency',
    () => authorization.account(agency),
    [json({ code: 0, data: { account_name: 'Agency', country: 'US' } })],
    [
      {
        request: `GET ${business}/tto/oauth2/info/`,
        query: { tto_tcm_account_id: '7001' },
        accessToken: brandToken.reveal(),
      },
    ],
  ],
  [
    'TTCM: revocation of an agency’s token that is dead already',
    () => authorization.revoke(brandToken),
    [json({ code: 40105, message: 'x', data: {} })],
    [
      {
        request: `POST ${business}/oauth2/revoke_token/`,
        json: { app_id: '701', secret: appSecret.reveal(), access_token: brandToken.reveal() },
      },
    ],
  ],
];

/** Nothing else tells a platform anything: no cookie, no referrer, no language. */
const HEADERS = new Set([
  'host',
  'connection',
  'accept',
  'user-agent',
  'content-type',
  'content-length',
  'authorization',
  'access-token',
  'x-goog-api-key',
]);

/** Where the browser is led, by what it is asked for (platforms.md 1.2, 3.2, 4.1, 5.2). */
const leads = { redirectUri, state: 'state1' };
const [person, tiktokScopes, youtubeScopes] = [
  'instagram_basic,instagram_manage_insights,pages_show_list,pages_read_engagement',
  'user.info.basic,user.info.stats,video.list,user.info.profile',
  'openid https://www.googleapis.com/auth/youtube.readonly https://www.googleapis.com/auth/yt-analytics.readonly',
];
const facebook = (more: object) => ({ client_id: '1385', redirect_uri: redirectUri, state: 'state1', ...more });
const dialogs: [string, () => string, string, object][] = [
  [
    'Instagram',
    () => instagramGrants.authorizationUrl(leads),
    'https://www.facebook.com/v25.0/dialog/oauth',
    facebook({ response_type: 'code', scope: person }),
  ],
  [
    'Instagram: again for what was declined',
    () => instagramGrants.authorizationUrl({ ...leads, ask: 'rerequest', scopes: ['instagram_manage_insights'] }),
    'https://www.facebook.com/v25.0/dialog/oauth',
    facebook({ response_type: 'code', scope: 'instagram_manage_insights', auth_type: 'rerequest' }),
  ],
  [
    'Instagram: for data access that ends',
    () => instagramGrants.authorizationUrl({ ...leads, ask: 'reauthorize' }),
    'https://www.facebook.com/v25.0/dialog/oauth',
    facebook({ response_type: 'code', scope: person, auth_type: 'reauthorize' }),
  ],
  [
    'TikTok',
    () => tiktokGrants.authorizationUrl(leads),
    'https://www.tiktok.com/v2/auth/authorize/',
    { client_key: 'key1', response_type: 'code', scope: tiktokScopes, redirect_uri: redirectUri, state: 'state1' },
  ],
  [
    'TikTok: again, with the page shown',
    () => tiktokGrants.authorizationUrl({ ...leads, ask: 'rerequest' }),
    'https://www.tiktok.com/v2/auth/authorize/',
    {
      client_key: 'key1',
      response_type: 'code',
      scope: tiktokScopes,
      redirect_uri: redirectUri,
      state: 'state1',
      disable_auto_auth: '1',
    },
  ],
  [
    'YouTube',
    () => youtubeGrants.authorizationUrl({ ...leads, codeVerifier: refreshToken }),
    'https://accounts.google.com/o/oauth2/v2/auth',
    {
      client_id: 'client1',
      redirect_uri: redirectUri,
      response_type: 'code',
      state: 'state1',
      scope: youtubeScopes,
      access_type: 'offline',
      prompt: 'select_account consent',
      code_challenge: createHash('sha256').update(refreshToken.reveal()).digest('base64url'),
      code_challenge_method: 'S256',
      nonce: createHash('sha256').update(`nonce:${refreshToken.reveal()}`).digest('base64url'),
    },
  ],
  [
    'TTCM: agency',
    () => authorization.authorizationUrl(leads),
    'https://business-api.tiktok.com/portal/auth',
    { app_id: '701', redirect_uri: redirectUri, state: 'state1' },
  ],
];

const clients = [
  instagramGrants,
  instagram,
  discovery,
  tiktokGrants,
  tiktok,
  ttcm,
  youtubeGrants,
  youtube,
  youtubePublic,
];

describe('with the default configuration, at the socket', () => {
  let platform: LoopbackPlatform;
  let release: () => void;

  beforeAll(async () => {
    platform = await LoopbackPlatform.start();
    release = leadDefaultHostsTo(platform);
  });
  beforeEach(() => platform.reset());
  afterAll(async () => {
    release();
    await Promise.all(clients.map((client) => client.close()));
    await platform.stop();
  });

  it.each(table)('%s', async (_operation, run, replies, expected) => {
    platform.answers(...replies);
    await run();
    expect(platform.calls.map(wireLine)).toEqual(expected);
    for (const call of platform.calls) {
      expect(call.headers).toMatchObject({ accept: 'application/json', 'user-agent': 'creator-connect' });
      expect(Object.keys(call.headers).filter((name) => !HEADERS.has(name))).toEqual([]);
      expectNoSecretIn(call.url);
    }
  });

  it('names the accounts of an agency in the one call whose address the platform wants a secret in', async () => {
    platform.answers(json({ code: 0, data: { tto_tcm_account_ids: ['7001', 7002] } }));
    expect(await authorization.accountIds(brandToken)).toEqual(['7001', '7002']);
    expect(platform.calls.map(wireLine)).toEqual([
      {
        request: `GET ${business}/tto/oauth2/tcm/`,
        query: { app_id: '701', secret: appSecret.reveal() },
        accessToken: brandToken.reveal(),
      },
    ]);
  });

  it.each(dialogs)('leads the browser to the dialog, with no secret in the address: %s', (_who, lead, page, query) => {
    const address = new URL(lead());
    expect(address.origin + address.pathname).toBe(page);
    expect(Object.fromEntries(address.searchParams)).toEqual(query);
    expectNoSecretIn(address.toString());
  });
});

function expectNoSecretIn(address: string): void {
  const secrets = [appSecret, clientSecret, token, code, refreshToken, brandToken, apiKey].map((one) => one.reveal());
  const found = secrets.filter((value) =>
    [value, encodeURIComponent(value), Buffer.from(value).toString('base64'), Buffer.from(value).toString('hex')].some(
      (spelling) => address.includes(spelling),
    ),
  );
  expect(found).toEqual([]);
}
