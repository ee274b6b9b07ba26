import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

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
  const port = Number(env['PORT_BASE'] ?? 4400) + 9;
  return {
    VAULT_KEY_RING_FILE: ring,
    DATABASE_ROUTER_URL: `postgres://oauth_router:${passwords['oauth_router']}@127.0.0.1:${port}/creator_connect`,
    GATEWAY_DATABASE_URL: `postgres://gateway_app:${passwords['gateway_app']}@127.0.0.1:${port}/creator_connect`,
  };
}
