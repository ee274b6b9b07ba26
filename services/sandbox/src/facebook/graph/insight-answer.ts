import { share } from '../../world/random';

/** One `data` entry of an insights answer. */
export interface Insight {
  name: string;
  period: string;
  title: string;
  description: string;
  id: string;
  values?: { value: number | Record<string, number>; end_time?: string }[];
  total_value?: TotalValue;
}

export const INSIGHT_FIELDS = ['id', 'name', 'period', 'title', 'description', 'values', 'total_value'] as const;

export interface TotalValue {
  value?: number;
  breakdowns?: { dimension_keys: string[]; results: { dimension_values: string[]; value: number }[] }[];
}

/** Splits a total over the values of one dimension, in fixed proportions that add up. */
export function brokenDown(
  total: number,
  dimension: string,
  parts: readonly [value: string, weight: number][],
): TotalValue {
  const shares = share(
    total,
    parts.map(([, weight]) => weight),
  );
  const results = parts.map(([value], i) => ({ dimension_values: [value], value: shares[i] ?? 0 }));
  return {
    value: total,
    breakdowns: [{ dimension_keys: [dimension], results: results.filter((one) => one.value > 0) }],
  };
}

export const titleOf = (metric: string): string => {
  const text = metric.replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};
