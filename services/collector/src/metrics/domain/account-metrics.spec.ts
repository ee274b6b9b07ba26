import { lackOf } from './account-metrics';

const collectedAt = new Date(0);

it.each([
  ['post_reach', { collectedAt: null, refusedMetrics: ['reel:reach'] }, 'not_collected_yet'],
  ['post_reach', { collectedAt, refusedMetrics: ['reel:reach'] }, 'refused'],
  ['post_views', { collectedAt, refusedMetrics: ['reel:reach'] }, 'not_told'],
  ['post_engagements', { collectedAt, refusedMetrics: ['shares'] }, 'not_told'],
] as const)('says why there is no %s: %j', (name, { collectedAt: at, refusedMetrics }, reason) => {
  expect(lackOf(name, { collectedAt: at, refusedMetrics: [...refusedMetrics] })).toBe(reason);
});
