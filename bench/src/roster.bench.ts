import { Story, type GatewayDoor } from '@creator-connect/e2e';
import pg from 'pg';
import { limitFigure, type Figure } from './figures';
import { percentile } from './latency';
import type { SystemStatus } from './programs';
import { seedOrganisation, type SeededOrganisation } from './roster-seed';

const rounds = 100;

/** What an admin looks at all day, as paths of the API; the answers of both organisations are of the same size. */
const reads: Record<string, (organisation: SeededOrganisation) => string> = {
  'roster, first page': () => '/v1/influencers?limit=50',
  'roster, a page in the middle': ({ middle }) => `/v1/influencers?limit=50&cursor=${middle}`,
  'roster, REAUTH at TikTok': () => '/v1/influencers?limit=50&platform=tiktok&authState=REAUTH',
  'roster, no such account': () => '/v1/influencers?limit=50&platform=youtube&authState=REAUTH',
  'roster, search of a name': () => '/v1/influencers?limit=50&search=creator%20500',
  'roster, search of a handle': () => '/v1/influencers?limit=50&search=%40handle.500.',
  'roster, search of nobody': () => '/v1/influencers?limit=50&search=nobody',
  'attention of a campaign': ({ campaignId }) => `/v1/campaigns/${campaignId}/attention`,
  'forecast of a campaign': ({ campaignId }) => `/v1/campaigns/${campaignId}/forecast`,
};

/**
 * The reads of an organisation with 100,000 influencers, 300,000 accounts and a campaign of 2,000 influencers, against the
 * same reads in one with 1,000 influencers.
 */
export async function rosterBench(status: SystemStatus, databaseUrl: string): Promise<Figure[]> {
  const story = await Story.begin(status);
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    const large = await seedOrganisation(database, { influencers: 100_000, inCampaign: 2_000 });
    const small = await seedOrganisation(database, { influencers: 1_000, inCampaign: 1_000 });
    const [ofLarge, ofSmall] = [await timesIn(story, large), await timesIn(story, small)];
    return Object.keys(reads).map((name) =>
      limitFigure(`${name}, p95`, 'ms', percentile(ofLarge[name]!, 0.95), 100, percentile(ofSmall[name]!, 0.95), 1.5),
    );
  } finally {
    await database.end();
    await story.end();
  }
}

async function timesIn(story: Story, organisation: SeededOrganisation): Promise<Record<string, number[]>> {
  const admin = await story.admin();
  await admin.post('/v1/sessions/current/organisation', { organisationId: organisation.id });
  const times: Record<string, number[]> = {};
  for (const [name, path] of Object.entries(reads)) times[name] = await timesOf(admin, path(organisation));
  return times;
}

async function timesOf(admin: GatewayDoor, path: string): Promise<number[]> {
  for (let warmUp = 0; warmUp < 10; warmUp += 1) await admin.get(path);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    await admin.get(path);
    times.push(performance.now() - began);
  }
  return times;
}
