import { useSyncExternalStore } from 'react';

/** Whether the server answers. Told by everything that talks to it, shown in one place. */
let reachable = true;
const listeners = new Set<() => void>();

export function tellReachable(now: boolean): void {
  if (now === reachable) return;
  reachable = now;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useReachable = () => useSyncExternalStore(subscribe, () => reachable);

/** Asks for nothing but an answer. */
export async function knock(): Promise<boolean> {
  const answered = await fetch('/health/live', { cache: 'no-store' }).then(
    () => true,
    () => false,
  );
  tellReachable(answered);
  return answered;
}
