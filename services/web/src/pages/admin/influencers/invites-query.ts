import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client';

/** Invitations to the Creator Marketplace that concern an influencer, the newest first. */
export const invitesQuery = (influencerId: string) =>
  queryOptions({
    queryKey: ['admin', 'ttcm-invites', influencerId],
    queryFn: () => answerOf(api.GET('/v1/ttcm-invites', { params: { query: { influencerId } } })),
    refetchInterval: 30_000,
  });
