import type { AccountDataSets, OwnDataSets } from '@creator-connect/persistence';
import { reportsOfInfluencer } from '../reports/persistence/report.repository';

/** Everything that is held here about an influencer. */
export const ownDataSets: OwnDataSets = {
  profile: `
    SELECT id, name, email, locale, time_zone, fields, created_at, approved_at, signed_in_at FROM influencers WHERE id = $1`,
  groups: `
    SELECT g.name FROM influencer_group_members m JOIN influencer_groups g ON g.id = m.group_id
     WHERE m.influencer_id = $1 ORDER BY g.name`,
  notes: `
    SELECT text, created_at FROM influencer_notes WHERE influencer_id = $1 ORDER BY id`,
  accounts: `
    SELECT id, platform, platform_account_id, handle, display_name, auth_state, marketplace, tracked, paused_at, revoked,
           cause, cause_at, authorized_at, grant_ends_at, missing_scopes, created_at
      FROM social_accounts WHERE influencer_id = $1 ORDER BY id`,
  'account-history': `
    SELECT h.social_account_id AS account_id, h.outcome, h.from_state, h.to_state, h.from_marketplace, h.to_marketplace,
           h.tracked, h.cause, h.actor, h.rule, h.at
      FROM social_account_history h JOIN social_accounts a ON a.id = h.social_account_id
     WHERE a.influencer_id = $1 ORDER BY h.id`,
  'authorization-requests': `
    SELECT r.id, r.status, r.created_at, r.expires_at, r.closed_at, i.platform, i.social_account_id AS account_id,
           i.expected_handle, i.done_at
      FROM authorization_requests r JOIN authorization_request_items i ON i.authorization_request_id = r.id
     WHERE r.influencer_id = $1 ORDER BY r.id, i.position`,
  'authorization-links': `
    SELECT l.authorization_request_id, l.delivery, l.created_at, l.opened_at, l.expires_at, l.ended_at
      FROM authorization_links l JOIN authorization_requests r ON r.id = l.authorization_request_id
     WHERE r.influencer_id = $1 ORDER BY l.id`,
  campaigns: `
    SELECT p.id, p.name, p.starts_on::text AS starts_on, p.ends_on::text AS ends_on, c.added_at
      FROM campaign_influencers c JOIN campaigns p ON p.id = c.campaign_id WHERE c.influencer_id = $1 ORDER BY p.id`,
  reports: `
    SELECT r.platform, r.handle, r.display_name, r.biography, r.website, r.picture_url, r.profile_url, r.followers,
           r.following, r.posts, r.likes, r.vendor_contacts, r.fetched_at
      FROM reports r WHERE ${reportsOfInfluencer} ORDER BY r.id`,
  'merged-entries': `
    SELECT influencer_id AS id, name, merged_at, confirmed_by_person FROM merged_influencers WHERE kept_id = $1
     ORDER BY merged_at`,
  'merge-questions': `
    SELECT proposed_at, declined_at FROM merge_proposals WHERE influencer_id = $1 ORDER BY proposed_at`,
  application: `
    SELECT status, name, email, locale, time_zone, fields, created_at, submitted_at, email_verified_at, decided_at
      FROM applications WHERE id = $1`,
};

/** Requests stay; what they asked of the account goes. */
export const accountDataSets: AccountDataSets = {
  accounts: 'id = $2',
  'account-history': 'account_id = $2',
  'authorization-requests': 'account_id = $2',
};
