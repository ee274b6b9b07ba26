/** The value at `data.0.id`, whatever it is. */
export function at(json: unknown, path: string): unknown {
  let value = json;
  for (const step of path.split('.')) {
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined;
  }
  return value;
}

export const textAt = (json: unknown, path: string): string => String(at(json, path));
export const numberAt = (json: unknown, path: string): number => Number(at(json, path));

export function listAt(json: unknown, path: string): unknown[] {
  const value = at(json, path);
  return Array.isArray(value) ? value : [];
}

/** One field of every entry of a list. */
export const column = (json: unknown, path: string, field: string): unknown[] =>
  listAt(json, path).map((entry) => at(entry, field));
