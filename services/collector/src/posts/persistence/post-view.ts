import { viewOf, type MetricView } from './figure-provenance';
import type { Provenance } from '../../vendor-data/domain/vendor-record';

export interface PostView {
  platformPostId: string;
  kind: string;
  postedAt: string;
  permalink: string | null;
  caption: string | null;
  hashtags: string[];
  metrics: MetricView[];
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
  metrics: Record<string, { value: number; asOf: string; from?: 'ttcm' }>;
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
  metrics: Object.entries(row.metrics).map(([name, figure]) => viewOf({ name, ...figure }, row.provenance)),
  collectedAt: row.collected_at.toISOString(),
  provenance: row.provenance,
});
