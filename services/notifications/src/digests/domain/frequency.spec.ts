import { frequencyOf, isDigestDay } from './frequency';

describe('how often a digest comes', () => {
  it('is every day, every Monday, or never', () => {
    const week = Array.from({ length: 7 }, (_, index) => `2026-12-0${index + 1}`);
    expect(week.filter((day) => isDigestDay('daily', day))).toEqual(week);
    expect(week.filter((day) => isDigestDay('weekly', day))).toEqual(['2026-12-07']);
    expect(week.filter((day) => isDigestDay('off', day))).toEqual([]);
  });

  it('is weekly for whoever chose nothing and can do something about it', () => {
    expect(['owner', 'admin', 'viewer'].map(frequencyOf)).toEqual(['weekly', 'weekly', 'off']);
  });
});
