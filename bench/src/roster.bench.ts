import { Story, type GatewayDoor } from '@creator-connect/e2e';
import pg from 'pg';
import { limitFigure, type Figure } from './figures';
import { percentile } from './latency';
import type { SystemStatus } from './programs';
import { seedOrganisation, type SeededOrganisation } from './roster-seed';

const rounds = 100;
const warmUp = 10;

/** What an admin looks at all day, as paths of the API; the answers of both organisations are of the same size. */
const reads: Record<string, (organisation: SeededOrganisation) => string> = {
  'roster, first page': () => '/v1/influencers?limit=50',
  'roster, a page in the middle': ({ middle }) => `/v1/influencers?limit=50&cursor=${middle}`,
  'roster, REAUTH at TikTok': () => '/v1/influencers?limit=50&platform=tiktok&authState=REAUTH',
  'roster, no such account': () => '/v1/influencers?limit=50&platform=youtube&authState=REAUTH',
  'roster, search of a name': ({ influencers }) => `/v1/influencers?limit=50&search=creator%20${influencers}`,
  'roster, search of a handle': ({ influencers }) => `/v1/influencers?limit=50&search=%40handle.${influencers}.`,
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
    const [inLarge, inSmall] = [await adminOf(story, large), await adminOf(story, small)];
    const figures: Figure[] = [];
    for (const [name, path] of Object.entries(reads)) {
      // In turns, so that a disturbance of the machine meets both.
      const times: Record<'large' | 'small', number[]> = { large: [], small: [] };
      for (let round = -warmUp; round < rounds; round += 1) {
        const [ofLarge, ofSmall] = [await timeOf(inLarge, path(large)), await timeOf(inSmall, path(small))];
        if (round < 0) continue;
        times.large.push(ofLarge);
        times.small.push(ofSmall);
      }
      const [p95, bare] = [percentile(times.large, 0.95), percentile(times.small, 0.95)];
      figures.push(limitFigure(`${name}, p95`, 'ms', p95, 100, bare, 1.5));
    }
    return figures;
  } finally {
    await database.end();
    await story.end();
  }
}

async function adminOf(story: Story, { id }: SeededOrganisation): Promise<GatewayDoor> {
  const admin = await story.admin();
  await admin.post('/v1/sessions/current/organisation', { organisationId: id });
  return admin;
}

async function timeOf(admin: GatewayDoor, path: string): Promise<number> {
  const began = performance.now();
  await admin.get(path);
  return performance.now() - began;
}
