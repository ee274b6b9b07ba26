import { answerOf, api } from '../../../api/client';
import { pollInterval } from '../../../domain/collection-progress';
import type { Collection } from '../../../api/types';

const ofAccount = (id: string) => ({ params: { path: { id } } });

/** What was granted. There is none where nobody ever authenticated the account. */
export const authorizationQuery = (accountId: string) => ({
  queryKey: ['admin', 'authorization', accountId],
  queryFn: () => answerOf(api.GET('/v1/social-accounts/{id}/authorization', ofAccount(accountId))),
  retry: false,
});

/** How far the collection is. There is none where nothing was ever tracked. */
export const collectionQuery = (accountId: string) => ({
  queryKey: ['admin', 'collection', accountId],
  queryFn: () => answerOf(api.GET('/v1/social-accounts/{id}/collections', ofAccount(accountId))),
  refetchInterval: (query: { state: { data?: Collection | undefined } }) => pollInterval(query.state.data),
  retry: false,
});
