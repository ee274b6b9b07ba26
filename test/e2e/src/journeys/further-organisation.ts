import type { GatewayDoor } from '../doors/gateway';
import { must } from '../doors/wait';
import type { Story } from '../story';

export interface FurtherOrganisation {
  id: string;
  /** Of its owner, who is nothing elsewhere. */
  login: { email: string; password: string };
  door: GatewayDoor;
}

/** Another organisation of the installation, made by whoever runs it, and the door of its owner, who accepted the invitation. */
export async function furtherOrganisation(
  story: Story,
  operator: GatewayDoor,
  name: string,
): Promise<FurtherOrganisation> {
  const email = `owner-of-another-${Date.now()}@example.com`;
  await operator.post('/v1/operations/organisations', { name, ownerEmail: email });
  const { text } = await story.mail.next(email, /invit/i, new Set());
  const token = /#([\w-]+)/.exec(text)?.[1];
  must(token, 'the mail holds an invitation');
  const door = story.visitor();
  const person = { name: `Owner of ${name}`, password: 'a few words, easy to remember' };
  const joined = await door.post<{ organisation: { id: string } }>('/v1/member-invitations/acceptances', {
    token,
    ...person,
  });
  return { id: joined.organisation.id, login: { email, password: person.password }, door };
}
