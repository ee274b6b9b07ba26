import { createRequire } from 'node:module';

interface RequestQueuePrototype {
  scheduleCheckPendingRequests(this: { pending: unknown[] }): void;
}

/**
 * With nothing pending, kafkajs 2.2.4 arms a timer with a negative delay, which runs after 1 ms, finds nothing and arms the
 * next: every connection wakes the process a thousand times a second for ever, and Node 24 warns (TimeoutNegativeWarning).
 * There is nothing to check then, and whoever adds a pending request arms the timer again.
 */
export function stopIdleTimers(): void {
  const requestQueue = createRequire(__filename)('kafkajs/src/network/requestQueue') as {
    prototype: RequestQueuePrototype;
  };
  const original = requestQueue.prototype.scheduleCheckPendingRequests;
  requestQueue.prototype.scheduleCheckPendingRequests = function () {
    if (this.pending.length > 0) original.call(this);
  };
}
