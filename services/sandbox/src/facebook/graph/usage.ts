import type { Facebook } from '../facebook';
import { throttled } from './graph-error';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PROLONGED_BY = 60_000;
/** A seeded world may have any number of accounts; only those called last are counted. */
const ACCOUNTS_COUNTED = 20_000;

interface Window {
  since: number;
  calls: number;
}

/** Meta's two budgets: calls per hour of the app, calls per day of one Instagram account (platforms.md 1.13). [RATE] */
export class Usage {
  private app: Window = { since: 0, calls: 0 };
  private accounts = new Map<string, Window>();

  constructor(private readonly facebook: Facebook) {
    facebook.box.onReset(() => {
      this.app = { since: 0, calls: 0 };
      this.accounts.clear();
    });
  }

  /** Counts a call; returns the headers to send, which appear only once usage is noticeable. Throws when used up. */
  count(instagram: string | undefined): Record<string, string> {
    const { appCallsPerHour, instagramCallsPerDay, usageToldFromPercent } = this.facebook.box.state.settings.facebook;
    const headers: Record<string, string> = {};
    const app = this.step(this.app, HOUR, appCallsPerHour);
    this.app = app.window;
    if (app.percent >= usageToldFromPercent) Object.assign(headers, appUsage(app.percent));
    if (app.percent > 100) {
      prolong(app.window);
      throw throttled(4, headers);
    }
    if (instagram === undefined) return headers;

    const account = this.step(this.accounts.get(instagram) ?? { since: 0, calls: 0 }, DAY, instagramCallsPerDay);
    this.accounts.set(instagram, account.window);
    const [oldest] = this.accounts.keys();
    if (this.accounts.size > ACCOUNTS_COUNTED && oldest !== undefined) this.accounts.delete(oldest);
    if (account.percent >= usageToldFromPercent) {
      Object.assign(headers, instagramUsage(instagram, account.percent, account.minutesLeft));
    }
    if (account.percent > 100) {
      prolong(account.window);
      throw throttled(80002, headers);
    }
    return headers;
  }

  private step(
    window: Window,
    length: number,
    limit: number,
  ): { window: Window; percent: number; minutesLeft: number } {
    const now = this.facebook.box.clock.now();
    const current = now - window.since >= length ? { since: now, calls: 0 } : window;
    current.since = Math.min(current.since, now);
    current.calls += 1;
    return {
      window: current,
      percent: (current.calls * 100) / limit,
      minutesLeft: Math.ceil((current.since + length - now) / 60_000),
    };
  }
}

/** Calls while throttled prolong the block [RATE]; by how much: [inf]. Never beyond a whole window from now. */
function prolong(window: Window): void {
  window.since += PROLONGED_BY;
}

const percentOf = (percent: number): number => Math.min(100, Math.floor(percent));

export const appUsage = (percent: number): Record<string, string> => ({
  'x-app-usage': JSON.stringify({ call_count: percentOf(percent), total_time: 25, total_cputime: 25 }),
});

export const instagramUsage = (id: string, percent: number, minutes: number): Record<string, string> => ({
  'x-business-use-case-usage': JSON.stringify({
    [id]: [
      {
        type: 'instagram',
        call_count: percentOf(percent),
        total_cputime: 25,
        total_time: 25,
        // Minutes; 0 while nothing is blocked. [RATE]
        estimated_time_to_regain_access: percent > 100 ? minutes : 0,
      },
    ],
  }),
});
