import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IdentityIssuer } from '../identity/identity-issuer';
import { IdentityVerifier } from '../identity/identity-verifier';
import { readKeyFile } from '../vault/key-file';
import { KeyRing } from '../vault/key-ring';
import { generateInstallationSecrets } from '.';

describe('generateInstallationSecrets', () => {
  const dir = mkdtempSync(join(tmpdir(), 'secrets-'));
  afterAll(() => rmSync(dir, { recursive: true }));

  it('makes secrets that the services accept, readable by their owner alone', async () => {
    const secrets = generateInstallationSecrets(dir, ['gateway', 'oauth']);
    expect(KeyRing.fromFile(secrets.keyRingFile).active).toHaveLength(32);
    expect(readKeyFile(secrets.lookupKeyFile)).toHaveLength(32);
    expect(readKeyFile(secrets.secondFactorKeyFile)).toHaveLength(32);
    expect(readKeyFile(secrets.marketplaceKeyFile)).toHaveLength(32);
    const token = await IdentityIssuer.fromKeyFile('gateway', secrets.privateKeyFiles['gateway']!).asService('oauth');
    await expect(IdentityVerifier.fromKeysFile('oauth', secrets.publicKeysFile).verify(token)).resolves.toMatchObject({
      kind: 'service',
      sub: 'gateway',
    });
    for (const path of [secrets.keyRingFile, secrets.lookupKeyFile, secrets.publicKeysFile]) {
      expect(statSync(path).mode & 0o077).toBe(0);
    }
  });

  it('changes nothing when run again, and adds a new service', () => {
    const before = generateInstallationSecrets(dir, ['gateway', 'oauth']);
    const ring = readFileSync(before.keyRingFile, 'utf8');
    const after = generateInstallationSecrets(dir, ['gateway', 'oauth', 'accounts']);
    expect(readFileSync(after.keyRingFile, 'utf8')).toBe(ring);
    expect(after.setupToken).toBe(before.setupToken);
    expect(after.databasePasswords).toMatchObject(before.databasePasswords);
    expect(after.databasePasswords).toHaveProperty('accounts_router');
    expect(Object.keys(JSON.parse(readFileSync(after.publicKeysFile, 'utf8')) as object)).toContain('accounts');
  });
});
