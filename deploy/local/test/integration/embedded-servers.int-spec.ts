import { createServer, type Server } from 'node:net';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { allGone, Sandboxed, type Run } from './support/runner';

const databaseUrl = (output: string): string => /DATABASE_URL=(\S+)/.exec(output)?.[1] ?? '';

async function query<T>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

function listen(port: number): Promise<Server> {
  const server = createServer();
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}

describe('PostgreSQL and Kafka from packages', () => {
  let place: Sandboxed;
  let run: Run | undefined;

  const start = async (): Promise<string> => {
    run = place.run(['infra']);
    return databaseUrl(await run.says('KAFKA_BROKERS='));
  };

  beforeAll(async () => {
    place = await Sandboxed.create();
  });
  afterEach(async () => {
    run?.kill('SIGTERM');
    await run?.ended;
    run = undefined;
  });
  afterAll(() => place.remove());

  it('end without a trace on SIGTERM, and keep their data for the next start', async () => {
    await query(await start(), 'CREATE TABLE kept AS SELECT 42 AS answer');
    const pids = Object.values(place.pids());
    expect(pids).toHaveLength(3);
    run?.kill('SIGTERM');
    expect((await run?.ended)?.code).toBe(0);
    expect(await allGone(pids, 0)).toBe(true);
    expect(place.pids()).toEqual({});

    expect(await query(await start(), 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('accept scram passwords on the loopback address only, and are started again when killed', async () => {
    const url = await start();
    const [settings] = await query<{ addresses: string; sockets: string }>(
      url,
      `SELECT current_setting('listen_addresses') AS addresses, current_setting('unix_socket_directories') AS sockets`,
    );
    expect(settings).toEqual({ addresses: '127.0.0.1', sockets: '' });
    const wrong = new URL(url);
    wrong.password = 'wrong';
    await expect(query(wrong.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });

    const { postgres: before = 0 } = place.pids();
    process.kill(before, 'SIGKILL');
    let answer: unknown;
    for (let attempt = 0; attempt < 100 && answer === undefined; attempt += 1) {
      await sleep(100);
      answer = await query(url, 'SELECT 1 AS one').catch(() => undefined);
    }
    expect(answer).toEqual([{ one: 1 }]);
    expect(place.pids()['postgres']).not.toBe(before);
  });

  it('leave nothing behind when the runner is killed without a word', async () => {
    await start();
    const pids = Object.values(place.pids());
    run?.kill('SIGKILL');
    expect(await allGone(pids)).toBe(true);
  });

  it('are ended by the next start when their guardian was killed as well', async () => {
    await start();
    const { guardian = 0, postgres = 0, kafka = 0 } = place.pids();
    process.kill(guardian, 'SIGKILL');
    run?.kill('SIGKILL');
    await run?.ended;
    expect(await allGone([postgres], 0)).toBe(false);

    await start();
    expect(await allGone([postgres, kafka], 0)).toBe(true);
  });

  it('name the part whose port is taken', async () => {
    const holder = await listen(place.ports.kafka);
    const { code, stderr } = await place.run(['infra']).ended;
    await new Promise((resolve) => holder.close(resolve));
    expect(code).toBe(1);
    expect(stderr).toBe(
      `Port ${place.ports.kafka} (kafka) is in use. End the program that holds it, or move this system: PORT_BASE=5400 npm start.\n`,
    );
  });

  it('say in a sentence that Java is missing, and the three ways out', async () => {
    const { code, stderr } = await place.run(['infra'], { JAVA_HOME: '/nowhere' }).ended;
    expect(code).toBe(1);
    expect(stderr).toBe(
      'Kafka needs Java, and none was found. Install Java 17 and Maven, or start a Docker engine, or give KAFKA_BROKERS and DATABASE_URL of running servers.\n',
    );
  });

  it('say in a sentence that the data folder is broken', async () => {
    const other = await Sandboxed.create();
    mkdirSync(join(other.home, 'postgres'), { recursive: true });
    writeFileSync(join(other.home, 'postgres', 'PG_VERSION'), '18\n');
    const { code, stderr } = await other.run(['infra']).ended;
    rmSync(other.home, { recursive: true });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^The database folder \S+ is broken\. Put a backup .* npm run reset\.\n$/);
  });
});
