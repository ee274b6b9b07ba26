import { ProblemError } from './problem';

const most = 2;
/** Longer than that nobody waits in front of a page: it says when to try again. */
const soonMs = 5_000;

/** An answer that says no will say no again; a failing server, and one that says "in a moment", is asked once more. */
export function isWorthAnother(count: number, error: unknown): boolean {
  if (count >= most) return false;
  if (!(error instanceof ProblemError) || error.status >= 500) return true;
  return error.status === 429 && waitOf(error) !== undefined;
}

/** Milliseconds: what was said, and not all at the same moment; else a second, then two. */
export function pauseBefore(count: number, error: unknown): number {
  const told = error instanceof ProblemError ? waitOf(error) : undefined;
  return told === undefined ? 1_000 * 2 ** count : told + Math.random() * 1_000;
}

function waitOf({ retryAt }: ProblemError): number | undefined {
  const wait = retryAt && Math.max(retryAt.getTime() - Date.now(), 0);
  return wait !== undefined && wait <= soonMs ? wait : undefined;
}
