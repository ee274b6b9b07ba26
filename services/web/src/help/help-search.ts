/** What of the help pages stands in the address. */
export const readHelpSearch = (raw: Record<string, unknown>): { q?: string } =>
  typeof raw['q'] === 'string' && raw['q'] !== '' ? { q: raw['q'] } : {};

export interface StepSearch {
  /** From 1; missing: the first one. */
  step?: number | 'all';
}

export function readStepSearch(raw: Record<string, unknown>): StepSearch {
  if (raw['step'] === 'all') return { step: 'all' };
  const step = Number(raw['step']);
  return Number.isInteger(step) && step > 1 ? { step } : {};
}
