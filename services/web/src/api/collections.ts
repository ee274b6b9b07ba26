import { queryOptions, useQueries } from '@tanstack/react-query';
import { pollInterval } from '../domain/collection-progress';
import { answerOf, api } from './client';
import { ProblemError } from './problem';
import type { Collection, SocialAccount } from './types';

/** Whose pages ask: what is told live has the queries under this name read again. */
export type Asker = 'accounts' | 'admin';

/** How far the collection is. There is none where nothing was ever tracked, and a new account is heard of a moment later. */
export const collectionQuery = (asker: Asker, { id, tracked }: Pick<SocialAccount, 'id' | 'tracked'>) =>
  queryOptions({
    queryKey: [asker, 'collection', id],
    queryFn: () => answerOf(api.GET('/v1/social-accounts/{id}/collections', { params: { path: { id } } })),
    refetchInterval: ({ state: { data, error } }) => pollInterval(data, tracked && !isDown(error)),
    retry: false,
  });

/** Whoever can not answer is not asked the more for it. */
const isDown = (error: Error | null) => error !== null && !(error instanceof ProblemError && error.status === 404);

/** By account: how its collection is; null where there is none, nothing while that is being asked. */
export type Collections = ReadonlyMap<string, Collection | null>;

export function useCollections(asker: Asker, accounts: readonly SocialAccount[]): Collections {
  return useQueries({
    queries: accounts.map((account) => collectionQuery(asker, account)),
    combine: (asked) =>
      new Map(
        asked.flatMap(({ data, isPending }, index) =>
          isPending ? [] : [[accounts[index]!.id, data ?? null] as const],
        ),
      ),
  });
}
