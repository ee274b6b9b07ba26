import type { Platform } from '@creator-connect/contracts';

/**
 * Looks a day that the sweep allows itself at a platform, about a fifth of the least that an app is granted there:
 * TikTok 600 calls a minute and endpoint, two of them for a look; YouTube 10,000 units a day, one for a look; Meta's
 * allowance grows with the number of people and is counted per account besides.
 */
const looksPerDay: Readonly<Record<Platform, number>> = { instagram: 400_000, tiktok: 86_400, youtube: 2_000 };
const daySeconds = 86_400;

/** Seconds until the next look: as often as wanted, rarer where the budget is too small, spread over a fifth of it. */
export function sweepSeconds(pace: { platform: Platform; live: number; everySeconds: number; random: number }): number {
  const affordable = (pace.live / looksPerDay[pace.platform]) * daySeconds;
  return Math.max(pace.everySeconds, affordable) * (0.8 + 0.2 * pace.random);
}
