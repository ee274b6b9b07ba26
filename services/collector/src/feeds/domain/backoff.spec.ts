import { retryDelayMs } from './backoff';

describe('retryDelayMs', () => {
  it.each([
    [1, 30_000],
    [2, 60_000],
    [5, 480_000],
    [40, 21_600_000],
  ])('after %i failures waits at most %i ms, and at least half of it', (attempts, most) => {
    expect(retryDelayMs(attempts, () => 1)).toBe(most);
    expect(retryDelayMs(attempts, () => 0)).toBe(most / 2);
  });
});
