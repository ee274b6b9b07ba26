const EVERY = 256;

/**
 * Takes entries out that nobody needs any more, now and then: to look at all of them with every call would cost their
 * number each time, and there may be hundreds of thousands.
 */
export class Sweep {
  private calls = 0;

  over<T>(entries: Record<string, T>, isOld: (entry: T) => boolean): void {
    if (this.calls++ % EVERY !== 0) return;
    for (const [key, entry] of Object.entries(entries)) if (isOld(entry)) delete entries[key];
  }
}
