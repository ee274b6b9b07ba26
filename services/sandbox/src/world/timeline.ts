import { between } from './random';

const HOUR = 3_600_000;

/** How often an account posts: a number of posts lies behind it when the world begins, later ones follow by the clock. */
export interface Posting {
  atStart: number;
  everyHours: number;
}

/**
 * When the posts of an account were made. Post 0 is the oldest. Everything is arithmetic: neither asking for the n-th
 * post nor counting the posts up to a moment walks through the others.
 */
export class Timeline {
  constructor(
    private readonly seed: string,
    private readonly startedAt: () => number,
  ) {}

  timeOf(account: number, posting: Posting, index: number, stream = 'post'): number {
    const step = posting.everyHours * HOUR;
    const slot = this.startedAt() + (index - posting.atStart) * step;
    // The shift stays far below one step, so a later post is never older than an earlier one.
    const shift = between(0.05, 0.3, this.seed, stream, account, index) * step;
    return Math.floor((slot + shift) / 1000) * 1000;
  }

  /** How many posts exist at that moment; also: the index after the last post made until then. */
  countUntil(account: number, posting: Posting, at: number, stream = 'post'): number {
    const step = posting.everyHours * HOUR;
    const slot = posting.atStart + Math.floor((at - this.startedAt()) / step);
    if (slot < 0) return 0;
    return this.timeOf(account, posting, slot, stream) <= at ? slot + 1 : slot;
  }
}
