import { messagingEnvironment } from '@creator-connect/messaging';
import { commonConfig, ConfigError, loadConfig } from '@creator-connect/observability';
import { INSTAGRAM_DEFAULTS, TIKTOK_DEFAULTS, YOUTUBE_DEFAULTS } from '@creator-connect/platforms';
import { z } from 'zod';

const address = z.url().transform((value) => value.replace(/\/+$/, ''));

/** Every variable this service reads. The only file that knows the environment's names. */
export const oauthConfigSchema = z.object({
  ...commonConfig,
  ...messagingEnvironment,
  /** Where browsers and platforms reach the gateway; redirect URIs are made from it, never from a Host header. */
  PUBLIC_URL: address,
  DATABASE_URL: z.string().min(1),
  DATABASE_ROUTER_URL: z.string().min(1),
  IDENTITY_PRIVATE_KEY_FILE: z.string().min(1),
  IDENTITY_PUBLIC_KEYS_FILE: z.string().min(1),
  ACCOUNTS_URL: address,
  /** Keys that wrap the data keys. */
  VAULT_KEY_RING_FILE: z.string().min(1),
  /** Key of the HMAC that finds rows by a platform's ids. */
  VAULT_LOOKUP_KEY_FILE: z.string().min(1),
  /** More openings of secrets for one other service within a minute, in one process, are an alarm. */
  VAULT_READS_PER_MINUTE: z.coerce.number().int().positive().default(600),
  /** How long it is on record who opened which secret: longer than a breach stays unnoticed. The database keeps 90 days in any case. */
  VAULT_READS_KEEP_DAYS: z.coerce.number().int().min(90).max(3_650).default(400),
  /** How often every live grant is looked at, where the platform's budget allows it. */
  VERIFY_EVERY_HOURS: z.coerce.number().positive().max(720).default(24),
  /** How long a platform's message is known again: at least the 96 hours that TikTok's retries need. */
  WEBHOOK_KEEP_DAYS: z.coerce.number().int().min(4).max(365).default(30),
  /** How long the person who asked for a data deletion can look what became of it. */
  DELETION_STATUS_DAYS: z.coerce.number().int().min(30).max(3_650).default(365),
  META_APP_ID: z.string().min(1).optional(),
  META_APP_SECRET: z.string().min(1).optional(),
  /** While a secret is being replaced: messages that are signed with the old one are still taken. */
  META_APP_SECRET_PREVIOUS: z.string().min(1).optional(),
  /** Chosen by the operator, and typed at Meta beside the address of change notices; without it none are subscribed. */
  META_WEBHOOK_VERIFY_TOKEN: z.string().min(16).max(200).optional(),
  META_API_VERSION: z
    .string()
    .regex(/^v\d+\.\d+$/)
    .default(INSTAGRAM_DEFAULTS.apiVersion),
  META_DIALOG_URL: address.default(INSTAGRAM_DEFAULTS.dialogUrl),
  META_GRAPH_URL: address.default(INSTAGRAM_DEFAULTS.graphUrl),
  TIKTOK_CLIENT_KEY: z.string().min(1).optional(),
  TIKTOK_CLIENT_SECRET: z.string().min(1).optional(),
  TIKTOK_CLIENT_SECRET_PREVIOUS: z.string().min(1).optional(),
  TIKTOK_AUTHORIZE_URL: address.default(TIKTOK_DEFAULTS.authorizeUrl),
  TIKTOK_OPEN_API_URL: address.default(TIKTOK_DEFAULTS.openApiUrl),
  GOOGLE_CLIENT_ID: z.string().min(1).optional(),
  GOOGLE_CLIENT_SECRET: z.string().min(1).optional(),
  GOOGLE_AUTHORIZE_URL: address.default(YOUTUBE_DEFAULTS.authorizeUrl),
  GOOGLE_OAUTH_URL: address.default(YOUTUBE_DEFAULTS.oauthUrl),
  /** Keys that sign ID tokens and security events. */
  GOOGLE_CERTS_URL: address.default(YOUTUBE_DEFAULTS.certsUrl),
  GOOGLE_YOUTUBE_URL: address.default(YOUTUBE_DEFAULTS.dataUrl),
});

export type OAuthConfig = z.infer<typeof oauthConfigSchema>;

/** Names that only make sense together. */
const pairs = [
  ['META_APP_ID', 'META_APP_SECRET'],
  ['TIKTOK_CLIENT_KEY', 'TIKTOK_CLIENT_SECRET'],
  ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'],
] as const;

export function oauthConfig(env: NodeJS.ProcessEnv = process.env): OAuthConfig {
  const config = loadConfig(oauthConfigSchema, env);
  const faults = pairs.flatMap(([left, right]) =>
    Boolean(config[left]) === Boolean(config[right]) ? [] : [`${left} and ${right} go together`],
  );
  if (faults.length > 0) throw new ConfigError(faults);
  return config;
}
