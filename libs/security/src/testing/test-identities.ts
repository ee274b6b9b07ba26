import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { identityHeader, type Identity } from '../identity/identity';
import { IdentityIssuer } from '../identity/identity-issuer';
import { generateInstallationSecrets, type InstallationSecrets } from '../setup';

/** All that talk to one another. */
export const services = ['gateway', 'accounts', 'oauth', 'ttcm', 'collector', 'notifications'];

/** Members of an organisation in each role, as the gateway would vouch for them. */
export interface TestOrganisation {
  id: string;
  owner: Identity;
  admin: Identity;
  viewer: Identity;
  /** Holds a key without any scope. */
  nobody: Identity;
}

/** Showed so long ago who they are. */
export const proven = (identity: Identity, secondsAgo = 0): Identity => ({
  ...identity,
  auth_time: Math.floor(Date.now() / 1000) - secondsAgo,
});

/** Keys of an installation that lasts as long as a test file. */
export class TestIdentities {
  private readonly directory = mkdtempSync(join(tmpdir(), 'identities-'));
  readonly secrets: InstallationSecrets = generateInstallationSecrets(this.directory, services);

  /** What a service needs in its environment to sign and to believe. */
  env(service: string): { IDENTITY_PRIVATE_KEY_FILE: string; IDENTITY_PUBLIC_KEYS_FILE: string } {
    return {
      IDENTITY_PRIVATE_KEY_FILE: this.secrets.privateKeyFiles[service]!,
      IDENTITY_PUBLIC_KEYS_FILE: this.secrets.publicKeysFile,
    };
  }

  /** A person or key, vouched for by the gateway, or a service speaking for itself. */
  async headers(identity: Identity, audience: string): Promise<Record<string, string>> {
    const issuer = identity.kind === 'service' ? identity.sub : 'gateway';
    const key = this.secrets.privateKeyFiles[issuer]!;
    return { [identityHeader]: await IdentityIssuer.fromKeyFile(issuer, key).issue(identity, audience) };
  }

  anOrganisation(): TestOrganisation {
    const id = randomUUID();
    const member = (role: 'owner' | 'admin' | 'viewer'): Identity => ({
      kind: 'member',
      sub: randomUUID(),
      org: id,
      role,
    });
    const nobody: Identity = { kind: 'api_key', sub: randomUUID(), org: id, scopes: [] };
    return { id, owner: member('owner'), admin: member('admin'), viewer: member('viewer'), nobody };
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}
