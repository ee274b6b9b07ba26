import { z } from 'zod';
import { messagingEnvironment } from '@creator-connect/messaging';
import { commonConfig, loadConfig } from '@creator-connect/observability';
import { TTCM_DEFAULTS } from '@creator-connect/platforms';

export const ttcmConfigSchema = z.object({
  ...commonConfig,
  ...messagingEnvironment,
  DATABASE_URL: z.string().min(1),
  DATABASE_ROUTER_URL: z.string().min(1),
  IDENTITY_PRIVATE_KEY_FILE: z.string().min(1),
  IDENTITY_PUBLIC_KEYS_FILE: z.string().min(1),
  ACCOUNTS_URL: z.url(),
  COLLECTOR_URL: z.url(),
  TTCM_API_URL: z.url().default(TTCM_DEFAULTS.apiUrl),
  /** The installation's app; without one no organisation can connect its marketplace account. */
  TTCM_APP_ID: z.string().min(1).optional(),
  TTCM_APP_SECRET: z.string().min(1).optional(),
  /** Where owners let the app work in their account. */
  TTCM_PORTAL_URL: z.url().default(TTCM_DEFAULTS.portalUrl),
  /** Key that seals the agencies' tokens. */
  MARKETPLACE_KEY_FILE: z.string().min(1),
  /** `hand` where the marketplace is known to take no invitations from the app; with `api` each one finds out. */
  TTCM_INVITES_BY: z.enum(['api', 'hand']).default('api'),
  TTCM_POLL_SECONDS: z.coerce.number().int().min(1).default(900),
  TTCM_MEMBERSHIP_SECONDS: z.coerce.number().int().min(1).default(86_400),
  /** Of the collection; the app may call 10 times a second, and 600 times a minute. */
  TTCM_READS_PER_SECOND: z.coerce.number().min(0.1).max(100).default(5),
  /** Of the questions about memberships and open invitations; what is left of the app's calls is for what people ask. */
  TTCM_CHECKS_PER_SECOND: z.coerce.number().min(0.1).max(100).default(3),
  TTCM_INVITE_EXPIRE_DAYS: z.coerce.number().int().min(1).max(365).default(30),
  /** After how many days a creator who has not answered is reminded, once; absent: half-way, 0: never. */
  TTCM_INVITE_REMIND_DAYS: z.coerce.number().int().min(0).max(364).optional(),
});

export type TtcmConfig = z.infer<typeof ttcmConfigSchema>;

export const ttcmConfig = (): TtcmConfig => loadConfig(ttcmConfigSchema, process.env);
