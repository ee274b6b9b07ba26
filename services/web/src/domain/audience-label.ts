export type AudienceDimension = 'age' | 'gender' | 'country' | 'city';
export type Gender = 'female' | 'male' | 'unknown';

export interface AudiencePart {
  key: string;
  value: number;
}

/** Platforms have words of their own for the same thing. */
export const genderOf = (key: string): Gender => {
  const first = key.charAt(0).toUpperCase();
  if (first === 'F') return 'female';
  return first === 'M' ? 'male' : 'unknown';
};

/** The oldest group has no upper end, which each platform writes in its own way. */
export const ageLabel = (key: string): string => key.replace(/-$/, '+');

/** A country's code in the reader's language; a code that nobody knows stays one. */
export function countryName(code: string, language?: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
}

/** Largest first, each with its share of what the platform told; ages stay in their order. */
export function shares<T extends AudiencePart>(
  dimension: AudienceDimension,
  parts: readonly T[],
): (T & { share: number })[] {
  const total = parts.reduce((sum, { value }) => sum + value, 0);
  return parts
    .map((part) => ({ ...part, share: total === 0 ? 0 : part.value / total }))
    .toSorted((a, b) => (dimension === 'age' ? a.key.localeCompare(b.key) : b.value - a.value));
}
