import type { Collection, Stage } from '../api/types';
import { marketplaceCauseOf } from './marketplace-cause';

export interface StageLine {
  name: 'profile' | 'posts' | 'audience';
  stage: Stage;
  done?: number;
  /** Missing where the platform does not say how many there are. */
  total?: number;
}

/** Every stage in the order of work; one that the collector has not mentioned yet waits. */
export function stagesOf({ profile, posts, audience }: Collection['progress']): StageLine[] {
  return [
    { name: 'profile', stage: profile ?? 'waiting' },
    {
      name: 'posts',
      stage: posts?.stage ?? 'waiting',
      ...(posts && posts.stage !== 'waiting' && { done: posts.done }),
      ...(posts && posts.total !== null && { total: posts.total }),
    },
    { name: 'audience', stage: audience ?? 'waiting' },
  ];
}

/** The stages are worth showing until everything came in once. */
export const isFirstCollection = ({ status, lastCollectedAt }: Pick<Collection, 'status' | 'lastCollectedAt'>) =>
  status === 'open' && lastCollectedAt === null;

/** The last try failed and the next one is known: nothing for anybody to do. What the marketplace lacks, somebody has to mend. */
export const isDelayed = (collection: Collection): collection is Collection & { lastError: string; nextAt: string } =>
  collection.status === 'open' &&
  collection.lastError !== null &&
  collection.nextAt !== null &&
  marketplaceCauseOf(collection.lastError) === undefined;

const closely = 1_500;
const nowAndThen = 30_000;

/**
 * Milliseconds until the next look: closely while a person may be waiting for the first figures. Where there is no
 * collection, one is on its way only if the account is `tracked`.
 */
export function pollInterval(collection: Collection | undefined, tracked: boolean): number {
  const awaited = collection ? isFirstCollection(collection) : tracked;
  return awaited ? closely : nowAndThen;
}
