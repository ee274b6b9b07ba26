import {
  InstagramGrants,
  InstagramReader,
  TikTokGrants,
  TikTokReader,
  YOUTUBE_DEFAULTS,
  YouTubeGrants,
  YouTubeReader,
  type ClientOptions,
} from '@creator-connect/platforms';
import { PublishedKeys, Secret } from '@creator-connect/security';
import { ConnectFacebookStrategy } from '../connect-transactions/passport/facebook.strategy';
import { GoogleStrategy } from '../connect-transactions/passport/google.strategy';
import { TikTokStrategy } from '../connect-transactions/passport/tiktok.strategy';
import type { OAuthConfig } from '../oauth.config';
import { type ConnectPlatform, ConnectPlatforms } from './connect-platform';

/** Real clients for every configured platform. Throws for a host that the profile does not allow (security OC-14). */
export function createPlatforms(config: OAuthConfig, options: ClientOptions): ConnectPlatforms {
  return new ConnectPlatforms([...instagram(config, options), ...tiktok(config, options), ...youtube(config, options)]);
}

function instagram(config: OAuthConfig, options: ClientOptions): ConnectPlatform[] {
  const { META_APP_ID: appId, META_APP_SECRET, META_API_VERSION: apiVersion } = config;
  if (!appId || !META_APP_SECRET) return [];
  const dialogUrl = config.META_DIALOG_URL;
  const graphUrl = config.META_GRAPH_URL;
  const client = { appId, appSecret: Secret.of(META_APP_SECRET), apiVersion, dialogUrl, graphUrl };
  const grants = new InstagramGrants(client, options);
  const redirectUri = `${config.PUBLIC_URL}/oauth/instagram/callback`;
  const scopes = [...grants.scopes.required, ...grants.scopes.optional];
  return [
    {
      platform: 'instagram',
      appRegistration: appId,
      redirectUri,
      issuer: dialogUrl,
      alwaysAskWhich: true,
      strategy: new ConnectFacebookStrategy({ appId, dialogUrl, graphUrl, apiVersion, redirectUri, scopes }, grants),
      grants,
      reader: new InstagramReader(client, options),
      linkedAccount: (pageToken, pageId) => grants.linkedAccount(pageToken, pageId),
      publishedKeys: null,
    },
  ];
}

function tiktok(config: OAuthConfig, options: ClientOptions): ConnectPlatform[] {
  const { TIKTOK_CLIENT_KEY: clientKey, TIKTOK_CLIENT_SECRET } = config;
  if (!clientKey || !TIKTOK_CLIENT_SECRET) return [];
  const authorizeUrl = config.TIKTOK_AUTHORIZE_URL;
  const openApiUrl = config.TIKTOK_OPEN_API_URL;
  const grants = new TikTokGrants(
    { clientKey, clientSecret: Secret.of(TIKTOK_CLIENT_SECRET), authorizeUrl, openApiUrl },
    options,
  );
  const redirectUri = `${config.PUBLIC_URL}/oauth/tiktok/callback`;
  const scopes = [...grants.scopes.required, ...grants.scopes.optional];
  return [
    {
      platform: 'tiktok',
      appRegistration: clientKey,
      redirectUri,
      issuer: authorizeUrl,
      alwaysAskWhich: false,
      strategy: new TikTokStrategy({ clientKey, authorizeUrl, openApiUrl, redirectUri, scopes }, grants),
      grants,
      reader: new TikTokReader({ openApiUrl }, options),
      linkedAccount: null,
      publishedKeys: null,
    },
  ];
}

function youtube(config: OAuthConfig, options: ClientOptions): ConnectPlatform[] {
  const { GOOGLE_CLIENT_ID: clientId, GOOGLE_CLIENT_SECRET } = config;
  if (!clientId || !GOOGLE_CLIENT_SECRET) return [];
  const { GOOGLE_AUTHORIZE_URL: authorizeUrl, GOOGLE_OAUTH_URL: oauthUrl, GOOGLE_YOUTUBE_URL: dataUrl } = config;
  const hosts = { authorizeUrl, oauthUrl, dataUrl, certsUrl: config.GOOGLE_CERTS_URL };
  const grants = new YouTubeGrants({ clientId, clientSecret: Secret.of(GOOGLE_CLIENT_SECRET), ...hosts }, options);
  const redirectUri = `${config.PUBLIC_URL}/oauth/youtube/callback`;
  const scopes = [...grants.scopes.required, ...grants.scopes.optional];
  return [
    {
      platform: 'youtube',
      appRegistration: clientId,
      redirectUri,
      // Google names itself, wherever its page is opened.
      issuer: YOUTUBE_DEFAULTS.issuer,
      alwaysAskWhich: false,
      strategy: new GoogleStrategy({ clientId, authorizeUrl, oauthUrl, redirectUri, scopes }, grants),
      grants,
      reader: new YouTubeReader({ dataUrl }, options),
      linkedAccount: null,
      publishedKeys: new PublishedKeys(() => grants.signingKeys(), options.now),
    },
  ];
}
