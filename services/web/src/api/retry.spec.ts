import { ProblemError } from './problem';
import { isWorthAnother, pauseBefore } from './retry';

const answer = (status: number, seconds?: number) =>
  new ProblemError(
    'x',
    'x',
    'x',
    status,
    undefined,
    undefined,
    [],
    seconds === undefined ? undefined : inSeconds(seconds),
  );
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000);

describe('asking once more', () => {
  it.each([
    ['a failing server', answer(503), true],
    ['what is no answer of ours', new TypeError('failed to fetch'), true],
    ['a limit that is over in a moment', answer(429, 2), true],
    ['a limit that lasts', answer(429, 60), false],
    ['a no', answer(403), false],
    ['a browser that is offline', answer(0), false],
  ])('is worth it: %s', (_, error, worth) => {
    expect(isWorthAnother(0, error)).toBe(worth);
    expect(isWorthAnother(2, error)).toBe(false);
  });

  it('waits as long as was said, and longer each time where nothing was', () => {
    expect(pauseBefore(0, answer(429, 2))).toBeGreaterThan(1_900);
    expect(pauseBefore(0, answer(429, 2))).toBeLessThan(3_100);
    expect([0, 1].map((count) => pauseBefore(count, answer(500)))).toEqual([1_000, 2_000]);
  });
});
