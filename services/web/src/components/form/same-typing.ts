/** Whether two values of a form hold the same for whoever sees it: an empty field and one without a value look alike. */
export function isSameTyping(one: unknown, other: unknown): boolean {
  if (isHolder(one) || isHolder(other)) {
    const [a, b] = [one ?? {}, other ?? {}] as [Record<string, unknown>, Record<string, unknown>];
    return Array.isArray(one) && Array.isArray(other) && one.length !== other.length
      ? false
      : [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => isSameTyping(a[key], b[key]));
  }
  return (one ?? '') === (other ?? '');
}

const isHolder = (value: unknown) => typeof value === 'object' && value !== null;
