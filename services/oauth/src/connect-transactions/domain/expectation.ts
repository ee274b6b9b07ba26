export interface Expectation {
  /** HMAC of the platform's id of the account that must come back. */
  accountHash: Buffer | null;
  /** Handle that an admin typed or TikTok told; it may be wrong or out of date. */
  handle: string | null;
}

export interface Arrived {
  accountHash: Buffer;
  handle: string | null;
}

/**
 * Whether an account that came back may be attached. A known account must be the same one by the platform's immutable
 * id (security OC-11), one that is known by its handle alone by that (AL-04). Whoever renamed theirs, or has another one,
 * adds it as a new account; nothing is expected of that.
 */
export function meetsExpectation(expected: Expectation, arrived: Arrived): boolean {
  if (expected.accountHash) return expected.accountHash.equals(arrived.accountHash);
  return expected.handle === null || sameHandle(expected.handle, arrived.handle);
}

export function sameHandle(left: string, right: string | null): boolean {
  return right !== null && plain(left) === plain(right);
}

function plain(handle: string): string {
  return handle.trim().replace(/^@/, '').toLowerCase();
}
