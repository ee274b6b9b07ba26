import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client';

/** The accounts of the creator who is signed in. */
export const ownAccountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: () => answerOf(api.GET('/v1/social-accounts', { params: { query: { limit: 100 } } })),
});
