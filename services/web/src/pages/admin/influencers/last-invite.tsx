import { useQuery } from '@tanstack/react-query';
import type { SocialAccount } from '../../../api/types';
import { InviteOutcome } from './invite-outcome';
import { invitesQuery } from './invites-query';

/** What became of the newest invitation of an account, where its label does not say it: a no, or a step for a person. */
export function LastInvite({ account: { id, influencerId } }: { account: SocialAccount }) {
  const invites = useQuery(invitesQuery(influencerId));
  const last = invites.data?.items.find(({ socialAccountId }) => socialAccountId === id);
  const isShown = last?.state === 'REJECTED' || last?.state === 'BY_HAND';
  return <div role="status">{isShown && <InviteOutcome invite={last} />}</div>;
}
