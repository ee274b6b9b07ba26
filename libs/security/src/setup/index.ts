/** Makes the secrets of an installation. Light on purpose: the local runner loads it before anything else is there. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface InstallationSecrets {
  keyRingFile: string;
  lookupKeyFile: string;
  /** Protects the secrets of second factors in the gateway's database. */
  secondFactorKeyFile: string;
  /** Seals the tokens of agencies at the Creator Marketplace. */
  marketplaceKeyFile: string;
  publicKeysFile: string;
  /** Private identity key of each service. */
  privateKeyFiles: Record<string, string>;
  /** Database passwords by role name, e.g. `oauth_app`. */
  databasePasswords: Record<string, string>;
  setupToken: string;
}

/**
 * Writes what is missing and leaves what exists: run again after adding a service it only adds to it. Everything is
 * readable by its owner alone (0600, keys 0400).
 */
export function generateInstallationSecrets(dir: string, services: readonly string[]): InstallationSecrets {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const file = (name: string) => join(dir, name);
  once(file('key-ring.json'), 0o400, () => {
    const id = `k${new Date().toISOString().slice(0, 10).replaceAll('-', '')}`;
    return JSON.stringify({ active: id, keys: { [id]: randomBytes(32).toString('base64') } });
  });
  once(file('lookup.key'), 0o400, () => randomBytes(32).toString('base64'));
  once(file('second-factor.key'), 0o400, () => randomBytes(32).toString('base64'));
  once(file('marketplace.key'), 0o400, () => randomBytes(32).toString('base64'));
  once(file('setup-token'), 0o600, () => randomBytes(32).toString('base64url'));
  const passwords = merge(file('database-passwords.json'), services.flatMap(rolesOf), () =>
    randomBytes(24).toString('base64url'),
  );
  const publicKeys: Record<string, string> = {};
  const privateKeyFiles: Record<string, string> = {};
  const known = readObject(file('identity-public-keys.json'));
  for (const service of services) {
    const path = (privateKeyFiles[service] = file(`identity-${service}.pem`));
    if (!existsSync(path) || !known[service]) {
      const pair = generateKeyPairSync('ed25519');
      write(path, 0o400, pair.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string);
      publicKeys[service] = pair.publicKey.export({ type: 'spki', format: 'pem' }) as string;
    }
  }
  const publicKeysFile = file('identity-public-keys.json');
  if (Object.keys(publicKeys).length > 0)
    write(publicKeysFile, 0o600, JSON.stringify({ ...known, ...publicKeys }, null, 2));
  return {
    keyRingFile: file('key-ring.json'),
    lookupKeyFile: file('lookup.key'),
    secondFactorKeyFile: file('second-factor.key'),
    marketplaceKeyFile: file('marketplace.key'),
    publicKeysFile,
    privateKeyFiles,
    databasePasswords: passwords,
    setupToken: readFileSync(file('setup-token'), 'utf8'),
  };
}

const rolesOf = (service: string) => ['owner', 'app', 'router'].map((role) => `${service}_${role}`);

function merge(path: string, names: readonly string[], make: () => string): Record<string, string> {
  const known = readObject(path);
  const missing = names.filter((name) => !known[name]);
  if (missing.length === 0) return known;
  const all = { ...known, ...Object.fromEntries(missing.map((name) => [name, make()])) };
  write(path, 0o600, JSON.stringify(all, null, 2));
  return all;
}

function readObject(path: string): Record<string, string> {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>) : {};
}

function once(path: string, mode: number, make: () => string): void {
  if (!existsSync(path)) write(path, mode, make());
}

/** Written beside and renamed: a crash leaves the old file or the new one, never half of one. */
function write(path: string, mode: number, text: string): void {
  const fresh = `${path}.new`;
  writeFileSync(fresh, text, { mode });
  chmodSync(fresh, mode);
  renameSync(fresh, path);
}
