import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for a condition, never for a time; the limit only keeps a test that will fail from running for ever. */
export async function until(what: string, holds: () => Promise<boolean> | boolean, withinMs = 90_000): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`Waited ${withinMs / 1_000} s in vain until ${what}`);
    await sleep(200);
  }
}
