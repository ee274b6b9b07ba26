import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Limits, throttled, type LimitName } from './limits';

type RequestLimit = Extract<LimitName, 'callerRequests' | 'organisationRequests'>;

interface Count {
  limit: RequestLimit;
  key: string;
  /** Uses not yet written to the shared count. */
  pending: number;
  /** What the shared count allowed at the last look. */
  remaining: number;
  resetsAt: number;
  atOnce: Burst;
}

/** What may still be asked at this moment. */
interface Burst {
  left: number;
  at: number;
}

const flushEvery = 500;
/** An organisation may ask for this many seconds' share of its minute at once. */
const burstSeconds = 2;

/**
 * Limit on requests as such. A write per request would cost more than many of the requests, so each process counts by
 * itself and adds up in PostgreSQL twice a second: several gateways share one limit, overshot by half a second at most.
 */
@Injectable()
export class RequestLimits implements OnApplicationShutdown {
  private readonly counts = new Map<string, Count>();
  private readonly timer = setInterval(() => void this.flush(), flushEvery);
  private flushing: Promise<void> | undefined;

  constructor(private readonly limits: Limits) {
    this.timer.unref();
  }

  /** Throws `request.throttled` with the seconds to wait. */
  take(limit: RequestLimit, key: string): void {
    const now = Date.now();
    const id = `${limit} ${key}`;
    let count = this.counts.get(id);
    if (!count || count.resetsAt <= now) {
      count = {
        limit,
        key,
        pending: count?.pending ?? 0,
        remaining: this.limits.points(limit),
        resetsAt: now + 60_000,
        atOnce: count?.atOnce ?? { left: Infinity, at: now },
      };
      this.counts.set(id, count);
    }
    if (count.pending >= count.remaining) throw throttled(count.resetsAt - now);
    if (limit === 'organisationRequests') this.spread(count, now);
    count.pending += 1;
  }

  flush(): Promise<void> {
    this.flushing ??= this.write().finally(() => (this.flushing = undefined));
    return this.flushing;
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.flushing;
  }

  /** A whole organisation's minute, asked for at once, would make everybody else wait: it is spread over the minute. */
  private spread({ limit, atOnce }: Count, now: number): void {
    const perMillisecond = this.limits.points(limit) / 60_000;
    const most = Math.max(perMillisecond * burstSeconds * 1000, 1);
    atOnce.left = Math.min(atOnce.left + (now - atOnce.at) * perMillisecond, most);
    atOnce.at = now;
    if (atOnce.left < 1) throw throttled((1 - atOnce.left) / perMillisecond);
    atOnce.left -= 1;
  }

  private async write(): Promise<void> {
    for (const [id, count] of this.counts) {
      if (count.pending === 0) {
        if (count.resetsAt <= Date.now()) this.counts.delete(id);
        continue;
      }
      const taken = count.pending;
      try {
        const shared = await this.limits.add(count.limit, count.key, taken);
        count.pending -= taken;
        count.remaining = shared.remaining;
        count.resetsAt = Date.now() + shared.secondsLeft * 1000;
      } catch {
        // PostgreSQL is away: the count of this process alone holds until it is back.
        return;
      }
    }
  }
}
