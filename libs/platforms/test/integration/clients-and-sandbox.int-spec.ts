import {
  AgencyAuthorization,
  type GrantTokens,
  InstagramGrants,
  InstagramReader,
  LegacyMarketplaceClient,
  type PlatformError,
  type PlatformGrants,
  SecretText,
  TikTokGrants,
  TikTokReader,
  TtcmApi,
  YouTubeGrants,
  YouTubeReader,
} from '@creator-connect/platforms';
import { agencyConsentAt, consentAt, Sandbox } from '@creator-connect/platforms/testing';

/** What the pretended platforms say by code, our clients name as the platforms mean it: two readings of one document. */
describe('the clients at the sandbox', () => {
  const sandbox = new Sandbox();
  const options = { profile: 'local' } as const;
  const app = 'http://app.example';
  let instagram: { grants: InstagramGrants; reader: InstagramReader; tokens: GrantTokens; page: SecretText };
  let tiktok: { grants: TikTokGrants; reader: TikTokReader; tokens: GrantTokens };
  let youtube: { grants: YouTubeGrants; reader: YouTubeReader; tokens: GrantTokens };
  let api: TtcmApi;
  let marketplace: LegacyMarketplaceClient;

  async function connect(grants: PlatformGrants, persona: string): Promise<GrantTokens> {
    const redirectUri = `${app}/oauth/${grants.platform}/callback`;
    const codeVerifier = new SecretText('v'.repeat(50));
    const back = await consentAt(grants.authorizationUrl({ redirectUri, state: 's', codeVerifier }), { persona });
    const answer = grants.readCallback(Object.fromEntries(new URL(back).searchParams));
    if (answer.outcome !== 'code') throw new Error(`the consent came back as ${answer.outcome}`);
    return grants.exchange({ code: answer.code, redirectUri, codeVerifier });
  }

  beforeAll(async () => {
    await sandbox.start(app);
    const at = (path: string) => sandbox.at(`/${path}`);
    const graph = { appSecret: new SecretText(sandbox.metaAppSecret), graphUrl: at('graph') };
    const facebook = new InstagramGrants(
      { ...graph, appId: sandbox.metaAppId, dialogUrl: sandbox.site('facebook') },
      options,
    );
    const facebookTokens = await connect(facebook, 'creator-one-page');
    const [candidate] = await facebook.candidates(facebookTokens.accessToken);
    instagram = {
      grants: facebook,
      reader: new InstagramReader(graph, options),
      tokens: facebookTokens,
      page: new SecretText(candidate?.accessToken?.reveal() ?? ''),
    };
    const open = { openApiUrl: at('tiktok-open') };
    const loginKit = new TikTokGrants(
      {
        ...open,
        clientKey: sandbox.tiktokKey,
        clientSecret: new SecretText(sandbox.tiktokSecret),
        authorizeUrl: sandbox.site('tiktok'),
      },
      options,
    );
    tiktok = {
      grants: loginKit,
      reader: new TikTokReader(open, options),
      tokens: await connect(loginKit, 'tiktok-everyday'),
    };
    const google = new YouTubeGrants(
      {
        clientId: sandbox.googleId,
        clientSecret: new SecretText(sandbox.googleSecret),
        authorizeUrl: sandbox.site('google'),
        oauthUrl: at('google-oauth'),
        certsUrl: at('google-oauth/certs'),
        dataUrl: at('google-youtube'),
      },
      options,
    );
    const reading = { dataUrl: at('google-youtube'), analyticsUrl: at('google-analytics') };
    youtube = {
      grants: google,
      reader: new YouTubeReader(reading, options),
      tokens: await connect(google, 'youtube-creator'),
    };
    api = new TtcmApi({ apiUrl: at('tiktok-business/open_api') }, options);
    const registered = { appId: sandbox.ttcmAppId, appSecret: new SecretText(sandbox.ttcmAppSecret) };
    const agency = new AgencyAuthorization(api, { ...registered, portalUrl: sandbox.site('tiktok') }, 'local');
    const redirectUri = `${app}/oauth/ttcm/callback`;
    const back = await agencyConsentAt(agency.authorizationUrl({ redirectUri, state: 's' }));
    const answer = agency.readCallback(Object.fromEntries(new URL(back).searchParams));
    if (answer.outcome !== 'code') throw new Error('the agency refused');
    const { accessToken } = await agency.exchange(answer.code);
    marketplace = new LegacyMarketplaceClient(api, { accessToken, accountId: sandbox.ttcmAccount });
  });
  afterEach(() => sandbox.clearFaults());
  afterAll(async () => {
    const all = [instagram.grants, instagram.reader, tiktok.grants, tiktok.reader, youtube.grants, youtube.reader];
    await Promise.all([...all, api].map((client) => client.close()));
    await sandbox.stop();
  });

  /** What the error of a call says: its kind, and its cause where it is a death. */
  async function named(call: Promise<unknown>): Promise<string> {
    const error = await call.then(
      () => undefined,
      (failed: PlatformError) => failed,
    );
    return error ? [error.kind, error.deathCause].filter(Boolean).join(' ') : 'no error';
  }

  it.each<[number, number | undefined, string]>([
    [1, undefined, 'transient'],
    [2, undefined, 'transient'],
    [3, undefined, 'app_misconfigured'],
    [4, undefined, 'throttled'],
    [10, undefined, 'scope_lost'],
    [17, undefined, 'throttled'],
    [32, undefined, 'throttled'],
    [100, undefined, 'app_misconfigured'],
    [100, 33, 'account_gone'],
    [102, undefined, 'grant_dead invalidated'],
    [110, 2207013, 'account_gone'],
    [190, undefined, 'grant_dead token_invalid'],
    [190, 458, 'grant_dead revoked_by_person'],
    [190, 459, 'grant_dead checkpointed'],
    [190, 460, 'grant_dead password_changed'],
    [190, 463, 'grant_dead session_expired'],
    [190, 464, 'grant_dead unconfirmed'],
    [190, 467, 'grant_dead invalidated'],
    [190, 492, 'grant_dead page_role_lost'],
    [200, undefined, 'scope_lost'],
    [299, undefined, 'scope_lost'],
    [341, undefined, 'throttled'],
    [368, undefined, 'throttled'],
    [613, 1996, 'throttled'],
    [80001, undefined, 'throttled'],
    [80002, undefined, 'throttled'],
  ])('Meta: %i/%s is %s', async (code, subcode, kind) => {
    await sandbox.fault({ platform: 'facebook', kind: 'error', code, ...(subcode && { subcode }) });
    const read = instagram.reader.profile({ token: instagram.page, accountId: '17841000000000101' });
    expect(await named(read)).toBe(kind);
  });

  it.each([
    ['authError', 'grant_dead access_token_invalid'],
    ['youtubeSignupRequired', 'account_gone'],
    ['quotaExceeded', 'throttled'],
    ['rateLimitExceeded', 'throttled'],
    ['userRateLimitExceeded', 'throttled'],
    ['insufficientPermissions', 'scope_lost'],
    ['forbidden', 'account_gone'],
    ['channelClosed', 'account_gone'],
    ['channelSuspended', 'account_gone'],
    ['channelNotFound', 'account_gone'],
    ['playlistNotFound', 'account_gone'],
    ['videoNotFound', 'account_gone'],
    ['invalidPageToken', 'app_misconfigured'],
    ['badRequest', 'app_misconfigured'],
    ['invalidFilters', 'app_misconfigured'],
    ['backendError', 'transient'],
  ])('YouTube: %s is %s', async (code, kind) => {
    await sandbox.fault({ platform: 'google', kind: 'error', code, operation: 'youtube.*' });
    const read = youtube.reader.profile({ token: youtube.tokens.accessToken, accountId: 'UCabc' });
    expect(await named(read)).toBe(kind);
  });

  it.each([
    ['access_token_invalid', 'grant_dead access_token_invalid'],
    ['scope_not_authorized', 'scope_lost'],
    ['scope_permission_missed', 'scope_lost'],
    ['invalid_params', 'app_misconfigured'],
    ['rate_limit_exceeded', 'throttled'],
    ['internal_error', 'transient'],
  ])('TikTok: %s is %s', async (code, kind) => {
    await sandbox.fault({ platform: 'tiktok', kind: 'error', code });
    const pages = tiktok.reader.posts({ token: tiktok.tokens.accessToken, accountId: 'x' });
    expect(await named(pages.next())).toBe(kind);
  });

  it.each([
    ['tiktok', 'invalid_grant', 'grant_dead refresh_token_dead'],
    ['tiktok', 'invalid_client', 'app_misconfigured'],
    ['tiktok', 'unauthorized_client', 'app_misconfigured'],
    ['tiktok', 'server_error', 'transient'],
    ['tiktok', 'temporarily_unavailable', 'transient'],
    ['google', 'invalid_grant', 'grant_dead refresh_token_dead'],
    ['google', 'invalid_client', 'app_misconfigured'],
    ['google', 'admin_policy_enforced', 'grant_dead refresh_token_dead'],
  ] as const)('renewing at %s: %s is %s', async (platform, code, kind) => {
    await sandbox.fault({ platform, kind: 'error', code, operation: `${platform}.oauth.refresh` });
    const { grants, tokens } = platform === 'tiktok' ? tiktok : youtube;
    const refreshToken = tokens.refreshToken ?? new SecretText('none');
    expect(await named(grants.refresher.refresh(refreshToken))).toBe(kind);
  });

  it.each([
    [40000, 'app_misconfigured'],
    [40001, 'scope_lost'],
    [40002, 'app_misconfigured'],
    [40007, 'account_gone'],
    [40008, 'app_misconfigured'],
    [40016, 'throttled'],
    [40100, 'throttled'],
    [40133, 'throttled'],
    [40101, 'app_misconfigured'],
    [40102, 'grant_dead session_expired'],
    [40104, 'app_misconfigured'],
    [40105, 'grant_dead token_invalid'],
    [40113, 'app_misconfigured'],
    [40118, 'app_misconfigured'],
    [40121, 'not_eligible'],
    [40122, 'not_eligible'],
    [40124, 'app_misconfigured'],
    [40125, 'app_misconfigured'],
    [41000, 'app_misconfigured'],
    [50000, 'transient'],
    [50002, 'transient'],
    [60001, 'transient'],
  ])('TTCM: %i is %s', async (code, kind) => {
    await sandbox.fault({ platform: 'ttcm', kind: 'error', code });
    expect(await named(marketplace.creator('sandbox.member'))).toBe(kind);
  });

  it.each(['facebook', 'tiktok', 'google', 'ttcm'] as const)(
    'an outage of %s is transient, and a cut line says so about nobody’s grant',
    async (platform) => {
      const call = () =>
        ({
          facebook: () => instagram.grants.permissions(instagram.tokens.accessToken),
          tiktok: () => tiktok.grants.inspect(tiktok.tokens.accessToken),
          google: () => youtube.grants.candidates(youtube.tokens.accessToken),
          ttcm: () => marketplace.status(['sandbox.member']),
        })[platform]();
      for (const kind of ['status', 'drop_request', 'drop_response']) {
        await sandbox.fault({ platform, kind });
        expect([kind, await named(call())]).toEqual([kind, 'transient']);
      }
      expect(await named(call())).toBe('no error');
    },
  );
});
