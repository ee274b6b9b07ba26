import { z } from 'zod';
import { instant } from '../events/fields';

/** A figure with its "as of" time. A figure the platform did not give is absent, never 0. */
export const metricSchema = z.object({ name: z.string().min(1).max(100), value: z.number(), asOf: instant });
export const metricsSchema = z.array(metricSchema).max(100);
export type Metric = z.infer<typeof metricSchema>;
