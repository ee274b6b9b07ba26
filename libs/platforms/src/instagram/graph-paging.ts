import { z } from 'zod';

/** One page of any Graph edge; its items are read one by one later. */
export const edgeSchema = z.object({
  data: z.array(z.unknown()),
  paging: z
    .object({
      next: z.string().optional(),
      cursors: z.object({ after: z.string().optional() }).optional(),
    })
    .optional()
    .catch(undefined),
});

/**
 * The cursor of the next page, or null on the last. `paging.next` only tells that there is one: its address carries the
 * access token, so it is never followed.
 */
export function nextCursor(edge: z.infer<typeof edgeSchema>, current: string | undefined): string | null {
  const after = edge.paging?.next ? edge.paging.cursors?.after : undefined;
  // A cursor that stands still would turn into an endless loop.
  return after === undefined || after === current ? null : after;
}
