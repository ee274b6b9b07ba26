import type { GatewaySession } from './gateway-session';

/** As `/v1/operations/organisations` tells it. */
export interface Organisation {
  id: string;
  name: string;
  createdAt: string;
  members: number;
  owner: {
    state: 'active' | 'invited' | 'unconfirmed' | 'ended' | 'not_invited';
    email: string | null;
    expiresAt: string | null;
  };
}

const path = '/v1/operations/organisations';

export async function listOrganisations(session: GatewaySession): Promise<Organisation[]> {
  const all: Organisation[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const query: string = cursor && `&cursor=${encodeURIComponent(cursor)}`;
    const page: { items: Organisation[]; nextCursor: string | null } = await session.call(
      'GET',
      `${path}?limit=100${query}`,
    );
    all.push(...page.items);
    cursor = page.nextCursor;
  }
  return all;
}

export const addOrganisation = (
  session: GatewaySession,
  organisation: { name: string; ownerEmail: string; locale?: string | undefined },
): Promise<Organisation> => session.call('POST', path, organisation);

export const inviteOwner = (session: GatewaySession, id: string, ownerEmail: string): Promise<Organisation> =>
  session.call('PUT', `${path}/${encodeURIComponent(id)}/owner-invitation`, { ownerEmail });

/** One organisation in a line: which, since when, who is in. */
export function lineOf({ id, name, createdAt, members, owner }: Organisation): string {
  return `${id}  ${dayOf(createdAt)}  ${name}: ${stateOf(members, owner)}`;
}

function stateOf(members: number, { state, email, expiresAt }: Organisation['owner']): string {
  switch (state) {
    case 'active':
      return members === 1 ? '1 member' : `${members} members`;
    case 'invited':
      return `waits for its owner, ${email ?? ''}, who is invited until ${dayOf(expiresAt ?? '')}`;
    case 'unconfirmed':
      return `waits for its owner; nobody knows whether the invitation was mailed to ${email ?? ''}`;
    case 'ended':
      return `waits for its owner; the invitation of ${email ?? ''} can not be used any more`;
    case 'not_invited':
      return 'waits for its owner, whom no invitation was mailed to yet';
  }
}

const dayOf = (time: string): string => time.slice(0, 10);
