/** What of the clock survives a restart. */
export interface ClockState {
  offsetMs: number;
  /**
   * Callers can not move their own clock. In `caller` time an end that the APIs tell (`expires_at`, `t=`) is moved back
   * by the offset, so that after 50 days forward a 60 day token says "10 days left". `sandbox` tells the moved time.
   */
  endsToldIn: 'caller' | 'sandbox';
}

/** Real time plus an offset that only grows: pretended platforms age, they do not get younger. */
export class Clock {
  constructor(
    private readonly state: () => ClockState,
    private readonly real: () => number = Date.now,
  ) {}

  now(): number {
    return this.real() + this.state().offsetMs;
  }

  seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  advance(seconds: number): void {
    this.state().offsetMs += Math.max(0, Math.round(seconds * 1000));
  }

  offsetSeconds(): number {
    return this.state().offsetMs / 1000;
  }

  /** A future or past moment in unix seconds, in the time that callers live in. */
  told(atMs: number): number {
    const shift = this.state().endsToldIn === 'caller' ? this.state().offsetMs : 0;
    return Math.floor((atMs - shift) / 1000);
  }
}
