import { Injectable } from '@nestjs/common';
import type { Platform } from '@creator-connect/contracts';
import { sqlRows, type Tx } from '@creator-connect/persistence';
import type { FeedAccess } from '../feeds/domain/feed';

/** What is held about one account: how much of what, and from when to when it was collected. */
export interface OwnCollection {
  accountId: string;
  platform: Platform;
  access: FeedAccess;
  alsoMarketplace: boolean;
  isOpen: boolean;
  firstAt: Date | null;
  lastAt: Date | null;
  posts: number;
  /** Figures at all times, of the account and of its posts. */
  figures: number;
  /** Which breakdowns of the audience: country, age … */
  audience: string[];
  /** The permission was taken back: nobody sees the data any more, and then it goes. */
  deletedOn: Date | null;
}

@Injectable()
export class OwnCollectionRepository {
  ofInfluencer(tx: Tx, influencerId: string): Promise<OwnCollection[]> {
    return sqlRows<OwnCollection>(
      tx,
      `SELECT f.id AS "accountId", f.platform, f.access, f.also_marketplace AS "alsoMarketplace", f.status = 'open' AS "isOpen",
              least(p.first_at, m.first_at) AS "firstAt", greatest(f.collected_at, p.last_at, r.collected_at) AS "lastAt",
              p.count AS posts, m.count AS figures, a.dimensions AS audience, f.delete_at AS "deletedOn"
         FROM feeds f
         LEFT JOIN profiles r ON r.account_id = f.id
         CROSS JOIN LATERAL (SELECT count(*)::int AS count, min(first_collected_at) AS first_at,
                                    max(collected_at) AS last_at FROM posts WHERE account_id = f.id) p
         CROSS JOIN LATERAL (SELECT count(*)::int AS count, min(as_of) AS first_at
                               FROM metric_history WHERE account_id = f.id) m
         CROSS JOIN LATERAL (SELECT coalesce(array_agg(dimension ORDER BY dimension), '{}') AS dimensions
                               FROM audiences WHERE account_id = f.id) a
        WHERE f.influencer_id = $1 ORDER BY f.id`,
      [influencerId],
    );
  }
}
