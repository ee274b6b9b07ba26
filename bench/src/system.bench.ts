import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { Pool } from 'undici';
import Fastify from 'fastify';
import pg from 'pg';
import { limitFigure, ratioFigure, type Figure } from './figures';

interface Status {
  ready: boolean;
  addresses: Record<string, string>;
  logins: { email?: string; password?: string }[];
  processes: { name: string; rss: number }[];
}

const megabyte = 1024 * 1024;
const services = new Set(['gateway', 'oauth', 'accounts', 'ttcm', 'collector', 'notifications']);

/** Figures of a started system: memory, and one read through gateway and service. Undefined when nothing is running. */
export async function systemBench(): Promise<Figure[] | undefined> {
  const command = join(__dirname, '../../deploy/local/bin/status.mjs');
  const status = JSON.parse(execFileSync(process.execPath, [command, '--json'], { encoding: 'utf8' })) as Status;
  if (!status.ready) return undefined;
  return [...memory(status), ...(await gatewayRead(status))];
}

function memory({ processes }: Status): Figure[] {
  const own = processes.filter(({ name }) => services.has(name));
  const largest = Math.max(...own.map(({ rss }) => rss)) / megabyte;
  const all = processes.reduce((sum, { rss }) => sum + rss, 0) / megabyte;
  return [limitFigure('largest service, idle', 'MB', largest, 190), limitFigure('whole system', 'MB', all, 2048)];
}

/** `GET` of one influencer through gateway and accounts, against one bare Fastify + pg process with the same row. */
async function gatewayRead({ addresses, logins }: Status): Promise<Figure[]> {
  const origin = addresses['gateway']!;
  const login = logins.find(({ email, password }) => email && password)!;
  const json = { 'content-type': 'application/json', origin, 'sec-fetch-site': 'same-origin' };
  const signedIn = await fetch(`${origin}/v1/sessions`, { method: 'POST', headers: json, body: JSON.stringify(login) });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const list = (await (await fetch(`${origin}/v1/influencers?limit=1`, { headers: { cookie } })).json()) as {
    items: { id: string }[];
  };
  const id = list.items[0]?.id;
  if (!id) return [];
  const url = process.env['DATABASE_URL'];
  if (!url) return [];
  const bare = await bareProcess(url);
  try {
    const figures: Figure[] = [];
    for (const [connections, least] of [
      [1, 0.5],
      [32, 0.4],
    ] as const) {
      const ours = await perSecond(origin, `/v1/influencers/${id}`, { cookie }, connections);
      const theirs = await perSecond(bare.address, '/one', {}, connections);
      figures.push(ratioFigure(`gateway read at ${connections}`, 'requests/s', ours, theirs, least));
    }
    return figures;
  } finally {
    await bare.close();
  }
}

async function bareProcess(url: string): Promise<{ address: string; close(): Promise<void> }> {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  const app = Fastify();
  app.get(
    '/one',
    async () => (await pool.query({ name: 'one', text: 'SELECT 1 AS id, now() AS at' })).rows[0] as unknown,
  );
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  return { address, close: async () => void (await Promise.all([app.close(), pool.end()])) };
}

async function perSecond(
  origin: string,
  path: string,
  headers: Record<string, string>,
  connections: number,
): Promise<number> {
  const pool = new Pool(origin, { connections });
  const until = performance.now() + 3_000;
  let done = 0;
  const worker = async () => {
    while (performance.now() < until) {
      const { statusCode, body } = await pool.request({ method: 'GET', path, headers });
      await body.dump();
      if (statusCode !== 200) throw new Error(`${path} answered ${statusCode}`);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  await pool.close();
  return done / 3;
}
