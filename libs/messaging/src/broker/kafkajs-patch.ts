import { createRequire } from 'node:module';

interface RequestQueuePrototype {
  scheduleCheckPendingRequests(this: { throttledUntil: number }): void;
}

/**
 * kafkajs 2.2.4 arms a timer with `throttledUntil - now`, which is about minus the present time when nothing was ever
 * throttled: Node 24 warns about each (TimeoutNegativeWarning) and runs it after 1 ms. With "until now" it is zero.
 */
export function stopNegativeTimers(): void {
  const requestQueue = createRequire(__filename)('kafkajs/src/network/requestQueue') as {
    prototype: RequestQueuePrototype;
  };
  const original = requestQueue.prototype.scheduleCheckPendingRequests;
  requestQueue.prototype.scheduleCheckPendingRequests = function () {
    this.throttledUntil = Math.max(this.throttledUntil, Date.now());
    original.call(this);
  };
}
