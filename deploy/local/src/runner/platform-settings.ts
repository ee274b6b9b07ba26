import { join } from 'node:path';
import type { Ports } from '../ports';
import type { Place } from './place';

type Platform = 'meta' | 'tiktok' | 'google' | 'ttcm';
type Environment = Record<string, string>;

/** Set by somebody who tries the system with a real app; then none of this platform's settings point to the sandbox. */
const realApp: Record<Platform, string> = {
  meta: 'META_APP_ID',
  tiktok: 'TIKTOK_CLIENT_KEY',
  google: 'GOOGLE_CLIENT_ID',
  ttcm: 'TTCM_APP_ID',
};
const prefix: Record<Platform, string> = { meta: 'META_', tiktok: 'TIKTOK_', google: 'GOOGLE_', ttcm: 'TTCM_' };

/**
 * Servers call the sandbox by path on 127.0.0.1 (Node's resolver does not know `*.localhost`); browsers open it as
 * sites of their own, so that same-site rules are really met.
 */
const sandboxSettings: Record<Platform, (place: Place) => Environment> = {
  meta: ({ installation, ports }) => ({
    META_APP_ID: installation.meta.appId,
    META_APP_SECRET: installation.meta.appSecret,
    META_WEBHOOK_VERIFY_TOKEN: installation.metaWebhooks.verifyToken,
    META_DIALOG_URL: `http://facebook.localhost:${ports.sandbox}`,
    META_GRAPH_URL: `http://127.0.0.1:${ports.sandbox}/graph`,
    META_DISCOVERY_TOKEN: installation.discovery.metaToken,
    META_DISCOVERY_ACCOUNT_ID: '17841000000000116',
  }),
  tiktok: ({ installation, ports }) => ({
    TIKTOK_CLIENT_KEY: installation.tiktok.clientKey,
    TIKTOK_CLIENT_SECRET: installation.tiktok.clientSecret,
    TIKTOK_AUTHORIZE_URL: `http://tiktok.localhost:${ports.sandbox}`,
    TIKTOK_OPEN_API_URL: `http://127.0.0.1:${ports.sandbox}/tiktok-open`,
  }),
  google: ({ installation, ports }) => ({
    GOOGLE_CLIENT_ID: installation.google.clientId,
    GOOGLE_CLIENT_SECRET: installation.google.clientSecret,
    GOOGLE_API_KEY: installation.google.apiKey,
    GOOGLE_AUTHORIZE_URL: `http://google.localhost:${ports.sandbox}`,
    GOOGLE_OAUTH_URL: `http://127.0.0.1:${ports.sandbox}/google-oauth`,
    GOOGLE_CERTS_URL: `http://127.0.0.1:${ports.sandbox}/google-oauth/certs`,
    GOOGLE_YOUTUBE_URL: `http://127.0.0.1:${ports.sandbox}/google-youtube`,
    GOOGLE_ANALYTICS_URL: `http://127.0.0.1:${ports.sandbox}/google-analytics`,
  }),
  ttcm: ({ installation, ports }) => ({
    TTCM_API_URL: `http://127.0.0.1:${ports.sandbox}/tiktok-business/open_api`,
    TTCM_APP_ID: installation.ttcm.appId,
    TTCM_APP_SECRET: installation.ttcm.appSecret,
    TTCM_PORTAL_URL: `http://tiktok.localhost:${ports.sandbox}`,
    // The sandbox's creators answer within seconds; the real marketplace is asked every few minutes.
    TTCM_POLL_SECONDS: '2',
    TTCM_MEMBERSHIP_SECONDS: '30',
  }),
};

export function platformSettings(place: Place, platforms: readonly Platform[]): Environment {
  const settings: Environment = {};
  for (const platform of platforms) {
    if (!place.env[realApp[platform]]) Object.assign(settings, sandboxSettings[platform](place));
    for (const [key, value] of Object.entries(place.env)) {
      if (value && key.startsWith(prefix[platform])) settings[key] = value;
    }
  }
  return settings;
}

/** Where pictures of the sandbox's accounts lie, as browsers open it. */
export const sandboxPictures = ({ sandbox }: Ports): string[] =>
  ['instagram', 'tiktok', 'google'].map((site) => `http://${site}.localhost:${sandbox}`);

/** The app registrations that the sandbox knows: the same values that the services sign with. */
export function sandboxEnvironment({
  home,
  ports,
  installation,
}: Pick<Place, 'home' | 'ports' | 'installation'>): Environment {
  const url = `http://localhost:${ports.gateway}`;
  // Server to server, where `localhost` might mean ::1, on which nobody listens.
  const webhooks = `http://127.0.0.1:${ports.gateway}/webhooks`;
  return {
    SANDBOX_META_APP_ID: installation.meta.appId,
    SANDBOX_META_APP_SECRET: installation.meta.appSecret,
    SANDBOX_META_DISCOVERY_TOKEN: installation.discovery.metaToken,
    SANDBOX_TIKTOK_CLIENT_KEY: installation.tiktok.clientKey,
    SANDBOX_TIKTOK_CLIENT_SECRET: installation.tiktok.clientSecret,
    SANDBOX_TTCM_APP_ID: installation.ttcm.appId,
    SANDBOX_TTCM_APP_SECRET: installation.ttcm.appSecret,
    SANDBOX_TTCM_ACCESS_TOKEN: installation.ttcm.accessToken,
    SANDBOX_TTCM_ACCOUNT_ID: installation.ttcm.accountId,
    SANDBOX_GOOGLE_CLIENT_ID: installation.google.clientId,
    SANDBOX_GOOGLE_CLIENT_SECRET: installation.google.clientSecret,
    SANDBOX_GOOGLE_API_KEY: installation.google.apiKey,
    SANDBOX_REDIRECT_URIS: ['instagram', 'tiktok', 'youtube', 'ttcm']
      .map((name) => `${url}/oauth/${name}/callback`)
      .join(),
    SANDBOX_META_DEAUTHORIZE_URL: `${webhooks}/instagram/deauthorize`,
    SANDBOX_META_DATA_DELETION_URL: `${webhooks}/instagram/data-deletion`,
    SANDBOX_META_WEBHOOK_URL: `${webhooks}/instagram/changes`,
    SANDBOX_META_VERIFY_TOKEN: installation.metaWebhooks.verifyToken,
    SANDBOX_TIKTOK_WEBHOOK_URL: `${webhooks}/tiktok`,
    SANDBOX_GOOGLE_RISC_URL: `${webhooks}/youtube`,
    SANDBOX_APP_URL: url,
    SANDBOX_INBOX_URL: `http://localhost:${ports.mail}`,
    SANDBOX_STATE_FILE: join(home.root, 'sandbox.json'),
  };
}
