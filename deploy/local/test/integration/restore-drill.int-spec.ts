import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { databaseName } from '../../src/infrastructure/infrastructure';
import type { Status } from '../../src/runner/status';
import { GatewayClient } from '../../src/seed/gateway-client';
import { Sandboxed, type Run } from './support/runner';

interface Person {
  id: string;
}

/** docs/runbooks/backup.md and restore.md as a program: the server's files are copied while nothing runs. */
describe('the drill of a restore', () => {
  let place: Sandboxed;
  let run: Run;
  let status: Status;

  const database = () => join(place.home, 'postgres');
  const backup = () => join(place.home, 'backup');
  /** With owners and modes: the server refuses files that are not its own. */
  const copy = (from: string, to: string) => execFileSync('cp', ['-a', from, to]);

  async function start(): Promise<GatewayClient> {
    run = place.run(['start', '--json']);
    status = JSON.parse(await run.says('}\n')) as Status;
    const gateway = status.addresses['gateway']!;
    const client = new GatewayClient(gateway, gateway);
    const login = status.logins.find(({ email, password }) => email && password)!;
    await client.signIn(login.email!, login.password!);
    return client;
  }
  async function stop(): Promise<void> {
    run.kill('SIGTERM');
    expect((await run.ended).code).toBe(0);
  }
  async function add(client: GatewayClient, name: string): Promise<string> {
    const email = `${name.replaceAll(' ', '-')}@example.com`;
    return ((await client.post('/v1/influencers', { name, email })) as Person).id;
  }
  const statusOf = (client: GatewayClient, id: string) =>
    client.get(`/v1/influencers/${id}`).then(
      () => 200,
      (error: Error) => Number(/answered with (\d+)/.exec(error.message)?.[1]),
    );

  async function asSuperuser<T>(what: (client: Client) => Promise<T>): Promise<T> {
    const password = readFileSync(join(place.home, 'secrets', 'postgres-superuser'), 'utf8');
    const server = { host: '127.0.0.1', port: place.ports.postgres, user: 'postgres', password };
    const client = new Client({ ...server, database: databaseName });
    await client.connect();
    try {
      return await what(client);
    } finally {
      await client.end();
    }
  }
  /** Tables of all services with this text in a row. */
  const tablesWith = (text: string) =>
    asSuperuser(async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
          WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
      );
      const found: string[] = [];
      for (const { name } of rows) {
        const held = await client.query(`SELECT 1 FROM ${name} t WHERE t::text ILIKE $1 LIMIT 1`, [`%${text}%`]);
        if (held.rowCount) found.push(name);
      }
      return found;
    });
  const isToldToAll = () =>
    asSuperuser(async (client) => {
      const waiting = await client.query('SELECT 1 FROM accounts.outbox WHERE published_at IS NULL LIMIT 1');
      return waiting.rowCount === 0;
    });
  async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
    for (let attempt = 0; attempt < 150; attempt += 1) {
      if (await holds()) return;
      await sleep(200);
    }
    throw new Error(`not seen: ${what}`);
  }

  beforeAll(async () => {
    place = await Sandboxed.create();
  });
  afterAll(async () => {
    run?.kill('SIGTERM');
    await run?.ended;
    place.remove();
  });

  it('brings back what was there, but nobody who was erased since: they are erased anew before anybody is let in', async () => {
    let client = await start();
    const stays = await add(client, 'Somebody who stays');
    const goes = await add(client, 'Zerlina Goes');
    await client.post(`/v1/influencers/${goes}/notes`, { text: 'Zerlina prefers mornings' });
    await stop();
    copy(database(), backup());

    client = await start();
    expect(await statusOf(client, goes)).toBe(200);
    await client['send']('DELETE', `/v1/influencers/${goes}`);
    const late = await add(client, 'Somebody of a later day');
    await until('the person to be gone everywhere', async () => (await tablesWith('Zerlina')).length === 0);
    // The ledger as well, which is all that will be left of the erasure.
    await until('every event to be at the broker', isToldToAll);
    await stop();

    rmSync(database(), { recursive: true });
    copy(backup(), database());
    client = await start();
    const [lost, kept, erased] = [
      await statusOf(client, late),
      await statusOf(client, stays),
      await statusOf(client, goes),
    ];
    // What came after the backup is lost, which shows that it is the backup that runs here.
    expect({ lost, kept, erased }).toEqual({ lost: 404, kept: 200, erased: 404 });
    await until('the person to be gone everywhere again', async () => (await tablesWith('Zerlina')).length === 0);
    expect(await tablesWith('Somebody who stays')).toContain('accounts.influencers');
  }, 240_000);
});
