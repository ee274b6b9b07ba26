import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** In a container (docker-compose.yml) the server has an address of its own. */
function serverOf({ CONNECT_HOME, DATABASE_URL, PORT_BASE }: NodeJS.ProcessEnv): string {
  if (CONNECT_HOME && DATABASE_URL) return DATABASE_URL;
  return `postgres://127.0.0.1:${Number(PORT_BASE ?? 4400) + 9}/creator_connect`;
}

/** Where the gateway is and who runs it, while the system runs. */
function runningOf(home: string): NodeJS.ProcessEnv {
  const file = join(home, 'run.json');
  if (!existsSync(file)) return {};
  const { addresses, logins } = JSON.parse(readFileSync(file, 'utf8')) as {
    addresses: Record<string, string>;
    logins: { email: string; password: string }[];
  };
  const [operator] = logins;
  return { GATEWAY_URL: addresses['gateway'], OPERATOR_EMAIL: operator?.email, OPERATOR_PASSWORD: operator?.password };
}

/** Settings of the system that `npm start` runs here, for whoever gives none. Empty where there is no such system. */
export function localInstallation(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const home = resolve(env['CONNECT_HOME'] ?? join(__dirname, '../../../.local'));
  const secrets = join(home, 'secrets');
  const ring = join(secrets, 'key-ring.json');
  if (!existsSync(ring)) return {};
  const passwords = JSON.parse(readFileSync(join(secrets, 'database-passwords.json'), 'utf8')) as Record<
    string,
    string
  >;
  const as = (role: string): string => {
    const url = new URL(serverOf(env));
    [url.username, url.password] = [role, passwords[role] ?? ''];
    return url.toString();
  };
  return {
    ...runningOf(home),
    VAULT_KEY_RING_FILE: ring,
    DATABASE_ROUTER_URL: as('oauth_router'),
    OAUTH_DATABASE_URL: as('oauth_app'),
    GATEWAY_DATABASE_URL: as('gateway_app'),
    GATEWAY_DATABASE_ROUTER_URL: as('gateway_router'),
    ACCOUNTS_DATABASE_ROUTER_URL: as('accounts_router'),
  };
}
