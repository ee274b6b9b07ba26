import type { Box } from '../box/box';
import { SlidingWindow } from '../box/sliding-window';
import { quotaExceeded, rateLimited } from './api-error';
import { pacificDay } from './pacific-day';

const MINUTE = 60_000;

/**
 * What a project may ask for (platforms.md 3.4): one bucket of units for everything, one of calls for `search`, new at
 * midnight in California; and so many calls a minute. A refused or invalid request costs too. [YTQ; per minute: inf]
 */
export class Quota {
  private readonly minute: SlidingWindow;

  constructor(private readonly box: Box) {
    this.minute = new SlidingWindow(MINUTE, () => box.clock.now());
    box.onReset(() => this.minute.clear());
  }

  spend(bucket: 'units' | 'searches' | 'analytics'): void {
    const { settings } = this.box.state;
    if (!this.minute.allow(bucket === 'analytics' ? 'analytics' : 'data', settings.google.requestsPerMinute))
      throw rateLimited();
    if (bucket === 'analytics') return;
    const used = this.today();
    const limit = bucket === 'units' ? settings.google.unitsPerDay : settings.google.searchesPerDay;
    if (used[bucket] >= limit) throw quotaExceeded();
    used[bucket] += 1;
    this.box.changed();
  }

  today(): { day: string; units: number; searches: number } {
    const { google } = this.box.state;
    const day = pacificDay(this.box.clock.now());
    if (google.quota.day !== day) google.quota = { day, units: 0, searches: 0 };
    return google.quota;
  }
}
