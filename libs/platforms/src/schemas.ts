import { z } from 'zod';
import type { FailureNote, PlatformApi } from './platform-error';
import { PlatformError } from './platform-error';
import { SecretText } from './secret-text';

/** Ids are strings; a number is taken only as long as it cannot have lost digits. */
export const idSchema = z.union([z.string().min(1), z.int().transform(String)]);

/** Optional text: anything else, and the empty text, reads as null. */
export const textSchema = z.string().min(1).nullable().catch(null).default(null);

/** Optional count: anything else reads as null, never as zero. */
export const countSchema = z.number().nonnegative().nullable().catch(null).default(null);

/** Optional lifetime in seconds, as a number or as text; anything else reads as null. */
export const secondsSchema = z.coerce.number().positive().nullable().catch(null).default(null);

/** A token of an answer that must hold one. */
export const secretSchema = z
  .string()
  .min(1)
  .transform((value) => new SecretText(value));

/** When a lifetime ends that an answer of now tells. Never assumed: TikTok changed its lifetimes in 2026 for some apps. */
export function endOf(seconds: number | null, now: Date): Date | null {
  return seconds === null ? null : new Date(now.getTime() + seconds * 1000);
}

export interface Place {
  readonly api: PlatformApi;
  readonly operation: string;
}

/** Reads what is needed from an answer and drops the rest; an answer without it is an `unknown` failure. */
export function readAs<T>(schema: z.ZodType<T>, value: unknown, place: Place): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const note: FailureNote = 'unexpected_shape';
  throw new PlatformError({ kind: 'unknown' }, { ...place, note }, 'unknown');
}

/** Reads a list item by item, so that one odd item does not cost the others. */
export function readItems<T>(schema: z.ZodType<T>, items: readonly unknown[]): { items: T[]; skipped: number } {
  const results = items.map((item) => schema.safeParse(item));
  const read = results.flatMap((result) => (result.success ? [result.data] : []));
  return { items: read, skipped: items.length - read.length };
}
