import { answerOf, api } from '../../../api/client';

/** All accounts of an influencer; nobody has more than a page of them. */
export const accountsQuery = (influencerId: string) => ({
  queryKey: ['admin', 'accounts', influencerId],
  queryFn: () =>
    answerOf(
      api.GET('/v1/influencers/{id}/social-accounts', {
        params: { path: { id: influencerId }, query: { limit: 100 } },
      }),
    ),
});
