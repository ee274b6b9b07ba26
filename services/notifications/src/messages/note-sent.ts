import { setTimeout as sleep } from 'node:timers/promises';
import { isTransientDatabaseError } from '@creator-connect/persistence';

/** Pauses between tries to note a mail that is out already; together far shorter than any lease on sending it. */
const pausesMs = [200, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000];

/** Of a database that is away for a moment nobody hears twice: what became of a mail is noted when it is back. */
export async function noteSent(note: () => Promise<void>): Promise<void> {
  for (const pauseMs of pausesMs) {
    try {
      return await note();
    } catch (error) {
      if (!isTransientDatabaseError(error)) throw error;
      await sleep(pauseMs);
    }
  }
  return note();
}
