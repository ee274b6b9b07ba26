import { z } from 'zod';
import type { MetricValue } from '../capabilities/reading';

const breakdownSchema = z.object({
  dimension_keys: z.array(z.string()),
  results: z.array(z.object({ dimension_values: z.array(z.string()), value: z.number() })).default([]),
});

const totalSchema = z.object({ value: z.number().optional(), breakdowns: z.array(breakdownSchema).default([]) });

export const insightSchema = z.object({
  name: z.string(),
  values: z
    .array(z.object({ value: z.unknown() }))
    .optional()
    .catch(undefined),
  total_value: totalSchema.optional().catch(undefined),
});
export type Insight = z.infer<typeof insightSchema>;

/** The figure of an insight, or undefined: an empty data set is not zero (Meta, media insights reference). */
export function metricValue(insight: Insight): MetricValue | undefined {
  const parts = partsOf(insight, undefined);
  const figure = insight.total_value?.value ?? insight.values?.at(-1)?.value ?? sum(parts);
  if (typeof figure !== 'number') return undefined;
  return { metric: insight.name, value: figure, ...(parts.length > 0 && { parts: Object.fromEntries(parts) }) };
}

/** Values per key of a dimension (the last one when none is named; `timeframe` may stand before it). */
export function partsOf(insight: Insight, dimension: string | undefined): readonly (readonly [string, number])[] {
  return (insight.total_value?.breakdowns ?? []).flatMap((breakdown) => {
    const named = dimension === undefined ? -1 : breakdown.dimension_keys.indexOf(dimension);
    return breakdown.results.flatMap((result): [string, number][] => {
      const key = result.dimension_values.at(named);
      return key === undefined ? [] : [[key, result.value]];
    });
  });
}

function sum(parts: readonly (readonly [string, number])[]): number | undefined {
  return parts.length === 0 ? undefined : parts.reduce((total, [, value]) => total + value, 0);
}
