import { setTimeout as sleep } from 'node:timers/promises';
import { PlatformError } from '@creator-connect/platforms';

/** TikTok's limit of a second; the one of a minute lasts for longer than anybody waits at a page. */
const shortMs = 2_000;
const mostCalls = 5;

/**
 * Calls again once a limit that lasts for a second is over: nobody is refused for what others asked in the same second. A
 * throttled call had no effect, so that an invitation is not sent twice.
 */
export async function outlastShortLimit<T>(call: () => Promise<T>, wait: (ms: number) => Promise<unknown> = sleep) {
  for (let calls = 1; ; calls += 1) {
    try {
      return await call();
    } catch (error) {
      const left = shortWait(error);
      if (left === undefined || calls === mostCalls) throw error;
      // Those who wait for the same second do not all come back in the same moment.
      await wait(left + Math.random() * 500);
    }
  }
}

function shortWait(error: unknown): number | undefined {
  if (!(error instanceof PlatformError) || error.failure.kind !== 'throttled') return undefined;
  const left = error.failure.until.getTime() - Date.now();
  return left <= shortMs ? Math.max(left, 0) : undefined;
}
