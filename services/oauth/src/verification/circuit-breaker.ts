import type { Platform } from '@creator-connect/contracts';

export interface BreakerOptions {
  /** So many answers in a row that taught nothing open the circuit. */
  failures: number;
  /** How long nobody asks then; the first one after that tries for all. */
  openMs: number;
}

/** Keeps this process from asking a platform that is down about one grant after the other. */
export class CircuitBreaker {
  private readonly circuits = new Map<Platform, { failures: number; openUntil: number }>();

  constructor(private readonly options: BreakerOptions = { failures: 5, openMs: 30_000 }) {}

  /** Milliseconds until the platform may be asked again; 0 when it may be now. */
  waitMs(platform: Platform, now: Date): number {
    return Math.max(0, (this.circuits.get(platform)?.openUntil ?? 0) - now.getTime());
  }

  succeeded(platform: Platform): void {
    this.circuits.delete(platform);
  }

  failed(platform: Platform, now: Date): void {
    const failures = (this.circuits.get(platform)?.failures ?? 0) + 1;
    const openUntil = failures >= this.options.failures ? now.getTime() + this.options.openMs : 0;
    this.circuits.set(platform, { failures, openUntil });
  }
}
