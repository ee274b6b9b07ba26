import { join } from 'node:path';
import { checkout } from '../home';
import type { Ports } from '../ports';
import type { Place } from './place';
import { serviceNames, type ServiceName } from './service-names';
import type { ServiceCommand } from './service-process';
import { platformSettings, sandboxEnvironment, sandboxPictures } from './platform-settings';

type Environment = Record<string, string>;
type DatabaseRole = 'owner' | 'app' | 'router';

export const publicUrl = (ports: Ports): string => `http://localhost:${ports.gateway}`;
const local = (port: number): string => `http://127.0.0.1:${port}`;

/** Everybody in a trial comes from one address: what protects a public installation would stop the third demo. */
const roomyLimits: Environment = {
  LIMIT_SIGN_IN_PER_SOURCE: '1000',
  LIMIT_SIGN_IN_PER_ACCOUNT_AND_SOURCE: '1000',
  LIMIT_SIGN_IN_PER_ACCOUNT: '1000',
  LIMIT_SIGN_IN_LINKS_PER_SOURCE: '1000',
  LIMIT_SIGN_IN_LINKS_PER_ACCOUNT: '100',
  LIMIT_LINK_LOOKUPS_PER_SOURCE: '1000',
};

/** What a service needs beside the common part. */
const own: Record<ServiceName, (place: Place) => Environment> = {
  accounts: (place) => platformSettings(place, ['meta', 'google']),
  oauth: (place) => ({
    ...platformSettings(place, ['meta', 'tiktok', 'google']),
    VAULT_KEY_RING_FILE: place.installation.secrets.keyRingFile,
    VAULT_LOOKUP_KEY_FILE: place.installation.secrets.lookupKeyFile,
  }),
  ttcm: (place) => ({
    ...platformSettings(place, ['ttcm']),
    MARKETPLACE_KEY_FILE: place.installation.secrets.marketplaceKeyFile,
  }),
  collector: (place) => platformSettings(place, ['meta', 'tiktok', 'google']),
  notifications: (place) => ({
    SMTP_URL: `smtp://127.0.0.1:${place.ports.smtp}`,
    SYSTEM_SENDER: 'Creator Connect <no-reply@creator-connect.example>',
  }),
  gateway: (place) => ({
    SETUP_TOKEN: place.installation.secrets.setupToken,
    SECOND_FACTOR_KEY_FILE: place.installation.secrets.secondFactorKeyFile,
    // Who tries the system out has no app at hand; setting one up works all the same.
    SECOND_FACTOR_REQUIRED_FOR: 'nobody',
    OPERATIONS_PORT: String(place.ports.gatewayOperations),
    SANDBOX_URL: `http://localhost:${place.ports.sandbox}`,
    IMAGE_SOURCES: ['https:', ...sandboxPictures(place.ports)].join(' '),
    WEB_DIR: join(checkout, 'services', 'web', 'dist'),
    ...roomyLimits,
  }),
};

/** Variables of the person who starts the system that reach the services as they are. */
const passedOn =
  /^(LOG_LEVEL|FAILPOINTS|TZ|OTEL_[A-Z_]+|LIMIT_[A-Z_]+|LINKS?_[A-Z_]+|COLLECT_[A-Z_]+|VERIFY_[A-Z_]+|SES_[A-Z_]+|[A-Z_]+_SECONDS)$/;

/**
 * Shared by everything that Node runs for us; nothing else of our own environment is handed on. Node's compile cache is
 * left out: it saved half a second of the whole start and cost 15 MB in each service (measured).
 */
export function nodeEnvironment(env: NodeJS.ProcessEnv): Environment {
  return {
    PATH: env.PATH ?? '',
    HOME: env.HOME ?? '/',
    LANG: env.LANG ?? 'C.UTF-8',
    NODE_ENV: 'production',
    // glibc gives every thread an arena of its own otherwise: tens of megabytes per service.
    MALLOC_ARENA_MAX: '2',
    CONNECT_PROFILE: 'local',
    CONNECT_SUPERVISED: '1',
    HOST: '127.0.0.1',
  };
}

function password(place: Place, service: ServiceName, role: DatabaseRole): string {
  return place.installation.secrets.databasePasswords[`${service}_${role}`] ?? '';
}

function databaseUrl(place: Place, service: ServiceName, role: DatabaseRole): string {
  const url = new URL(place.infrastructure.databaseUrl);
  url.username = `${service}_${role}`;
  url.password = password(place, service, role);
  return url.href;
}

function commonEnvironment(place: Place, name: ServiceName): Environment {
  const peers = serviceNames.map((peer) => [`${peer.toUpperCase()}_URL`, local(place.ports[peer])]);
  const passed = Object.entries(place.env).filter(([key, value]) => passedOn.test(key) && value !== undefined);
  return {
    ...nodeEnvironment(place.env),
    PORT: String(place.ports[name]),
    PUBLIC_URL: publicUrl(place.ports),
    DATABASE_URL: databaseUrl(place, name, 'app'),
    DATABASE_ROUTER_URL: databaseUrl(place, name, 'router'),
    KAFKA_BROKERS: place.infrastructure.brokers.join(','),
    LOG_LEVEL: 'info',
    IDENTITY_PRIVATE_KEY_FILE: place.installation.secrets.privateKeyFiles[name] ?? '',
    IDENTITY_PUBLIC_KEYS_FILE: place.installation.secrets.publicKeysFile,
    ...(Object.fromEntries(peers) as Environment),
    ...(Object.fromEntries(passed) as Environment),
  };
}

const dist = (name: string, file: string): string => join(checkout, 'services', name, 'dist', file);

export function serviceCommand(place: Place, name: ServiceName): ServiceCommand {
  return {
    name,
    entry: dist(name, 'main.js'),
    port: place.ports[name],
    env: { ...commonEnvironment(place, name), ...own[name](place) },
  };
}

export function sandboxCommand(place: Omit<Place, 'infrastructure'>): ServiceCommand {
  const port = place.ports.sandbox;
  const env = { ...nodeEnvironment(place.env), PORT: String(port), ...sandboxEnvironment(place) };
  return { name: 'sandbox', entry: dist('sandbox', 'main.js'), port, env };
}

export interface MigrationCommand {
  readonly name: ServiceName;
  readonly entry: string;
  readonly env: Environment;
}

export function migrationCommand(place: Place, name: ServiceName): MigrationCommand {
  return {
    name,
    entry: dist(name, 'migrate.js'),
    env: {
      ...nodeEnvironment(place.env),
      MIGRATION_DATABASE_URL: place.infrastructure.databaseUrl,
      DATABASE_OWNER_PASSWORD: password(place, name, 'owner'),
      DATABASE_APP_PASSWORD: password(place, name, 'app'),
      DATABASE_ROUTER_PASSWORD: password(place, name, 'router'),
    },
  };
}
