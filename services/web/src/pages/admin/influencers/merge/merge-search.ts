const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Which entry the one of the page would be merged with, once that is chosen. */
export function readMergeSearch(raw: Record<string, unknown>): { other?: string } {
  const other = raw['other'];
  return typeof other === 'string' && uuid.test(other) ? { other } : {};
}
