import { z } from 'zod';
import { messagingEnvironment } from '@creator-connect/messaging';
import { commonConfig, loadConfig } from '@creator-connect/observability';
import { INSTAGRAM_DEFAULTS, TIKTOK_DEFAULTS, YOUTUBE_DEFAULTS } from '@creator-connect/platforms';

export const collectorConfigSchema = z.object({
  ...commonConfig,
  ...messagingEnvironment,
  DATABASE_URL: z.string().min(1),
  DATABASE_ROUTER_URL: z.string().min(1),
  IDENTITY_PRIVATE_KEY_FILE: z.string().min(1),
  IDENTITY_PUBLIC_KEYS_FILE: z.string().min(1),
  OAUTH_URL: z.url(),
  ACCOUNTS_URL: z.url(),
  TTCM_URL: z.url(),
  META_APP_SECRET: z.string().min(1).optional(),
  META_GRAPH_URL: z.url().default(INSTAGRAM_DEFAULTS.graphUrl),
  META_API_VERSION: z.string().default(INSTAGRAM_DEFAULTS.apiVersion),
  TIKTOK_OPEN_API_URL: z.url().default(TIKTOK_DEFAULTS.openApiUrl),
  GOOGLE_YOUTUBE_URL: z.url().default(YOUTUBE_DEFAULTS.dataUrl),
  /** Of the installation: public figures of channels that are not authenticated. */
  GOOGLE_API_KEY: z.string().min(1).optional(),
  GOOGLE_ANALYTICS_URL: z.url().default(YOUTUBE_DEFAULTS.analyticsUrl),
  COLLECT_INTERVAL_SECONDS: z.coerce.number().int().min(10).default(21_600),
  COLLECT_REFRESH_WINDOW_DAYS: z.coerce.number().int().min(1).max(365).default(30),
  COLLECT_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(4),
});

export type CollectorConfig = z.infer<typeof collectorConfigSchema>;

export const collectorConfig = (): CollectorConfig => loadConfig(collectorConfigSchema, process.env);
