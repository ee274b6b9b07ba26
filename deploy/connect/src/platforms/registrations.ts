import {
  AgencyAuthorization,
  INSTAGRAM_DEFAULTS,
  INSTAGRAM_SCOPES,
  InstagramDiscovery,
  InstagramGrants,
  type ScopePolicy,
  SecretText,
  TIKTOK_DEFAULTS,
  TIKTOK_SCOPES,
  TikTokGrants,
  TTCM_DEFAULTS,
  TtcmApi,
  YOUTUBE_DEFAULTS,
  YOUTUBE_SCOPES,
  YouTubeGrants,
  YouTubePublicReader,
} from '@creator-connect/platforms';
import { checkCredentials, checkLookup, checkMarketplace, type Credentials } from './check-platforms';

export interface Registration {
  name: string;
  /** The settings it needs, and the ones that are missing. */
  missing: string[];
  scopes: Pick<ScopePolicy, 'required' | 'optional'>;
  /** What to enter at the platform: what it is called there, and the address. */
  addresses: [what: string, address: string][];
  /** What the platform restricts until the app is reviewed. */
  limits: string[];
  guide: string;
  check(): Promise<Credentials>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What the operator has to register at each platform, worked out from the settings of the services. */
export function registrations(env: Environment): Registration[] {
  const publicUrl = (env['PUBLIC_URL'] ?? 'https://<PUBLIC_URL>').replace(/\/+$/, '');
  const profile = env['CONNECT_PROFILE'] === 'local' ? 'local' : 'production';
  const without = (...names: string[]) => names.filter((name) => !env[name]);
  const missing = (...names: string[]) => without('PUBLIC_URL', ...names);
  return [
    {
      name: 'Meta (Instagram through a Facebook Page)',
      missing: missing('META_APP_ID', 'META_APP_SECRET'),
      scopes: INSTAGRAM_SCOPES,
      addresses: [
        ['Facebook Login → Valid OAuth Redirect URIs', `${publicUrl}/oauth/instagram/callback`],
        ['Facebook Login → Deauthorize callback URL', `${publicUrl}/webhooks/instagram/deauthorize`],
        ['Facebook Login → Data deletion request URL', `${publicUrl}/webhooks/instagram/data-deletion`],
        ['Webhooks → Permissions → Callback URL', `${publicUrl}/webhooks/instagram/changes`],
      ],
      limits: [
        'In Development mode only people with a role in the app can connect, and everybody else sees an error of Meta’s.',
        env['META_WEBHOOK_VERIFY_TOKEN']
          ? 'The verify token beside the webhooks’ address is the value of META_WEBHOOK_VERIFY_TOKEN.'
          : 'Without META_WEBHOOK_VERIFY_TOKEN Meta can not subscribe the webhooks; a lost permission is then found by the daily look.',
        'Advanced Access to every permission above needs App Review and Business Verification.',
      ],
      guide: 'docs/platforms/meta.md',
      check: () =>
        checkCredentials(
          new InstagramGrants(
            {
              appId: env['META_APP_ID'] ?? '',
              appSecret: new SecretText(env['META_APP_SECRET'] ?? ''),
              apiVersion: env['META_API_VERSION'] ?? INSTAGRAM_DEFAULTS.apiVersion,
              dialogUrl: env['META_DIALOG_URL'] ?? INSTAGRAM_DEFAULTS.dialogUrl,
              graphUrl: env['META_GRAPH_URL'] ?? INSTAGRAM_DEFAULTS.graphUrl,
            },
            { profile },
          ),
        ),
    },
    {
      name: 'TikTok (Login Kit and Display API)',
      missing: missing('TIKTOK_CLIENT_KEY', 'TIKTOK_CLIENT_SECRET'),
      scopes: TIKTOK_SCOPES,
      addresses: [
        ['Login Kit → Redirect URI', `${publicUrl}/oauth/tiktok/callback`],
        ['Webhooks → Callback URL', `${publicUrl}/webhooks/tiktok`],
      ],
      limits: [
        'An app in Sandbox mode serves its listed target users only.',
        'Each scope above has to be added to the app and reviewed before other people can grant it.',
      ],
      guide: 'docs/platforms/tiktok.md',
      check: () =>
        checkCredentials(
          new TikTokGrants(
            {
              clientKey: env['TIKTOK_CLIENT_KEY'] ?? '',
              clientSecret: new SecretText(env['TIKTOK_CLIENT_SECRET'] ?? ''),
              authorizeUrl: env['TIKTOK_AUTHORIZE_URL'] ?? TIKTOK_DEFAULTS.authorizeUrl,
              openApiUrl: env['TIKTOK_OPEN_API_URL'] ?? TIKTOK_DEFAULTS.openApiUrl,
            },
            { profile },
          ),
        ),
    },
    {
      name: 'Google (YouTube Data and Analytics)',
      missing: missing('GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'),
      scopes: YOUTUBE_SCOPES,
      addresses: [
        ['OAuth client → Authorized redirect URIs', `${publicUrl}/oauth/youtube/callback`],
        ['RISC API → stream:update, delivery.url', `${publicUrl}/webhooks/youtube`],
      ],
      limits: [
        'While the consent screen is External and in Testing, refresh tokens end after 7 days.',
        'Unverified, Google shows a warning page and lets a limited number of people through.',
        'YouTube Data API v3 and YouTube Analytics API have to be enabled in the project; 10,000 units a day.',
      ],
      guide: 'docs/platforms/google.md',
      check: () =>
        checkCredentials(
          new YouTubeGrants(
            {
              clientId: env['GOOGLE_CLIENT_ID'] ?? '',
              clientSecret: new SecretText(env['GOOGLE_CLIENT_SECRET'] ?? ''),
              authorizeUrl: env['GOOGLE_AUTHORIZE_URL'] ?? YOUTUBE_DEFAULTS.authorizeUrl,
              oauthUrl: env['GOOGLE_OAUTH_URL'] ?? YOUTUBE_DEFAULTS.oauthUrl,
            },
            { profile },
          ),
        ),
    },
    {
      name: 'TikTok Creator Marketplace',
      missing: missing('TTCM_APP_ID', 'TTCM_APP_SECRET'),
      scopes: {
        required: ['the marketplace account (13020000)', 'onboarding status and invitations (13030000)'],
        optional: ['creator figures (14010100)', 'creator videos (14020100)'],
      },
      addresses: [['App → Advertiser redirect URL', `${publicUrl}/oauth/ttcm/callback`]],
      limits: [
        'The legacy invitation has to be open to your app; where it is not, set TTCM_INVITES_BY=hand.',
        'Each organisation connects its own marketplace account in Settings → Marketplace.',
      ],
      guide: 'docs/platforms/ttcm.md',
      check: () => {
        const api = new TtcmApi({ apiUrl: env['TTCM_API_URL'] ?? TTCM_DEFAULTS.apiUrl }, { profile });
        const app = {
          appId: env['TTCM_APP_ID'] ?? '',
          appSecret: new SecretText(env['TTCM_APP_SECRET'] ?? ''),
          portalUrl: env['TTCM_PORTAL_URL'] ?? TTCM_DEFAULTS.portalUrl,
        };
        return checkMarketplace(api, new AgencyAuthorization(api, app, profile));
      },
    },
    {
      name: 'Discover: Instagram (an account of your own)',
      missing: without('META_APP_SECRET', 'META_DISCOVERY_TOKEN', 'META_DISCOVERY_ACCOUNT_ID'),
      scopes: { required: ['instagram_basic', 'pages_read_engagement'], optional: [] },
      addresses: [],
      limits: ['Data access ends 90 days after whoever runs the Page was last active; then the token is taken anew.'],
      guide: 'docs/platforms/meta.md',
      check: () =>
        checkLookup(
          new InstagramDiscovery(
            {
              appSecret: new SecretText(env['META_APP_SECRET'] ?? ''),
              accessToken: new SecretText(env['META_DISCOVERY_TOKEN'] ?? ''),
              accountId: env['META_DISCOVERY_ACCOUNT_ID'] ?? '',
              apiVersion: env['META_API_VERSION'] ?? INSTAGRAM_DEFAULTS.apiVersion,
              graphUrl: env['META_GRAPH_URL'] ?? INSTAGRAM_DEFAULTS.graphUrl,
            },
            { profile },
          ),
        ),
    },
    {
      name: 'Discover and public figures: YouTube (a key)',
      missing: without('GOOGLE_API_KEY'),
      scopes: { required: ['none: it opens what is public'], optional: [] },
      addresses: [],
      limits: [
        '100 searches by keyword a day for the whole installation; all else shares the 10,000 units of the project.',
      ],
      guide: 'docs/platforms/google.md',
      check: () =>
        checkLookup(
          new YouTubePublicReader(
            {
              apiKey: new SecretText(env['GOOGLE_API_KEY'] ?? ''),
              dataUrl: env['GOOGLE_YOUTUBE_URL'] ?? YOUTUBE_DEFAULTS.dataUrl,
            },
            { profile },
          ),
        ),
    },
  ];
}
