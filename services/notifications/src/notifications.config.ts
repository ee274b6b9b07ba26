import { z } from 'zod';
import { messagingEnvironment } from '@creator-connect/messaging';
import { commonConfig, ConfigError, loadConfig } from '@creator-connect/observability';

/** `Name <address>`, as in a From header. */
const sender = z
  .string()
  .regex(/^[^<>"\r\n]{1,100} <[^<>\s@]+@[^<>\s@]+>$/)
  .transform((text) => {
    const [name, address] = text.slice(0, -1).split(' <');
    return { name: name ?? '', address: address ?? '' };
  });

export const notificationsConfigSchema = z.object({
  ...commonConfig,
  ...messagingEnvironment,
  DATABASE_URL: z.string().min(1),
  DATABASE_ROUTER_URL: z.string().min(1),
  IDENTITY_PRIVATE_KEY_FILE: z.string().min(1),
  IDENTITY_PUBLIC_KEYS_FILE: z.string().min(1),
  ACCOUNTS_URL: z.url(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }),
  SYSTEM_SENDER: sender,
  /** Set where organisations may send through Amazon SES. */
  SES_REGION: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]{1,12}){1,3}-\d{1,2}$/)
    .optional(),
  /** Only in profile `local`: the region's own host otherwise. */
  SES_ENDPOINT: z.url().optional(),
  /** Both, or the AWS SDK's own ways to credentials. */
  SES_ACCESS_KEY_ID: z.string().min(1).optional(),
  SES_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  SES_CONFIGURATION_SET: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional(),
  /** SNS topics, separated by commas, on which SES tells of bounces and complaints. */
  SES_TOPIC_ARNS: z
    .string()
    .regex(/^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[\w-]{1,256}(,arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[\w-]{1,256})*$/)
    .transform((text) => text.split(','))
    .optional(),
  /** How often AWS is asked about an address that waits for its confirmation. */
  SES_POLL_SECONDS: z.coerce.number().int().min(1).default(15),
});

export type NotificationsConfig = z.infer<typeof notificationsConfigSchema>;

export function notificationsConfig(): NotificationsConfig {
  const config = loadConfig(notificationsConfigSchema, process.env);
  const faults = [
    ...(config.SES_ENDPOINT && config.CONNECT_PROFILE !== 'local' ? ['SES_ENDPOINT is for profile "local" only'] : []),
    ...(Boolean(config.SES_ACCESS_KEY_ID) === Boolean(config.SES_SECRET_ACCESS_KEY)
      ? []
      : ['SES_ACCESS_KEY_ID and SES_SECRET_ACCESS_KEY go together']),
  ];
  if (faults.length > 0) throw new ConfigError(faults);
  return config;
}
