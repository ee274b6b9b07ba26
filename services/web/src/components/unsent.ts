import { useEffect, useEffectEvent } from 'react';

/** Whoever holds what somebody typed or chose and has not sent; each is asked at the moment in which it could be lost. */
const holders = new Set<() => boolean>();
/** What stood in forms that a failure took away, by their places; in this page's memory alone. */
const rescued = new Map<string, unknown>();
const justGone = new Map<string, unknown>();

export const isAnythingUnsent = () => rescued.size > 0 || [...holders].some((holds) => holds());

/** What a failure left may be lost, as somebody has said. */
export const forgetRescued = () => rescued.clear();

/** The whole page ends now, and somebody was asked before: the browser need not ask again. */
export function letGo(): void {
  rescued.clear();
  holders.clear();
}

/** Nobody leaves it behind unasked for as long as this is so. */
export function useUnsent(isUnsent: () => boolean): void {
  const holds = useEffectEvent(isUnsent);
  useEffect(() => {
    const holder = () => holds();
    holders.add(holder);
    return () => void holders.delete(holder);
  }, []);
}

/** A form goes with something typed in it: because it was left, or because its page broke, which shows at once. */
export function goesWith(place: string, values: unknown): void {
  justGone.set(place, values);
  queueMicrotask(() => justGone.clear());
}

/** A page broke: what has just gone with it was left by nobody. */
export function rescue(): void {
  for (const [place, values] of justGone) rescued.set(place, values);
}

/** What was typed at this place before its page broke. */
export function takeBack(place: string): unknown {
  const values = rescued.get(place);
  rescued.delete(place);
  return values;
}
