import { z } from 'zod';
import { messagingEnvironment } from '@creator-connect/messaging';
import { commonConfig, loadConfig } from '@creator-connect/observability';
import { INSTAGRAM_DEFAULTS, YOUTUBE_DEFAULTS } from '@creator-connect/platforms';

export const accountsConfigSchema = z.object({
  ...commonConfig,
  ...messagingEnvironment,
  DATABASE_URL: z.string().min(1),
  DATABASE_ROUTER_URL: z.string().min(1),
  IDENTITY_PRIVATE_KEY_FILE: z.string().min(1),
  IDENTITY_PUBLIC_KEYS_FILE: z.string().min(1),
  /** The account that Instagram is searched with signs its calls with the app's secret. */
  META_APP_SECRET: z.string().min(1).optional(),
  META_DISCOVERY_TOKEN: z.string().min(1).optional(),
  META_DISCOVERY_ACCOUNT_ID: z
    .string()
    .regex(/^\d{1,30}$/)
    .optional(),
  META_GRAPH_URL: z.url().default(INSTAGRAM_DEFAULTS.graphUrl),
  META_API_VERSION: z.string().default(INSTAGRAM_DEFAULTS.apiVersion),
  /** Of the installation: opens what is public at YouTube. */
  GOOGLE_API_KEY: z.string().min(1).optional(),
  GOOGLE_YOUTUBE_URL: z.url().default(YOUTUBE_DEFAULTS.dataUrl),
  SEARCHES_BY_HANDLE_PER_DAY: z.coerce.number().int().min(1).default(500),
  /** YouTube gives an installation a hundred a day. */
  SEARCHES_BY_KEYWORD_PER_DAY: z.coerce.number().int().min(1).default(20),
  OAUTH_URL: z.url(),
  TTCM_URL: z.url(),
  COLLECTOR_URL: z.url(),
  NOTIFICATIONS_URL: z.url(),
  LINK_LIFE_DAYS: z.coerce.number().int().min(1).max(30).default(7),
  LINKS_PER_DAY: z.coerce.number().int().min(1).default(1_000),
  APPLICATIONS_PER_DAY: z.coerce.number().int().min(1).default(1_000),
  /** `accept`: the record of erasures is lost for good; what the database knows of it is written anew. */
  ERASURE_LEDGER_LOST: z.enum(['refuse', 'accept']).default('refuse'),
  HOUSEKEEPING_SECONDS: z.coerce.number().int().min(1).default(60),
});

export type AccountsConfig = z.infer<typeof accountsConfigSchema>;

export const accountsConfig = (): AccountsConfig => loadConfig(accountsConfigSchema, process.env);
