import type { DataSource, Platform } from '@creator-connect/contracts';
import type { Feed } from './feed';

const withGrant: Record<Platform, DataSource> = {
  instagram: 'instagram_graph',
  tiktok: 'tiktok_display',
  youtube: 'youtube_data',
};

export const dataSources: readonly DataSource[] = [...Object.values(withGrant), 'tiktok_display_and_ttcm', 'ttcm'];

/** Where the figures of a feed come from. */
export function dataSourceOf(feed: Pick<Feed, 'platform' | 'access' | 'alsoMarketplace'>): DataSource {
  if (feed.access === 'marketplace') return 'ttcm';
  return feed.alsoMarketplace ? 'tiktok_display_and_ttcm' : withGrant[feed.platform];
}
