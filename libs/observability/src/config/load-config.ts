import { z } from 'zod';

/** The environment does not fit. Lists every fault by variable name; a value is never named. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly faults: string[]) {
    super(`The configuration is not usable:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

/** Parses the environment once, before anything is created. Empty variables count as absent. Throws a ConfigError. */
export function loadConfig<Schema extends z.ZodObject>(schema: Schema, env: NodeJS.ProcessEnv): z.infer<Schema> {
  const given = Object.fromEntries(
    Object.keys(schema.shape)
      .map((name) => [name, env[name]] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw new ConfigError(
    result.error.issues.map((issue) => {
      const name = issue.path.join('.');
      const missing = issue.code === 'invalid_type' && !(name in given);
      return missing ? `${name} is missing` : `${name} is not valid (${reason(issue)})`;
    }),
  );
}

/** What is wrong without the value: zod's texts of some issues quote it. */
function reason(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${issue.expected}`;
    case 'too_small':
    case 'too_big':
      return issue.code.replace('_', ' ');
    case 'invalid_value':
      return `expected one of ${issue.values.join(', ')}`;
    case 'invalid_format':
      return `expected the format ${issue.format}`;
    case 'custom':
      return issue.message;
    default:
      return issue.code;
  }
}

/** Settings that every service has. */
export const commonConfig = {
  PORT: z.coerce.number().int().min(0).max(65_535),
  HOST: z.string().default('127.0.0.1'),
  CONNECT_PROFILE: z.enum(['local', 'production']).default('production'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal']).default('info'),
};
