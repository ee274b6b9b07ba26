import { isWorthAMail } from './ladder';

describe('the ladder before a known end', () => {
  const now = new Date('2026-11-01T00:00:00Z');
  const hoursLeft = (hours: number) => new Date(now.getTime() + hours * 3_600_000).toISOString();

  it.each([
    [14, 14 * 24, false],
    [7, 7 * 24, true],
    [7, 49, true],
    [7, 47, false],
    [2, 2 * 24, true],
    [2, 11, false],
    [0, 12, true],
    [0, -1, false],
  ])('a step of %i days with %i hours left is worth a mail: %s', (daysLeft, hours, worth) => {
    expect(isWorthAMail({ daysLeft, endsAt: hoursLeft(hours) }, now)).toBe(worth);
  });
});
