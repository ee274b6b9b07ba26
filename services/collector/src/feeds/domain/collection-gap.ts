/** A time in which nothing could be collected of an account, and why. */
export interface CollectionGap {
  from: Date;
  /** Null: it goes on. */
  to: Date | null;
  /** What closed the feed, e.g. `password_changed`, one of `runGapCauses`, or an `OutlivedCause`. */
  cause: string;
}

/** Causes that a run finds. All others are causes of the account's state, told by accounts. */
export const runGapCauses = [
  'token_rejected',
  'throttled',
  'no_authorization',
  'marketplace_closed',
  'failing',
  'not_run',
] as const;
export type RunGapCause = (typeof runGapCauses)[number];

/** Figures there were, but too old to keep: their grant ended too long ago, or where none told them nothing told them anew. */
export type OutlivedCause = 'grant_outlived' | 'not_told_again';
