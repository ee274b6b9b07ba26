import type { Metric } from '@creator-connect/contracts';

/** Named figures with their "as of" time; what the platform did not tell is left out, never turned into 0. */
export function metricsOf(values: Record<string, number | null | undefined>, asOf: Date): Metric[] {
  return Object.entries(values).flatMap(([name, value]) =>
    typeof value === 'number' && Number.isFinite(value) ? [{ name, value, asOf: asOf.toISOString() }] : [],
  );
}

const hashtag = /(?<![\p{L}\p{N}_&/])#([\p{L}\p{N}_]{1,100})/gu;

/** Hashtags of a caption in lower case, each once, in order of appearance. */
export function hashtagsOf(caption: string | null): string[] {
  if (!caption) return [];
  return [...new Set([...caption.matchAll(hashtag)].map((match) => match[1]!.toLowerCase()))].slice(0, 200);
}
