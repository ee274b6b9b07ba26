import { z } from 'zod';
import { messagingEnvironment } from '@creator-connect/messaging';
import { commonConfig, loadConfig } from '@creator-connect/observability';

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
});

export type NotificationsConfig = z.infer<typeof notificationsConfigSchema>;

export const notificationsConfig = (): NotificationsConfig => loadConfig(notificationsConfigSchema, process.env);
