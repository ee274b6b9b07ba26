import { z } from 'zod';
import { messagingEnvironment } from '@creator-connect/messaging';
import { commonConfig, loadConfig } from '@creator-connect/observability';

export const accountsConfigSchema = z.object({
  ...commonConfig,
  ...messagingEnvironment,
  DATABASE_URL: z.string().min(1),
  DATABASE_ROUTER_URL: z.string().min(1),
  IDENTITY_PRIVATE_KEY_FILE: z.string().min(1),
  IDENTITY_PUBLIC_KEYS_FILE: z.string().min(1),
  LINK_LIFE_DAYS: z.coerce.number().int().min(1).max(30).default(7),
  LINKS_PER_DAY: z.coerce.number().int().min(1).default(1_000),
  APPLICATIONS_PER_DAY: z.coerce.number().int().min(1).default(1_000),
  HOUSEKEEPING_SECONDS: z.coerce.number().int().min(1).default(60),
});

export type AccountsConfig = z.infer<typeof accountsConfigSchema>;

export const accountsConfig = (): AccountsConfig => loadConfig(accountsConfigSchema, process.env);
