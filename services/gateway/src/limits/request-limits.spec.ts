import type { Limits } from './limits';
import { RequestLimits } from './request-limits';

/** A minute of 600 for everything, and nobody else who counts. */
const alone = {
  points: () => 600,
  add: async (_limit: string, _key: string, taken: number) => ({ consumed: taken, remaining: 600, secondsLeft: 60 }),
} as unknown as Limits;

describe('limits on requests as such', () => {
  let limits: RequestLimits;

  beforeEach(() => {
    jest.useFakeTimers();
    limits = new RequestLimits(alone);
  });
  afterEach(() => jest.useRealTimers());

  const refusals = (limit: 'callerRequests' | 'organisationRequests', key: string, number: number) =>
    Array.from({ length: number }, () => {
      try {
        limits.take(limit, key);
        return undefined;
      } catch (refused) {
        return (refused as { retryAfterSeconds: number }).retryAfterSeconds;
      }
    });
  const letThrough = (...asked: Parameters<typeof refusals>) =>
    refusals(...asked).filter((one) => one === undefined).length;

  it('spread an organisation’s minute: two seconds’ share at once, then as much as each second brings (TE-10)', () => {
    expect(letThrough('organisationRequests', 'a', 100)).toBe(20);
    jest.advanceTimersByTime(1_000);
    expect(letThrough('organisationRequests', 'a', 100)).toBe(10);
    jest.advanceTimersByTime(30_000);
    expect(letThrough('organisationRequests', 'a', 100)).toBe(20);
  });

  it('take nothing from another organisation, and say how long to wait', () => {
    expect(refusals('organisationRequests', 'a', 21).at(-1)).toBe(1);
    expect(letThrough('organisationRequests', 'b', 1)).toBe(1);
  });

  it('leave a single caller their minute as they want it', () => {
    expect(letThrough('callerRequests', 'person', 700)).toBe(600);
  });
});
