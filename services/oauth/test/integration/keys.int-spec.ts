import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OauthFixture } from './support/oauth-fixture';

interface Ring {
  active: string;
  keys: Record<string, string>;
}

/** security VK-04, each attack against the real process on a database that knows the installation's keys. */
describe('a service whose keys are not what they have to be', () => {
  let oauth: OauthFixture;
  let ring: Ring;
  const folder = mkdtempSync(join(tmpdir(), 'oauth-keys-'));
  const random = () => randomBytes(32).toString('base64');

  beforeAll(async () => {
    oauth = await OauthFixture.start();
    // Its leases would move while a refused process is looked at.
    await oauth.stopReplicas();
    ring = JSON.parse(readFileSync(oauth.keyFiles.keyRingFile, 'utf8')) as Ring;
  });
  afterAll(async () => {
    await oauth?.stop();
    rmSync(folder, { recursive: true });
  });

  const file = (name: string, text: string, mode = 0o400) => {
    const path = join(folder, name);
    rmSync(path, { force: true });
    writeFileSync(path, text, { mode });
    return path;
  };
  const ringFile = (changed: Partial<Ring>) => file('ring.json', JSON.stringify({ ...ring, ...changed }));
  const withKey = (key: string) => ringFile({ keys: { [ring.active]: key } });

  /** Everything in the schema. */
  async function content(): Promise<unknown> {
    const tables = await oauth.database.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables
        WHERE table_schema = 'oauth' ORDER BY 1`,
    );
    expect(tables.map(({ name }) => name)).toContain('key_checks');
    return Promise.all(
      tables.map(async ({ name }) => ({
        name,
        rows: await oauth.database.query(`SELECT to_jsonb(t) AS row FROM oauth.${name} t ORDER BY 1::text`),
      })),
    );
  }

  async function startWith(change: NodeJS.ProcessEnv): Promise<{ code: number | null; output: string }> {
    const child = oauth.process(change);
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      // It has started, which a refused one never does.
      if (/"listening|listening on|is ready/i.test(output)) child.kill('SIGTERM');
    });
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    return { code, output };
  }

  const exampleOfManuals = Buffer.from(Array.from({ length: 32 }, (_, index) => index)).toString('base64');

  it.each<[what: string, change: () => NodeJS.ProcessEnv, reason: RegExp]>([
    ['no key ring', () => ({ VAULT_KEY_RING_FILE: join(folder, 'none') }), /key ring file can not be read/],
    ['no path to a key ring', () => ({ VAULT_KEY_RING_FILE: '' }), /VAULT_KEY_RING_FILE/],
    [
      'a ring that others may read',
      () => ({ VAULT_KEY_RING_FILE: file('open.json', JSON.stringify(ring), 0o644) }),
      /readable by others/,
    ],
    ['an empty ring', () => ({ VAULT_KEY_RING_FILE: ringFile({ keys: {} }) }), /active key .* is not in the ring/],
    ['a short key', () => ({ VAULT_KEY_RING_FILE: withKey(randomBytes(16).toString('base64')) }), /not 32 bytes/],
    ['an all-zero key', () => ({ VAULT_KEY_RING_FILE: withKey(Buffer.alloc(32).toString('base64')) }), /not random/],
    ['the example of manuals', () => ({ VAULT_KEY_RING_FILE: withKey(exampleOfManuals) }), /not random/],
    [
      'a typed key',
      () => ({
        VAULT_KEY_RING_FILE: withKey(
          Buffer.from('correct-horse-battery-staple-2024').subarray(0, 32).toString('base64'),
        ),
      }),
      /not random/,
    ],
    ['a key exchanged under its id', () => ({ VAULT_KEY_RING_FILE: withKey(random()) }), /is not the key it was/],
    [
      'a key taken away',
      () => ({ VAULT_KEY_RING_FILE: ringFile({ active: 'other', keys: { other: random() } }) }),
      /is missing now/,
    ],
    ['no lookup key', () => ({ VAULT_LOOKUP_KEY_FILE: join(folder, 'none') }), /key file can not be read/],
    [
      'an all-zero lookup key',
      () => ({ VAULT_LOOKUP_KEY_FILE: file('zero', Buffer.alloc(32).toString('base64')) }),
      /not random/,
    ],
    [
      'another lookup key',
      () => ({ VAULT_LOOKUP_KEY_FILE: file('other', random()) }),
      /lookup key is not the key it was/,
    ],
  ])('refuses to start with %s, and writes nothing', async (_what, change, reason) => {
    const before = await content();
    const env = change();
    const { code, output } = await startWith(env);
    expect(output).toMatch(reason);
    expect(code).toBe(1);
    expect(await content()).toEqual(before);
    for (const path of Object.values(env)) {
      const secret = path && path.startsWith(folder) && !path.endsWith('none') ? readFileSync(path, 'utf8') : undefined;
      for (const key of secret?.match(/[A-Za-z0-9+/]{22,}={0,2}/g) ?? []) expect(output).not.toContain(key);
    }
  });

  it('starts with the same keys, and with one more', async () => {
    expect((await startWith({})).code).toBe(0);
    const both = ringFile({ active: 'next', keys: { ...ring.keys, next: random() } });
    expect((await startWith({ VAULT_KEY_RING_FILE: both })).code).toBe(0);
    expect(await oauth.count('key_checks')).toBe(3);
    // From now on that one belongs to the ring as well.
    expect((await startWith({})).output).toMatch(/"next" was in the ring/);
  });

  it('lets the service itself not change what it remembers', async () => {
    const [grants] = await oauth.database.query<{ update: boolean; delete: boolean }>(
      `SELECT has_table_privilege($1, 'oauth.key_checks', 'UPDATE') AS update,
              has_table_privilege($1, 'oauth.key_checks', 'DELETE') AS delete`,
      [decodeURIComponent(new URL(oauth.database.appUrl).username)],
    );
    expect(grants).toEqual({ update: false, delete: false });
  });
});
