import { useEffect, useEffectEvent, useMemo } from 'react';
import type { ProblemError } from '../api/problem';

const usualMs = 15_000;
/** Whatever was said: no page knocks more often. */
const leastMs = 5_000;
/** Longer than that nobody sits in front of a page. */
const mostMs = 3_600_000;

/** When a page asks once more by itself for what it could not get, as it does where waiting is all there is to do. */
export function useNextTry(problem: ProblemError, onRetry: (() => void) | undefined): Date | undefined {
  const triesAgain = onRetry !== undefined && problem.passes;
  const again = useEffectEvent(() => onRetry?.());
  const nextTry = useMemo(() => {
    if (!triesAgain) return undefined;
    const wait = problem.retryAt ? problem.retryAt.getTime() - Date.now() : usualMs;
    return wait > mostMs ? undefined : new Date(Date.now() + Math.max(wait, leastMs));
  }, [problem, triesAgain]);
  useEffect(() => {
    if (nextTry === undefined) return;
    const timer = setTimeout(() => again(), nextTry.getTime() - Date.now());
    return () => clearTimeout(timer);
  }, [nextTry]);
  return nextTry;
}
