import { setTimeout as sleep } from 'node:timers/promises';
import { AppError, ttcmErrors } from '@creator-connect/contracts';

/** The other side waits 30 seconds for an answer, the call at TikTok included. */
const mostWaitMs = 15_000;

/**
 * Spreads calls that no person waits for. TikTok grants one app 10 calls a second and 600 a minute for all organisations,
 * and what a person asks for must still get through.
 */
abstract class CallPace {
  private free = 0;

  constructor(
    private readonly callsPerSecond: number,
    private readonly clock: { now(): number; sleep(ms: number): Promise<unknown> } = { now: Date.now, sleep },
  ) {}

  /** Waits for the next free moment. Throws `ttcm.unavailable`, with when to come back, where that is too far away. */
  async turn(): Promise<void> {
    const now = this.clock.now();
    const at = Math.max(now, this.free);
    const wait = at - now;
    if (wait > mostWaitMs)
      throw new AppError(ttcmErrors.unavailable, { retryAfterSeconds: Math.ceil((wait - mostWaitMs) / 1000) });
    this.free = at + 1000 / this.callsPerSecond;
    if (wait > 0) await this.clock.sleep(wait);
  }
}

/** Of what is read for the collection. */
export class ReadingPace extends CallPace {}

/** Of the questions about memberships and open invitations; so few are asked at a time that none waits for long. */
export class CheckingPace extends CallPace {}
