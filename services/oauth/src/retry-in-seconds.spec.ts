import { retryInSeconds } from './retry-in-seconds';

const now = new Date('2026-11-24T10:00:00Z');

describe('the pause before a platform is asked again', () => {
  it('is what the platform says when it throttles, and never nothing', () => {
    expect(retryInSeconds({ kind: 'throttled', until: new Date(now.getTime() + 90_000) }, 7, now)).toBe(90);
    expect(retryInSeconds({ kind: 'throttled', until: now }, 1, now)).toBe(1);
  });

  it('doubles with each try up to six hours, and is spread', () => {
    const full = [1, 2, 3, 99].map((attempts) => retryInSeconds({ kind: 'transient' }, attempts, now, 1));
    expect(full).toEqual([30, 60, 120, 21_600]);
    expect(retryInSeconds({ kind: 'unknown' }, 1, now, 0)).toBe(15);
  });
});
