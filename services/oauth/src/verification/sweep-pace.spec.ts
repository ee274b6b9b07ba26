import { sweepSeconds } from './sweep-pace';

const day = 86_400;
const pace = { platform: 'tiktok', live: 1_000, everySeconds: day, random: 1 } as const;

describe('the pace of the sweep', () => {
  it('is the one that is wanted while the budget lasts', () => {
    expect(sweepSeconds(pace)).toBe(day);
    expect(sweepSeconds({ ...pace, random: 0 })).toBe(0.8 * day);
  });

  it.each([
    ['instagram', 1_000_000],
    ['tiktok', 1_000_000],
    ['youtube', 10_000],
  ] as const)('stays within a fifth of what %s grants, with %i accounts', (platform, live) => {
    const seconds = sweepSeconds({ ...pace, platform, live });
    const perDay = (live / seconds) * day;
    expect(perDay).toBeLessThanOrEqual({ instagram: 400_000, tiktok: 86_400, youtube: 2_000 }[platform] + 1);
  });
});
