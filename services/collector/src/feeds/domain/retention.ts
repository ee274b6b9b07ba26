import type { Platform } from '@creator-connect/contracts';
import type { Feed } from './feed';

/** How long hidden data of a revoked account is kept for a change of mind (product.md 15); an SQL interval. */
export function retentionAfter(platform: Platform): string {
  return platform === 'tiktok' ? '24 hours' : '7 days';
}

/** How long what was told may be kept after the last proof of its grant, or where there is none its last reading; an SQL interval. */
export const refreshOrDelete = '30 days';

/**
 * What is stored has to go before anything else is read (YouTube's policy). What is in use is tried first, for a success refreshes
 * all of it: the grant, or the installation's key where no grant has told anything. Where its last try failed, this one is no hope
 * either. A feed that stands still comes by for this alone, or for its hidden data, which goes as a whole.
 */
export function isOutlived(feed: FeedFacts): boolean {
  if (feed.platform !== 'youtube' || !feed.lapsed) return false;
  if (feed.status === 'closed') return !feed.deleteDue;
  const isInUse = feed.access === 'grant' || !feed.grantTold;
  return !isInUse || feed.lastError !== null;
}

type FeedFacts = Pick<Feed, 'platform' | 'status' | 'access' | 'lastError' | 'grantTold' | 'lapsed' | 'deleteDue'>;
