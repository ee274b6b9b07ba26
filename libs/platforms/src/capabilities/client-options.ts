import type { PlatformApi, PlatformFailureKind } from '../platform-error';

/** How much of an allowance is used, as the platform reports it. */
export interface RateUsage {
  readonly api: PlatformApi;
  /** `app`: shared by every account. `account`: of the account (or Page) in `subjectId`. */
  readonly scope: 'app' | 'account';
  readonly subjectId: string | null;
  /** Percent; the largest of calls, time and processor time. Stop at 100: calls beyond prolong the block. */
  readonly percent: number;
  readonly regainAt: Date | null;
  /**
   * Which allowance, where the platform has several: calls of a short while, or of a day; YouTube counts units of a day,
   * and searches apart.
   */
  readonly bucket?: 'rate' | 'day' | 'units' | 'searches';
}

/** One call, for metrics. Carries no id, token or address. */
export interface CallRecord {
  readonly api: PlatformApi;
  readonly operation: string;
  readonly milliseconds: number;
  readonly outcome: 'ok' | PlatformFailureKind;
}

export interface ClientOptions {
  /** `local` also allows loopback addresses without TLS; `production` allows the platforms' own hosts only. */
  readonly profile: 'local' | 'production';
  readonly onUsage?: (usage: RateUsage) => void;
  readonly onCall?: (call: CallRecord) => void;
  /**
   * Of the work that calls at this moment. Once it is aborted no call begins, those under way are cut, and each throws the
   * signal's reason.
   */
  readonly signal?: () => AbortSignal | undefined;
  /** For the whole call, reply included. Default 10,000. */
  readonly timeoutMs?: number;
  /** Default 1 MiB. */
  readonly maxReplyBytes?: number;
  readonly now?: () => Date;
}
