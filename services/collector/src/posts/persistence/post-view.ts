import { AppError, decodeCursor, requestErrors, type Metric } from '@creator-connect/contracts';

export interface PostView {
  platformPostId: string;
  kind: string;
  postedAt: string;
  permalink: string | null;
  caption: string | null;
  hashtags: string[];
  metrics: Metric[];
  collectedAt: string;
}

export interface PostRow {
  platform_post_id: string;
  kind: string;
  posted_at: Date;
  permalink: string | null;
  caption: string | null;
  hashtags: string[];
  metrics: Record<string, { value: number; asOf: string }>;
  collected_at: Date;
}

export const toView = (row: PostRow): PostView => ({
  platformPostId: row.platform_post_id,
  kind: row.kind,
  postedAt: row.posted_at.toISOString(),
  permalink: row.permalink,
  caption: row.caption,
  hashtags: row.hashtags,
  metrics: Object.entries(row.metrics).map(([name, figure]) => ({ name, ...figure })),
  collectedAt: row.collected_at.toISOString(),
});

/** Where a list of posts goes on: the time of the last one shown, then what tells posts of one moment apart. */
export function afterPost(cursor: string | undefined, length: number): string[] {
  if (cursor === undefined) return [];
  const values = decodeCursor(cursor, length);
  if (!Number.isNaN(Date.parse(values[0]!))) return values;
  throw new AppError(requestErrors.invalid, { errors: [{ field: 'cursor', message: 'is not a cursor of ours' }] });
}
