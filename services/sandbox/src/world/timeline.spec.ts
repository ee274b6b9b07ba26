import { Timeline } from './timeline';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 10, 1);
const posting = { atStart: 60, everyHours: 36 };
const timeline = new Timeline('seed', () => START);

describe('when posts are made', () => {
  it('lets exactly the promised number lie behind an account when the world begins', () => {
    expect(timeline.countUntil(7, posting, START)).toBe(60);
  });

  it('adds posts as time goes by, and never takes one back', () => {
    const counts = Array.from({ length: 200 }, (_, i) => timeline.countUntil(7, posting, START + i * 7 * HOUR));
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(counts.at(-1)).toBeGreaterThan(60 + 35);
  });

  it('counts by arithmetic what a walk through all posts would count', () => {
    for (const days of [0, 1, 13.3, 88]) {
      const until = START - days * 24 * HOUR;
      const walked = Array.from({ length: 80 }, (_, i) => timeline.timeOf(7, posting, i)).filter((at) => at <= until);
      expect(timeline.countUntil(7, posting, until)).toBe(walked.length);
    }
  });

  it('is the same for the same seed and another for another', () => {
    expect(new Timeline('seed', () => START).timeOf(7, posting, 3)).toBe(timeline.timeOf(7, posting, 3));
    expect(new Timeline('other', () => START).timeOf(7, posting, 3)).not.toBe(timeline.timeOf(7, posting, 3));
  });
});
