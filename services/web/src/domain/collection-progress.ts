import type { Collection, Stage } from '../api/types';

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

/** The last try failed and the next one is known: nothing for the creator to do. */
export const isDelayed = ({ status, lastError, nextAt }: Collection) =>
  status === 'open' && lastError !== null && nextAt !== null;

/** Milliseconds until the next look: closely while a person may be waiting for the first figures. */
export function pollInterval(collection: Collection | undefined): number {
  return collection && !isFirstCollection(collection) ? 30_000 : 1_500;
}
