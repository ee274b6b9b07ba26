import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Pool } from 'undici';
import { connectedCreator, Story } from '@creator-connect/e2e';
import { ratioFigure, type Figure } from './figures';
import type { SystemStatus } from './programs';

const seconds = 5;

/** `GET` of one account (session, tenancy, two hops), against one bare Fastify + pg process that reads the same row. */
export async function gatewayBench(status: SystemStatus, databaseUrl: string): Promise<Figure[]> {
  const story = await Story.begin(status);
  const bare = await bareServer(databaseUrl);
  try {
    const admin = await story.admin();
    const { account } = await connectedCreator(story, admin, 'tiktok', 'tiktok-korea', 'TikTok korea');
    const headers = { cookie: admin.browser.cookieHeader(new URL(admin.address)) };
    const ours = (connections: number) =>
      perSecond(admin.address, `/v1/social-accounts/${account.id}`, headers, connections);
    const theirs = (connections: number) => perSecond(bare.address, `/${account.id}`, {}, connections);
    const figures: Figure[] = [];
    for (const [connections, least] of [
      [1, 0.5],
      [32, 0.4],
    ] as const) {
      // In turns, warm-up first, so that a disturbance of the machine meets both.
      await ours(connections);
      const results: Record<'bare' | 'ours', number>[] = [];
      for (let round = 0; round < 3; round += 1)
        results.push({ bare: await theirs(connections), ours: await ours(connections) });
      const median = (pick: 'bare' | 'ours') => results.map((one) => one[pick]).sort((a, b) => a - b)[1]!;
      const name = `gateway, one account, ${connections} at a time`;
      figures.push(ratioFigure(name, 'requests/s', median('ours'), median('bare'), least));
    }
    return figures;
  } finally {
    await story.end();
    bare.stop();
  }
}

async function bareServer(databaseUrl: string): Promise<{ address: string; stop(): void }> {
  const child = fork(join(__dirname, 'bare-server.js'), { env: { ...process.env, DATABASE_URL: databaseUrl } });
  const [address] = (await once(child, 'message')) as [string];
  return { address, stop: () => void child.kill() };
}

async function perSecond(
  origin: string,
  path: string,
  headers: Record<string, string>,
  connections: number,
): Promise<number> {
  const pool = new Pool(origin, { connections });
  const until = performance.now() + seconds * 1000;
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
  return done / seconds;
}
