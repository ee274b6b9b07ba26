import { messagingEnvironment } from '@creator-connect/messaging';
import { commonConfig } from '@creator-connect/observability';
import { z } from 'zod';

const seconds = (fallback: number) => z.coerce.number().int().min(1).default(fallback);
const points = (fallback: number) => z.coerce.number().int().min(1).default(fallback);
const list = z
  .string()
  .default('')
  .transform((value) =>
    value
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );

/** Everything the gateway reads from its environment. `.env.example` is kept equal to this by a test. */
export const gatewayConfigSchema = z
  .object({
    ...commonConfig,
    DATABASE_URL: z.url(),
    DATABASE_ROUTER_URL: z.url(),
    ...messagingEnvironment,
    IDENTITY_PRIVATE_KEY_FILE: z.string().min(1),
    ACCOUNTS_URL: z.url(),
    OAUTH_URL: z.url(),
    TTCM_URL: z.url(),
    COLLECTOR_URL: z.url(),
    NOTIFICATIONS_URL: z.url(),
    /** Whoever knows it may create the first owner. Without it there is no installation over HTTP. */
    SETUP_TOKEN: z.string().min(20).optional(),
    /** 32 random bytes in base64 (mode 0400) that protect the secrets of second factors in the database. */
    SECOND_FACTOR_KEY_FILE: z.string().min(1),
    /** Who must have a second factor. `nobody` is for trying out on one machine; production refuses it. */
    SECOND_FACTOR_REQUIRED_FOR: z.enum(['admins', 'nobody']).default('admins'),
    /** Folder of the built web app; without it the gateway serves the API only. */
    WEB_DIR: z.string().optional(),
    /** Host names besides the one of PUBLIC_URL that requests may carry, with port. */
    ALLOWED_HOSTS: list,
    /** How many proxies of ours stand before the gateway; X-Forwarded-For counts only so far. */
    TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
    /** Listener of its own for /metrics and the details of /health; without it the gateway shows neither. */
    OPERATIONS_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
    /** How long one process may believe what it read about a session, key or membership. Bounds revocation to 1 s. */
    SESSION_CACHE_MILLISECONDS: z.coerce.number().int().min(0).max(750).default(750),
    /** Hosts that pictures on our pages may come from: the platforms' image servers have no fixed names. */
    IMAGE_SOURCES: z.string().default('https:'),
    /** Where a person finds the pretended platforms; shown to the operator. For trying out only. */
    SANDBOX_URL: z.url().optional(),
    UPSTREAM_TIMEOUT_SECONDS: seconds(20),
    LIMIT_REQUESTS_PER_MINUTE: points(1_200),
    LIMIT_ORGANISATION_REQUESTS_PER_MINUTE: points(3_000),
    LIMIT_SIGN_IN_PER_SOURCE: points(30),
    LIMIT_SIGN_IN_PER_ACCOUNT_AND_SOURCE: points(10),
    LIMIT_SIGN_IN_PER_ACCOUNT: points(100),
    LIMIT_SIGN_IN_LINKS_PER_SOURCE: points(20),
    LIMIT_SIGN_IN_LINKS_PER_ACCOUNT: points(5),
    LIMIT_SECOND_FACTOR_TRIES: points(10),
    LIMIT_PASSWORD_RESETS_PER_SOURCE: points(20),
    LIMIT_PASSWORD_RESETS_PER_ACCOUNT: points(5),
    LIMIT_MEMBER_INVITATIONS_PER_ORGANISATION: points(50),
    LIMIT_ORGANISATIONS_PER_OPERATOR: points(50),
    LIMIT_LINK_LOOKUPS_PER_SOURCE: points(60),
    LIMIT_LINK_LOOKUPS_TOTAL: points(3_000),
    LIMIT_APPLICATIONS_PER_SOURCE: points(20),
    LIMIT_CODES_PER_REQUEST: points(5),
    LIMIT_CODE_TRIES_PER_REQUEST: points(20),
  })
  .refine((config) => config.CONNECT_PROFILE === 'local' || config.SECOND_FACTOR_REQUIRED_FOR !== 'nobody', {
    path: ['SECOND_FACTOR_REQUIRED_FOR'],
    message: 'nobody is for the local profile only',
  })
  .refine((config) => config.CONNECT_PROFILE === 'local' || config.SANDBOX_URL === undefined, {
    path: ['SANDBOX_URL'],
    message: 'is for the local profile only',
  });

export type GatewayConfig = z.infer<typeof gatewayConfigSchema>;

/** Injection token of the parsed configuration. */
export const GATEWAY_CONFIG = Symbol('GATEWAY_CONFIG');
