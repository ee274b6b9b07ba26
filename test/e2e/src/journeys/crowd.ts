import { behindTheDoors } from '../doors/database';
import type { GatewayDoor } from '../doors/gateway';

export interface SomebodyInCrowd {
  id: string;
  name: string;
  email: string;
}

const atOnce = 50;

/** So many creators from a CSV, in the order of their names. */
export async function addCrowd(door: GatewayDoor, size: number): Promise<SomebodyInCrowd[]> {
  const crowd: SomebodyInCrowd[] = [];
  for (let from = 0; from < size; from += atOnce) {
    const people = Array.from({ length: Math.min(atOnce, size - from) }, (_, index) => ({
      name: `Crowd ${String(from + index).padStart(3, '0')}`,
      email: `crowd-${from + index}@creators.example`,
    }));
    const csv = ['name,email', ...people.map(({ name, email }) => `${name},${email}`)].join('\n');
    const { rows } = await door.post<{ rows: { influencerId?: string }[] }>('/v1/influencers/imports', { csv });
    rows.forEach(({ influencerId }, index) => {
      const somebody = people[index];
      if (!influencerId || !somebody) throw new Error(`Row ${from + index} of the CSV was refused`);
      crowd.push({ id: influencerId, ...somebody });
    });
  }
  return crowd;
}

/**
 * An account at TikTok for each, that nobody has authorized. Through the doors each would take a platform's answer, and one
 * at YouTube would be collected for as long as the system runs.
 */
export const giveAccounts = (home: string, crowd: readonly SomebodyInCrowd[]): Promise<void> =>
  behindTheDoors(home, async (client) => {
    await client.query(
      `INSERT INTO accounts.social_accounts (id, org_id, influencer_id, platform, handle, display_name, auth_state,
                                             marketplace, cause, cause_at, created_at, version)
       SELECT uuidv7(), org_id, id, 'tiktok', 'handle.' || id, name, 'NON_AUTH', 'NON_TTCM', 'added', now(), now(), 1
         FROM accounts.influencers WHERE id = ANY($1)`,
      [crowd.map(({ id }) => id)],
    );
  });
