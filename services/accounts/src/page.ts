import { decodeIdCursor, encodeCursor } from '@creator-connect/contracts';
import type { PageQuery } from '@creator-connect/observability';

export function afterId({ cursor }: PageQuery): string | null {
  return cursor === undefined ? null : decodeIdCursor(cursor);
}

/** Rows were asked with one more than fits; the surplus one only tells that there is a next page. */
export function pageOf<Row extends { id: string }, Item>(rows: Row[], limit: number, view: (row: Row) => Item) {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(view), nextCursor: rows.length > limit && last ? encodeCursor([last.id]) : null };
}
