interface Entry<V> {
  value: V;
  readAt: number;
}

/**
 * Remembers what was read for less than a second, so that a busy session costs one read per interval and a revocation is
 * still seen within 1 s. Parallel readers share one read. Only found values are kept.
 */
export class ShortCache<V> {
  private readonly entries = new Map<string, Entry<V>>();
  private readonly reads = new Map<string, Promise<V | undefined>>();

  constructor(
    private readonly ttlMilliseconds: number,
    private readonly maxEntries = 20_000,
  ) {}

  get(key: string, read: () => Promise<V | undefined>): Promise<V | undefined> {
    const entry = this.entries.get(key);
    if (entry && performance.now() - entry.readAt < this.ttlMilliseconds) return Promise.resolve(entry.value);
    const running = this.reads.get(key);
    if (running) return running;
    const reading = this.read(key, read);
    this.reads.set(key, reading);
    return reading;
  }

  /** Forgets a value, also the one that a read in flight is about to bring. */
  delete(key: string): void {
    this.entries.delete(key);
    this.reads.delete(key);
  }

  clear(): void {
    this.entries.clear();
    this.reads.clear();
  }

  private async read(key: string, read: () => Promise<V | undefined>): Promise<V | undefined> {
    const readAt = performance.now();
    // Behind one turn of the event loop, so that `get` has registered the read before it can end.
    await Promise.resolve();
    const mine = this.reads.get(key);
    try {
      const value = await read();
      if (this.reads.get(key) === mine) this.keep(key, value, readAt);
      return value;
    } finally {
      if (this.reads.get(key) === mine) this.reads.delete(key);
    }
  }

  private keep(key: string, value: V | undefined, readAt: number): void {
    this.entries.delete(key);
    if (value === undefined) return;
    if (this.entries.size >= this.maxEntries) {
      const oldest = this.entries.keys().next();
      if (!oldest.done) this.entries.delete(oldest.value);
    }
    this.entries.set(key, { value, readAt });
  }
}
