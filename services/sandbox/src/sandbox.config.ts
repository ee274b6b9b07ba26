import { z } from 'zod';

const url = z.url({ protocol: /^https?$/ });
const secret = z.string().min(8);

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4406),
  HOST: z.string().min(1).default('127.0.0.1'),
  CONNECT_PROFILE: z
    .enum(['local', 'production'])
    .default('local')
    .refine((profile) => profile !== 'production', 'pretended platforms are never started in production'),
  CONNECT_SUPERVISED: z.enum(['0', '1']).default('0'),
  SANDBOX_APP_NAME: z.string().min(1).default('Creator Connect'),
  SANDBOX_META_APP_ID: z.string().regex(/^\d+$/, 'digits only, as at Meta'),
  SANDBOX_META_APP_SECRET: secret,
  /** Page token of the persona `agency`, as a system in operation has one for looking others up. */
  SANDBOX_META_DISCOVERY_TOKEN: secret.optional(),
  SANDBOX_TIKTOK_CLIENT_KEY: z.string().min(1),
  SANDBOX_TIKTOK_CLIENT_SECRET: secret,
  SANDBOX_TTCM_APP_ID: z.string().min(1),
  SANDBOX_TTCM_APP_SECRET: secret,
  SANDBOX_TTCM_ACCESS_TOKEN: secret,
  SANDBOX_TTCM_ACCOUNT_ID: z.string().min(1),
  SANDBOX_GOOGLE_CLIENT_ID: z.string().min(1).default('sandbox.apps.googleusercontent.com'),
  /** Without it the pretended Google is there, but nobody can redeem a code. */
  SANDBOX_GOOGLE_CLIENT_SECRET: secret.optional(),
  SANDBOX_GOOGLE_API_KEY: secret.optional(),
  SANDBOX_REDIRECT_URIS: z
    .string()
    .transform((list) => list.split(',').map((uri) => uri.trim()))
    .pipe(z.array(url).min(1)),
  SANDBOX_META_DEAUTHORIZE_URL: url.optional(),
  SANDBOX_META_DATA_DELETION_URL: url.optional(),
  /** Where change notices go, once the address has answered with the challenge to this token. */
  SANDBOX_META_WEBHOOK_URL: url.optional(),
  SANDBOX_META_VERIFY_TOKEN: secret.optional(),
  SANDBOX_TIKTOK_WEBHOOK_URL: url.optional(),
  SANDBOX_GOOGLE_RISC_URL: url.optional(),
  /** The app that is tried out, and where its mails arrive: the control page links to both. */
  SANDBOX_APP_URL: url.optional(),
  SANDBOX_INBOX_URL: url.optional(),
  /** Where grants, clock and settings survive a restart; without it everything is forgotten. */
  SANDBOX_STATE_FILE: z.string().min(1).optional(),
  /** Same seed, same world: posts, numbers and audiences are computed from it. */
  SANDBOX_SEED: z.string().min(1).default('creator-connect'),
});

export const configVariables: readonly string[] = Object.keys(schema.shape);

export type SandboxConfig = z.infer<typeof schema>;

/** Throws one error that lists every fault by variable name and never by value. */
export function readConfig(environment: Record<string, string | undefined>): SandboxConfig {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The sandbox can not start, its environment is incomplete:\n${faults.join('\n')}`);
}
