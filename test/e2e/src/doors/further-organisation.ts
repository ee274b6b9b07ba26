import { randomUUID } from 'node:crypto';
import { joinedMember } from '../journeys/people';
import type { Story } from '../story';
import { behindTheDoors } from './database';
import type { GatewayDoor } from './gateway';
import { eventually } from './wait';

/**
 * Another organisation of the installation, and the door of its owner. Made behind the doors: the setup of an installation
 * makes one, and the demo has it.
 */
export async function furtherOrganisation(
  story: Story,
  owner: GatewayDoor,
  home: string,
  name: string,
): Promise<GatewayDoor> {
  const person = await joinedMember(story, owner, 'viewer');
  const door = story.visitor();
  await door.post('/v1/sessions', person);
  const { user } = await door.get<{ user: { id: string } }>('/v1/sessions/current');
  const organisationId = randomUUID();
  await behindTheDoors(home, async (client) => {
    await client.query('INSERT INTO accounts.organisation_slugs (slug, organisation_id) VALUES ($2, $1)', [
      organisationId,
      `further-${organisationId}`,
    ]);
    await client.query(
      'INSERT INTO accounts.organisations (org_id, name, slug, created_at) VALUES ($1, $2, $3, now())',
      [organisationId, name, `further-${organisationId}`],
    );
    await client.query(
      `INSERT INTO accounts.memberships (org_id, user_id, role, created_at) VALUES ($1, $2, 'owner', now())`,
      [organisationId, user.id],
    );
  });
  // What the gateway read a moment ago may stand for less than a second.
  await eventually('the further organisation', () =>
    door.post<object>('/v1/sessions/current/organisation', { organisationId }),
  );
  return door;
}
