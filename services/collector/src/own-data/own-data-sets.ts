import type { AccountDataSets, OwnDataSets } from '@creator-connect/persistence';

/** Everything that is held here about an influencer. */
export const ownDataSets: OwnDataSets = {
  collections: `
    SELECT id AS account_id, platform, access, also_marketplace, status, closed_cause, collected_at, next_full_at, refused_metrics, hidden_at, delete_at,
           grant_proven_at, told_openly_at
      FROM feeds WHERE influencer_id = $1 ORDER BY id`,
  profiles: `
    SELECT p.account_id, f.platform, p.handle, p.display_name, p.metrics, p.collected_at, p.provenance
      FROM profiles p JOIN feeds f ON f.id = p.account_id WHERE f.influencer_id = $1 ORDER BY f.id`,
  posts: `
    SELECT p.account_id, f.platform, p.platform_post_id, p.kind, p.posted_at, p.permalink, p.caption, p.hashtags, p.metrics,
           p.first_collected_at, p.collected_at, p.provenance
      FROM posts p JOIN feeds f ON f.id = p.account_id
     WHERE f.influencer_id = $1 ORDER BY f.id, p.posted_at, p.platform_post_id`,
  figures: `
    SELECT m.account_id, f.platform, nullif(m.platform_post_id, '') AS platform_post_id, m.name, m.as_of, m.value
      FROM metric_history m JOIN feeds f ON f.id = m.account_id
     WHERE f.influencer_id = $1 ORDER BY f.id, m.platform_post_id, m.name, m.as_of`,
  gaps: `
    SELECT g.account_id, f.platform, g.began_at, g.ended_at, g.cause
      FROM collection_gaps g JOIN feeds f ON f.id = g.account_id WHERE f.influencer_id = $1 ORDER BY f.id, g.began_at`,
  audience: `
    SELECT a.account_id, f.platform, a.dimension, a.parts, a.collected_at
      FROM audiences a JOIN feeds f ON f.id = a.account_id WHERE f.influencer_id = $1 ORDER BY f.id, a.dimension`,
  'vendor-records': `
    SELECT account_id, platform, kind, nullif(platform_post_id, '') AS platform_post_id, vendor, posted_at, permalink,
           metrics, imported_at
      FROM vendor_records WHERE influencer_id = $1 ORDER BY account_id, kind, platform_post_id`,
  'vendor-removals': `
    SELECT account_id, cause, profiles, posts, contacts, purged_at FROM vendor_purges WHERE influencer_id = $1 ORDER BY id`,
  'campaign-decisions': `
    SELECT c.campaign_id, c.account_id, c.platform_post_id, c.counted, c.decided_at
      FROM campaign_posts c JOIN feeds f ON f.id = c.account_id WHERE f.influencer_id = $1 ORDER BY c.decided_at`,
};

/** That it was collected stays, and what was removed of vendors' records. */
export const accountDataSets: AccountDataSets = {
  profiles: 'account_id = $2',
  posts: 'account_id = $2',
  figures: 'account_id = $2',
  gaps: 'account_id = $2',
  audience: 'account_id = $2',
  'vendor-records': 'account_id = $2',
  'campaign-decisions': 'account_id = $2',
};
