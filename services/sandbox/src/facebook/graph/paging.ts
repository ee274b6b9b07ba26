import type { FastifyRequest } from 'fastify';
import { badParameter } from './graph-error';

export interface Cursors {
  limit: number;
  after?: string | undefined;
  before?: string | undefined;
}

export interface Slice<T> {
  data: T[];
  first?: string;
  last?: string;
  hasNext: boolean;
  hasPrevious: boolean;
}

const MAXIMUM = 100;

/** Cursors are opaque to callers. */
export const cursorOf = (position: string | number): string => Buffer.from(`c:${position}`).toString('base64url');

export function positionOf(cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString();
  if (!text.startsWith('c:')) throw badParameter('Invalid cursors values.');
  return text.slice(2);
}

export function readCursors(values: Record<string, unknown>): Cursors {
  const text = (name: string): string | undefined => (typeof values[name] === 'string' ? values[name] : undefined);
  const limit = Number(text('limit') ?? 25);
  if (!Number.isInteger(limit) || limit < 1) throw badParameter('Param limit must be a positive integer');
  return { limit: Math.min(limit, MAXIMUM), after: text('after'), before: text('before') };
}

/** A part of a list that lies in memory. */
export function sliceOf<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  { limit, after, before }: Cursors,
): Slice<T> {
  let start = 0;
  if (after !== undefined) start = items.findIndex((item) => keyOf(item) === positionOf(after)) + 1;
  if (before !== undefined) start = Math.max(0, items.findIndex((item) => keyOf(item) === positionOf(before)) - limit);
  const data = items.slice(start, start + limit);
  const [first, last] = [data[0], data.at(-1)];
  return {
    data,
    ...(first === undefined || last === undefined ? {} : { first: keyOf(first), last: keyOf(last) }),
    hasNext: start + limit < items.length,
    hasPrevious: start > 0,
  };
}

/** Meta's `paging` block: no `next` on the last page, nothing at all around an empty list. */
export function pagingOf(slice: Slice<unknown>, address: (cursor: Record<string, string>) => string): object {
  if (slice.first === undefined || slice.last === undefined) return {};
  const cursors = { before: cursorOf(slice.first), after: cursorOf(slice.last) };
  return {
    paging: {
      cursors,
      ...(slice.hasNext ? { next: address({ after: cursors.after }) } : {}),
      ...(slice.hasPrevious ? { previous: address({ before: cursors.before }) } : {}),
    },
  };
}

/** The caller's own request with another cursor, whatever it carried (so, as in reality, also a token in the query). */
export function addressOf(request: FastifyRequest): (cursor: Record<string, string>) => string {
  return (cursor) => {
    const address = new URL(request.url, `http://${request.host}`);
    for (const name of ['after', 'before', 'since', 'until']) if (name in cursor) address.searchParams.delete(name);
    if ('after' in cursor) address.searchParams.delete('before');
    if ('before' in cursor) address.searchParams.delete('after');
    for (const [name, value] of Object.entries(cursor)) address.searchParams.set(name, value);
    return address.toString();
  };
}
