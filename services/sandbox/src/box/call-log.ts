import type { PretendedPlatform } from './platform';

const KEPT = 20_000;

/** One answered API call. It never holds a token, a code, a secret or a query. */
export interface ApiCall {
  seq: number;
  /** Real time, in which callers live; not that of the moved clock. */
  at: string;
  platform: PretendedPlatform;
  operation: string;
  method: string;
  path: string;
  status: number;
  /** The platform's own word for a failure (`190/460`, `invalid_grant`, `40105`); absent when the call succeeded. */
  error?: string;
  persona?: string;
  tokenFingerprint?: string;
  /** The fault that was played on this call. */
  fault?: string;
  milliseconds: number;
}

export interface CallFilter {
  since?: number | undefined;
  from?: string | undefined;
  platform?: string | undefined;
  operation?: string | undefined;
  persona?: string | undefined;
  tokenFingerprint?: string | undefined;
}

export type CallCounts = Record<string, { total: number; ok: number; failed: number }>;

/** The newest calls, for assertions such as "eight concurrent needs, one refresh". */
export class CallLog {
  private calls: ApiCall[] = [];
  private last = 0;

  add(call: Omit<ApiCall, 'seq'>): void {
    this.calls.push({ seq: ++this.last, ...call });
    // Cut in blocks: shifting one by one would cost the length of the log with every call.
    if (this.calls.length > KEPT * 1.25) this.calls = this.calls.slice(-KEPT);
  }

  /** `next` is what to pass as `since` to see only later calls; it starts at 0 and never goes back, not even by a reset. */
  get next(): number {
    return this.last;
  }

  find(filter: CallFilter): ApiCall[] {
    return this.calls.filter(
      (call) =>
        call.seq > (filter.since ?? 0) &&
        (filter.from === undefined || call.at >= filter.from) &&
        (filter.platform === undefined || call.platform === filter.platform) &&
        (filter.operation === undefined || call.operation === filter.operation) &&
        (filter.persona === undefined || call.persona === filter.persona) &&
        (filter.tokenFingerprint === undefined || call.tokenFingerprint === filter.tokenFingerprint),
    );
  }

  clear(): void {
    this.calls = [];
  }
}

export function countCalls(calls: readonly ApiCall[]): CallCounts {
  const counts: CallCounts = {};
  for (const call of calls) {
    const count = (counts[call.operation] ??= { total: 0, ok: 0, failed: 0 });
    count.total += 1;
    if (call.error === undefined && call.status < 400) count.ok += 1;
    else count.failed += 1;
  }
  return counts;
}
