import type { Metric } from '@creator-connect/contracts';
import type { Provenance } from '../../vendor-data/domain/vendor-record';

export interface PostView {
  platformPostId: string;
  kind: string;
  postedAt: string;
  permalink: string | null;
  caption: string | null;
  hashtags: string[];
  metrics: Metric[];
  collectedAt: string;
  provenance: Provenance;
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
  provenance: Provenance;
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
  provenance: row.provenance,
});
