import { Following } from './following';

const DAY = 86_400_000;
const began = Date.parse('2026-11-01T09:00:00Z');
const following = new Following('seed', () => began);
const after = (days: number, account = 101) => following.followers(account, 18_400, began + days * DAY);

describe('who follows an account', () => {
  it('are as many as the world began with until its first day is over', () => {
    expect([after(0), after(0.99)]).toEqual([18_400, 18_400]);
    expect(after(1)).not.toBe(18_400);
  });

  it('are the same whenever they are asked for, and others for another account', () => {
    expect(after(30)).toBe(after(30));
    expect(after(30, 102)).not.toBe(after(30));
  });

  it('grow over weeks, and not by the same number every day', () => {
    const counts = Array.from({ length: 30 }, (_, day) => after(day));
    const steps = new Set(counts.slice(1).map((count, i) => count - counts[i]!));
    expect(steps.size).toBeGreaterThan(10);
    expect(after(30)).toBeGreaterThan(18_400 * 1.03);
    expect(after(30)).toBeLessThan(18_400 * 1.1);
  });

  it('stay nobody where nobody followed', () => {
    expect(following.followers(7, 0, began + 30 * DAY)).toBe(0);
  });
});
