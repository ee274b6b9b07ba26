import { fieldFault, type FieldFault } from '@creator-connect/contracts';

const deepest = 20;
const longestList = 10_000;
const dangerousKeys = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * What no field of any request may hold, whatever its own rules: text that PostgreSQL and JSON readers refuse (NUL, half
 * surrogates), numbers that are none, keys that reach for prototypes, lists and nestings without end.
 */
export function malformed(value: unknown, field: string, depth = 0): FieldFault[] {
  if (typeof value === 'string') {
    return value.includes('\0') || !value.isWellFormed() ? [fieldFault(field, 'unreadable_text')] : [];
  }
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [fieldFault(field, 'not_number')];
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return [];
  if (depth >= deepest) return [fieldFault(field, 'too_deep')];
  if (Array.isArray(value)) {
    if (value.length > longestList) return [fieldFault(field, 'too_many', { max: longestList })];
    return value.flatMap((item, index) => malformed(item, join(field, String(index)), depth + 1));
  }
  return Object.entries(value).flatMap(([key, item]) =>
    dangerousKeys.has(key) || !key.isWellFormed() || key.includes('\0')
      ? [fieldFault(field, 'forbidden_field')]
      : malformed(item, join(field, key), depth + 1),
  );
}

const join = (path: string, key: string) => (path ? `${path}.${key}` : key);
