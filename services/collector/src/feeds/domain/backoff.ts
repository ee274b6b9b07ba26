/**
 * When to try again after failed runs: 30 s, doubled up to 6 h, with jitter between half and all of it. A feed that keeps
 * failing costs a handful of calls a day, not thousands.
 */
export function retryDelayMs(attempts: number, random: () => number = Math.random): number {
  const ceiling = Math.min(30_000 * 2 ** Math.max(0, attempts - 1), 6 * 3_600_000);
  return Math.round(ceiling * (0.5 + random() / 2));
}
