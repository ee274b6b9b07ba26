import type { Proof } from './connect-transaction';

export interface Expectation {
  /** HMAC of the platform's id of the account that must come back. */
  accountHash: Buffer | null;
  /** Handle that an admin typed; it may be wrong or out of date. */
  handle: string | null;
  proof: Proof;
}

export interface Arrived {
  accountHash: Buffer;
  handle: string | null;
}

/**
 * Whether an account that came back may be attached. A known account must be the same one by the platform's immutable
 * id (security OC-11). A typed handle only binds somebody who has not proved to be the invited person (AL-04): a
 * person may have renamed the account, and may always add an account of their own.
 */
export function meetsExpectation(expected: Expectation, arrived: Arrived): boolean {
  if (expected.accountHash) return expected.accountHash.equals(arrived.accountHash);
  if (expected.handle === null || expected.proof !== 'known_account') return true;
  return sameHandle(expected.handle, arrived.handle);
}

export function sameHandle(left: string, right: string | null): boolean {
  return right !== null && plain(left) === plain(right);
}

function plain(handle: string): string {
  return handle.trim().replace(/^@/, '').toLowerCase();
}
