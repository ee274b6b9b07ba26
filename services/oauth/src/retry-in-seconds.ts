import type { PlatformFailure } from '@creator-connect/platforms';

/**
 * How long to wait before a platform is asked again: as long as it says, else half a minute, doubled with each try up to
 * six hours, with jitter over the upper half so that many do not come back at once.
 */
export function retryInSeconds(failure: PlatformFailure, attempts: number, now: Date, random = Math.random()): number {
  if (failure.kind === 'throttled') {
    return Math.max(1, (failure.until.getTime() - now.getTime()) / 1000);
  }
  const ceiling = Math.min(21_600, 30 * 2 ** Math.min(20, Math.max(0, attempts - 1)));
  return ceiling * (0.5 + 0.5 * random);
}
