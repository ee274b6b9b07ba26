import { answerOf, api } from '../../../api/client';

const ofAccount = (id: string) => ({ params: { path: { id } } });

/** What was granted. There is none where nobody ever authenticated the account. */
export const authorizationQuery = (accountId: string) => ({
  queryKey: ['admin', 'authorization', accountId],
  queryFn: () => answerOf(api.GET('/v1/social-accounts/{id}/authorization', ofAccount(accountId))),
  retry: false,
});

/** Whether it is known what the marketplace says of an account. */
export const membershipQuery = (accountId: string) => ({
  queryKey: ['admin', 'membership', accountId],
  queryFn: () => answerOf(api.GET('/v1/ttcm-membership', { params: { query: { socialAccountId: accountId } } })),
  retry: false,
});
