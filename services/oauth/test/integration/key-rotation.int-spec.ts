import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { armFailpoints, clearFailpoints, until } from '@creator-connect/messaging/testing';
import { Creator, OauthFixture } from './support/oauth-fixture';

const cli = join(__dirname, '../../../../deploy/connect/dist/cli.js');

describe('the keys of the vault', () => {
  let oauth: OauthFixture;

  beforeAll(async () => {
    oauth = await OauthFixture.start();
    await oauth.startAnother();
  });
  afterAll(() => oauth.stop());
  afterEach(clearFailpoints);

  const connect = (...args: string[]) => {
    const { VAULT_KEY_RING_FILE: ring, DATABASE_ROUTER_URL: database } = oauth.environment;
    const flags = ['--ring', ring!, '--database', database!];
    return promisify(execFile)(process.execPath, [cli, 'keys', ...args, ...flags], { timeout: 60_000 });
  };
  const keyIds = async () =>
    (await oauth.database.query<{ id: string }>('SELECT DISTINCT key_id AS id FROM oauth.data_keys')).map(
      (row) => row.id,
    );
  const active = () =>
    oauth.database
      .query<{ id: string }>(
        'SELECT max(active_id) AS id FROM oauth.key_ring_readers HAVING count(DISTINCT active_id) = 1',
      )
      .then((rows) => rows[0]?.id ?? '');

  it('are exchanged under load without a failed read, although the work is interrupted', async () => {
    const ids = await Promise.all(
      Array.from({ length: 12 }, () => new Creator(oauth).connect('tiktok', 'tiktok-everyday')),
    );
    const old = await active();
    let reading = true;
    const statuses: number[] = [];
    const load = Array.from({ length: 4 }, async (_, reader) => {
      for (let turn = reader; reading; turn += 1) statuses.push((await oauth.lease(ids[turn % ids.length]!)).status);
    });
    armFailpoints('keys.before-organisation=throw');
    const rotation = connect('rotate');
    await until('a new active key', async () => !['', old].includes(await active()), 60_000);
    await new Creator(oauth).connect('tiktok', 'tiktok-everyday');
    expect((await keyIds()).length).toBe(2);
    // In use: it stays, and the operator is told how much hangs on it.
    await expect(connect('remove', old)).rejects.toMatchObject({
      stderr: expect.stringMatching(/in use: 12 data keys/) as string,
    });
    // Killed midway and begun again.
    armFailpoints('keys.before-organisation=throw:3');
    const { stdout } = await rotation;
    await new Creator(oauth).connect('tiktok', 'tiktok-everyday');
    reading = false;
    await Promise.all(load);

    expect(stdout).toContain('done');
    expect(await keyIds()).toEqual([await active()]);
    expect(await active()).not.toBe(old);
    expect(statuses.length).toBeGreaterThan(50);
    expect(statuses.filter((status) => status !== 200)).toEqual([]);
  });

  it('leave the ring when nothing needs them, and only then', async () => {
    const current = await active();
    await expect(connect('remove', current)).rejects.toMatchObject({
      stderr: expect.stringContaining('active') as string,
    });
    const { stdout } = await connect('status');
    const old = stdout
      .split('\n')
      .find((line) => line.includes('only unwraps'))!
      .split(' ')[0]!;
    expect(stdout).toContain('2 of 2 replicas');
    await connect('remove', old);
    expect((await connect('status')).stdout).not.toContain(`${old}  `);
    const id = await new Creator(oauth).connect('tiktok', 'tiktok-busy');
    expect((await oauth.lease(id)).status).toBe(200);
    // The next start does not miss it.
    await oauth.startAnother();
  });
});
