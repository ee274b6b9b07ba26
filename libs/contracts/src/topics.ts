const day = 86_400_000;

export interface TopicDefinition {
  name: string;
  partitions: number;
  cleanupPolicy: 'delete' | 'compact';
  /** -1 keeps records for ever (compacted topics). */
  retentionMs: number;
  description: string;
}

const eventTopic = (name: string, days: number, description: string): TopicDefinition => ({
  name,
  partitions: 12,
  cleanupPolicy: 'delete',
  retentionMs: days * day,
  description,
});

const stateTopic = (name: string, description: string): TopicDefinition => ({
  name,
  partitions: 12,
  cleanupPolicy: 'compact',
  retentionMs: -1,
  description,
});

/**
 * `<domain>.<aggregate>.v<major>`, key = aggregate id. Event topics are never compacted: a late duplicate would become
 * the "latest" value. State topics are written from the owner's row version only.
 */
export const topics = {
  authorization: eventTopic('oauth.authorization.v1', 30, 'Life of an authorization, keyed by social account'),
  influencer: eventTopic('accounts.influencer.v1', 30, 'Influencers of an organisation, keyed by influencer'),
  account: eventTopic('accounts.account.v1', 30, 'Social accounts and their states, keyed by social account'),
  member: eventTopic('accounts.member.v1', 30, 'Members of organisations, keyed by member'),
  campaign: eventTopic('accounts.campaign.v1', 30, 'Campaigns and who is in them, keyed by campaign'),
  invite: eventTopic(
    'ttcm.invite.v1',
    30,
    'TikTok Creator Marketplace invitations, keyed by social account or invitation',
  ),
  marketplaceConnection: eventTopic(
    'ttcm.marketplace-connection.v1',
    30,
    'Authorizations of agencies at the TikTok Creator Marketplace, keyed by organisation',
  ),
  message: eventTopic('notifications.message.v1', 30, 'Mails sent and failed, keyed by influencer or organisation'),
  profile: eventTopic('collector.profile.v1', 7, 'Collected public profiles, keyed by social account'),
  post: eventTopic('collector.post.v1', 7, 'Collected posts and their metrics, keyed by social account'),
  audience: eventTopic('collector.audience.v1', 7, 'Collected audiences, keyed by social account'),
  feed: eventTopic('collector.feed.v1', 7, 'Gaps, rejected tokens and deletions, keyed by social account'),
  erasure: eventTopic('privacy.erasure.v1', 30, 'What services have erased, keyed by influencer'),
  accountState: stateTopic('accounts.account-state.v1', 'Latest state of every social account, for a new consumer'),
  campaignState: stateTopic('accounts.campaign-state.v1', 'Latest state of every campaign, for a new consumer'),
  erasureLedger: stateTopic('accounts.erasure-ledger.v1', 'Everybody who was erased, by pseudonym, kept for ever'),
} as const satisfies Record<string, TopicDefinition>;

export type TopicName = (typeof topics)[keyof typeof topics]['name'];
