import type { Readiness } from '@creator-connect/observability';
import { request } from 'undici';
import { z } from 'zod';

const timeoutMs = 3_000;

const readinessSchema = z.object({
  status: z.enum(['ready', 'degraded', 'not_ready']),
  checks: z.record(z.string(), z.enum(['up', 'down'])),
});
const metricsSchema = z.array(
  z.object({
    name: z.string(),
    values: z.array(
      // JSON has no word for what is not a number, such as the mean of no measurement.
      z.object({ value: z.number().nullable(), labels: z.record(z.string(), z.union([z.string(), z.number()])) }),
    ),
  }),
);

export interface Sample {
  labels: Readonly<Record<string, string>>;
  value: number;
}

/** What a service says of itself: whether it can work, and the numbers that Prometheus gets as well. */
export interface Probe {
  readiness: Readiness;
  samples(metric: string): Sample[];
}

/** Undefined when the service does not answer, or answers something else. */
export async function probe(address: string): Promise<Probe | undefined> {
  try {
    const [readiness, metrics] = await Promise.all([
      read(address, '/health/ready').then((body) => readinessSchema.parse(body)),
      read(address, '/metrics').then((body) => metricsSchema.parse(body)),
    ]);
    const byName = new Map(metrics.map((metric) => [metric.name, metric.values]));
    return {
      readiness,
      samples: (name) =>
        (byName.get(name) ?? []).flatMap(({ labels, value }) =>
          value === null ? [] : [{ labels: textual(labels), value }],
        ),
    };
  } catch {
    return undefined;
  }
}

async function read(address: string, path: string): Promise<unknown> {
  const { body } = await request(new URL(path, address), {
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(timeoutMs),
    // Asked so rarely that a kept connection would often be one that just ends.
    reset: true,
  });
  return body.json();
}

const textual = (labels: Record<string, string | number>) =>
  Object.fromEntries(Object.entries(labels).map(([name, value]) => [name, String(value)]));
