import { execFile } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { GatewayFixture, password as newPassword } from './support/gateway-fixture';

const cli = join(__dirname, '../../../../deploy/connect/dist/cli.js');

describe('npm run connect -- init', () => {
  const password = newPassword();
  let gateway: GatewayFixture;
  beforeAll(async () => {
    gateway = await GatewayFixture.start();
  });
  afterAll(() => gateway.stop());

  const init = (more: string[] = [], env: NodeJS.ProcessEnv = {}) =>
    promisify(execFile)(process.execPath, [cli, 'init', '--secrets', join(gateway.directory, 'init'), ...more], {
      env: { PATH: process.env['PATH'], ...env },
    });
  const owner = () =>
    Object.entries({
      '--gateway': gateway.publicUrl,
      '--email': 'owner@example.com',
      '--name': 'First owner',
      '--organisation': 'Acme Talent',
      '--slug': 'acme-talent',
    }).flat();
  const secrets = (setupToken = gateway.setupToken) => ({ SETUP_TOKEN: setupToken, OWNER_PASSWORD: password });

  it('makes keys that only their owner can read, says which setting names them, and makes none anew', async () => {
    const { stdout } = await init();
    const files = new Map([...stdout.matchAll(/^([A-Z_]+)=(\S+)/gm)].map(([, name, file]) => [name!, file!]));
    for (const name of ['VAULT_KEY_RING_FILE', 'VAULT_LOOKUP_KEY_FILE', 'IDENTITY_PRIVATE_KEY_FILE']) {
      expect([name, statSync(files.get(name)!).mode & 0o077]).toEqual([name, 0]);
    }
    const before = [...files.values()].map((file) => readFileSync(file, 'utf8'));
    expect((await init()).stdout).toBe(stdout);
    expect([...files.values()].map((file) => readFileSync(file, 'utf8'))).toEqual(before);
    for (const content of before) expect(stdout).not.toContain(content.trim());
  });

  it('sets up the first organisation and its owner, with the setup token alone, and once', async () => {
    const refused = (env: NodeJS.ProcessEnv) =>
      init(owner(), env).then(
        () => undefined,
        (error: unknown) => error as { code: number; stderr: string },
      );
    expect((await refused({}))?.stderr).toContain('SETUP_TOKEN and OWNER_PASSWORD');
    expect(await refused(secrets('not-the-token-of-this-installation'))).toMatchObject({ code: 1 });
    const { stdout } = await init(owner(), secrets());
    expect(stdout).toContain('owner@example.com can sign in');
    expect(stdout).not.toContain(password);
    const session = await gateway.browser().post('/v1/sessions', { email: 'owner@example.com', password });
    expect(session.status).toBeLessThan(300);
    const again = await refused(secrets());
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('409') });
    expect(again?.stderr).not.toContain(gateway.setupToken);
  });
});
