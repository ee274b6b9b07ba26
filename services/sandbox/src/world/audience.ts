import { between, share } from './random';

export type AudienceDimension = 'age' | 'gender' | 'country' | 'city';

const KEYS: Record<AudienceDimension, readonly [key: string, weight: number][]> = {
  age: [
    ['13-17', 6],
    ['18-24', 31],
    ['25-34', 34],
    ['35-44', 16],
    ['45-54', 8],
    ['55-64', 3],
    ['65+', 2],
  ],
  gender: [
    ['F', 56],
    ['M', 40],
    ['U', 4],
  ],
  country: [
    ['US', 42],
    ['GB', 11],
    ['DE', 9],
    ['BR', 8],
    ['IN', 7],
    ['FR', 6],
    ['JP', 5],
    ['AU', 4],
  ],
  city: [
    ['New York, New York', 12],
    ['London, England', 9],
    ['Berlin, Berlin', 7],
    ['São Paulo, São Paulo (state)', 6],
    ['Paris, Île-de-France', 5],
    ['Sydney, New South Wales', 4],
  ],
};

/** The platforms tell the top values only, so the sum stays below the number of people. */
const TOLD: Record<AudienceDimension, number> = { age: 0.98, gender: 0.98, country: 0.92, city: 0.43 };

export function audience(
  seed: string,
  account: number,
  people: number,
  dimension: AudienceDimension,
): { key: string; value: number }[] {
  const weights = KEYS[dimension].map(([key, weight]) => weight * between(0.7, 1.3, seed, 'audience', account, key));
  const parts = share(Math.floor(people * TOLD[dimension]), weights);
  return KEYS[dimension]
    .map(([key], i) => ({ key, value: parts[i] ?? 0 }))
    .filter((part) => part.value > 0)
    .sort((a, b) => b.value - a.value);
}
