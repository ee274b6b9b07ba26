/** Counts events of the last while, per name. */
export class SlidingWindow {
  private readonly times = new Map<string, number[]>();

  constructor(
    private readonly lengthMs: number,
    private readonly now: () => number,
  ) {}

  /** False when the name has used up its limit; a refused event is not counted. */
  allow(name: string, limit: number): boolean {
    const now = this.now();
    const kept = (this.times.get(name) ?? []).filter((at) => at > now - this.lengthMs);
    const allowed = kept.length < limit;
    if (allowed) kept.push(now);
    this.times.set(name, kept);
    return allowed;
  }

  clear(): void {
    this.times.clear();
  }
}
