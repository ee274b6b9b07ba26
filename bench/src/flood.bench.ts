import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Story } from '@creator-connect/e2e';
import pg from 'pg';
import { Pool } from 'undici';
import { limitFigure, type Figure } from './figures';
import type { Flood, Flooded } from './flooder';
import { percentile } from './latency';
import type { SystemStatus } from './programs';
import { seedOrganisation, type SeededOrganisation } from './roster-seed';

const rounds = 4;
const roundMs = 8_000;
/** Between two reads of the quiet organisation. */
const pauseMs = 20;
const path = '/v1/influencers?limit=50';

/**
 * What one organisation notices when another asks for its roster over 32 connections as fast as it is answered: the same reads
 * of the quiet one, with and without the flood, in turns.
 */
export async function floodBench(status: SystemStatus, databaseUrl: string): Promise<Figure[]> {
  const story = await Story.begin(status);
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  const origin = status.addresses['gateway']!;
  const quiet = new Pool(origin, { connections: 1 });
  try {
    const quietOne = await seedOrganisation(database, { influencers: 900, inCampaign: 100 });
    const floodingOne = await seedOrganisation(database, { influencers: 902, inCampaign: 100 });
    const ours = await keysOf(story, quietOne, 4);
    const theirs = await keysOf(story, floodingOne, 8);
    await readFor(quiet, ours, roundMs);
    const times: Record<'idle' | 'flooded', number[]> = { idle: [], flooded: [] };
    const total: Flooded = { asked: 0, answered: 0, refused: 0, told: true };
    for (let round = 0; round < rounds; round += 1) {
      times.idle.push(...(await readFor(quiet, ours, roundMs)));
      const flood = begin({ origin, path, keys: theirs, connections: 32 });
      times.flooded.push(...(await readFor(quiet, ours, roundMs)));
      const got = await flood.stop();
      total.asked += got.asked;
      total.answered += got.answered;
      total.refused += got.refused;
      total.told &&= got.told;
    }
    if (!total.told) throw new Error('A refusal did not say how long to wait');
    const seconds = (rounds * roundMs) / 1000;
    const at = (share: number) => [percentile(times.flooded, share), percentile(times.idle, share)] as const;
    const [p50, p50Idle] = at(0.5);
    const [p95, p95Idle] = at(0.95);
    return [
      limitFigure('one floods, a read of another, p50', 'ms', p50, Infinity, p50Idle),
      limitFigure('one floods, a read of another, p95', 'ms', p95, Infinity, p95Idle, 1.5),
      limitFigure(
        'one floods, its requests let through',
        '/s',
        total.answered / seconds,
        Infinity,
        total.asked / seconds,
      ),
    ];
  } finally {
    await quiet.close();
    await database.end();
    await story.end();
  }
}

async function keysOf(story: Story, { id }: SeededOrganisation, number: number): Promise<string[]> {
  const owner = await story.admin();
  await owner.post('/v1/sessions/current/organisation', { organisationId: id });
  const keys: string[] = [];
  for (let made = 0; made < number; made += 1) {
    const body = { name: `Bench ${made}`, scopes: ['influencers:read'], expiresInDays: 1 };
    keys.push((await owner.post<{ key: string }>('/v1/api-keys', body)).key);
  }
  return keys;
}

async function readFor(pool: Pool, keys: readonly string[], milliseconds: number): Promise<number[]> {
  const times: number[] = [];
  for (const until = performance.now() + milliseconds; performance.now() < until;) {
    const began = performance.now();
    const headers = { authorization: `Bearer ${keys[times.length % keys.length]!}` };
    const { statusCode, body } = await pool.request({ method: 'GET', path, headers });
    await body.dump();
    if (statusCode !== 200) throw new Error(`The quiet organisation was answered ${statusCode}`);
    times.push(performance.now() - began);
    await new Promise((wait) => setTimeout(wait, pauseMs));
  }
  return times;
}

function begin(flood: Flood): { stop(): Promise<Flooded> } {
  const child = fork(join(__dirname, 'flooder.js'));
  child.send(flood);
  return {
    async stop() {
      const got = once(child, 'message');
      child.send('stop');
      const [flooded] = (await got) as [Flooded];
      return flooded;
    },
  };
}
