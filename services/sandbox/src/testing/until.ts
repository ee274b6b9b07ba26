import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for a condition, never for a time; gives up after five seconds. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 5_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('the condition did not come true');
    await sleep(10);
  }
}
