import type { Collection } from '../api/types';
import { isDelayed, isFirstCollection, pollInterval, stagesOf } from './collection-progress';

const collection = (over: Partial<Collection> = {}): Collection => ({
  status: 'open',
  closedCause: null,
  lastCollectedAt: null,
  nextAt: null,
  source: 'tiktok_display',
  lastError: null,
  marketplaceError: null,
  progress: {},
  ...over,
});

describe('stagesOf', () => {
  it('lets every stage wait before the collector said anything', () => {
    expect(stagesOf({})).toEqual([
      { name: 'profile', stage: 'waiting' },
      { name: 'posts', stage: 'waiting' },
      { name: 'audience', stage: 'waiting' },
    ]);
  });

  it('carries the counts of the posts', () => {
    const [, posts] = stagesOf({ profile: 'done', posts: { stage: 'running', done: 120, total: 340 } });
    expect(posts).toEqual({ name: 'posts', stage: 'running', done: 120, total: 340 });
  });

  it('leaves out a total that the platform does not tell, and counts of a stage that waits', () => {
    expect(stagesOf({ posts: { stage: 'running', done: 20, total: null } })[1]).toEqual({
      name: 'posts',
      stage: 'running',
      done: 20,
    });
    expect(stagesOf({ posts: { stage: 'waiting', done: 0, total: null } })[1]).toEqual({
      name: 'posts',
      stage: 'waiting',
    });
  });
});

it('knows the first collection by the time of the last one', () => {
  expect(isFirstCollection(collection())).toBe(true);
  expect(isFirstCollection(collection({ status: 'closed' }))).toBe(false);
  expect(isFirstCollection(collection({ lastCollectedAt: '2026-03-01T00:00:00Z' }))).toBe(false);
});

it('calls a collection delayed only when another try is coming, and nobody has to mend anything', () => {
  const failed = { lastError: 'instagram:80002' };
  const nextAt = '2026-03-01T00:05:00Z';
  expect(isDelayed(collection({ ...failed, nextAt }))).toBe(true);
  expect(isDelayed(collection(failed))).toBe(false);
  expect(isDelayed(collection({ ...failed, nextAt, status: 'closed' }))).toBe(false);
  expect(isDelayed(collection({ lastError: 'ttcm.not_connected', nextAt }))).toBe(false);
  expect(isDelayed(collection({ lastError: 'ttcm.unavailable', nextAt }))).toBe(true);
});

it('looks closely until the first collection is in', () => {
  expect(pollInterval(collection(), true)).toBe(1_500);
  expect(pollInterval(collection({ lastCollectedAt: '2026-03-01T00:00:00Z' }), true)).toBe(30_000);
  expect(pollInterval(collection({ status: 'closed' }), true)).toBe(30_000);
});

it('looks closely for a collection that is not there once its account is tracked, and now and then before', () => {
  expect(pollInterval(undefined, false)).toBe(30_000);
  expect(pollInterval(undefined, true)).toBe(1_500);
});
