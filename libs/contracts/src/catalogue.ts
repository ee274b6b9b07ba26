import type { AnyEventDefinition } from './events/define-event';
import { AccountAdded } from './accounts/account-added.event';
import { AccountRemoved } from './accounts/account-removed.event';
import { AccountStateChanged } from './accounts/account-state-changed.event';
import { AccountState } from './accounts/account-state.event';
import { ApplicationDeclined } from './accounts/application-declined.event';
import { ApplicationSubmitted } from './accounts/application-submitted.event';
import { AuthorizationRequested } from './accounts/authorization-requested.event';
import { CampaignChanged } from './accounts/campaign-changed.event';
import { CampaignCreated } from './accounts/campaign-created.event';
import { CampaignInfluencerAdded } from './accounts/campaign-influencer-added.event';
import { CampaignInfluencerRemoved } from './accounts/campaign-influencer-removed.event';
import { CampaignState } from './accounts/campaign-state.event';
import { ErasureLedgerEntry } from './accounts/erasure-ledger-entry.event';
import { InfluencerAdded } from './accounts/influencer-added.event';
import { InfluencerApproved } from './accounts/influencer-approved.event';
import { InfluencerErased } from './accounts/influencer-erased.event';
import { InfluencerMergeDeclined } from './accounts/influencer-merge-declined.event';
import { InfluencerMergeProposed } from './accounts/influencer-merge-proposed.event';
import { InfluencerMerged } from './accounts/influencer-merged.event';
import { MemberJoined } from './accounts/member-joined.event';
import { VendorDataPurgeRequested } from './accounts/vendor-data-purge-requested.event';
import { AudienceCollected } from './collector/audience-collected.event';
import { CollectedDataDeleted } from './collector/collected-data-deleted.event';
import { CollectionGap } from './collector/collection-gap.event';
import { PostCollected } from './collector/post-collected.event';
import { ProfileCollected } from './collector/profile-collected.event';
import { TokenRejected } from './collector/token-rejected.event';
import { InfluencerDataErased } from './erasure/influencer-data-erased.event';
import { EmailFailed } from './notifications/email-failed.event';
import { EmailSent } from './notifications/email-sent.event';
import { NoticePosted } from './notifications/notice-posted.event';
import { OutboundEmailVerified } from './notifications/outbound-email-verified.event';
import { AccountAuthorized } from './oauth/account-authorized.event';
import { AuthExpired } from './oauth/auth-expired.event';
import { AuthExpiring } from './oauth/auth-expiring.event';
import { AuthExtended } from './oauth/auth-extended.event';
import { AuthRevoked } from './oauth/auth-revoked.event';
import { AuthorizationFailed } from './oauth/authorization-failed.event';
import { DataDeletionRequested } from './oauth/data-deletion-requested.event';
import { PermissionsChanged } from './oauth/permissions-changed.event';
import { CreatorInvited } from './ttcm/creator-invited.event';
import { InviteAccepted } from './ttcm/invite-accepted.event';
import { InviteExpired } from './ttcm/invite-expired.event';
import { InviteRejected } from './ttcm/invite-rejected.event';
import { InviteSent } from './ttcm/invite-sent.event';
import { InviteUnanswered } from './ttcm/invite-unanswered.event';
import { MarketplaceConnected } from './ttcm/marketplace-connected.event';
import { MarketplaceConnectionEnded } from './ttcm/marketplace-connection-ended.event';
import { MarketplaceStatusChanged } from './ttcm/marketplace-status-changed.event';

export type { Metric } from './collector/metrics';
export {
  AccountAdded,
  AccountRemoved,
  AccountStateChanged,
  AccountState,
  ApplicationDeclined,
  ApplicationSubmitted,
  AuthorizationRequested,
  CampaignChanged,
  CampaignCreated,
  CampaignInfluencerAdded,
  CampaignInfluencerRemoved,
  CampaignState,
  InfluencerAdded,
  InfluencerApproved,
  InfluencerErased,
  InfluencerMergeDeclined,
  InfluencerMergeProposed,
  InfluencerMerged,
  ErasureLedgerEntry,
  InfluencerDataErased,
  MemberJoined,
  VendorDataPurgeRequested,
  AudienceCollected,
  CollectedDataDeleted,
  CollectionGap,
  PostCollected,
  ProfileCollected,
  TokenRejected,
  EmailFailed,
  EmailSent,
  NoticePosted,
  OutboundEmailVerified,
  AccountAuthorized,
  AuthExpired,
  AuthExpiring,
  AuthExtended,
  AuthRevoked,
  AuthorizationFailed,
  DataDeletionRequested,
  PermissionsChanged,
  CreatorInvited,
  InviteAccepted,
  InviteExpired,
  InviteRejected,
  InviteSent,
  InviteUnanswered,
  MarketplaceConnected,
  MarketplaceConnectionEnded,
  MarketplaceStatusChanged,
};

/** Every event of the system. The JSON Schemas, the AsyncAPI document and the compatibility gate are made from it. */
export const catalogue: readonly AnyEventDefinition[] = [
  AccountAdded,
  AccountRemoved,
  AccountStateChanged,
  AccountState,
  ApplicationDeclined,
  ApplicationSubmitted,
  AuthorizationRequested,
  CampaignChanged,
  CampaignCreated,
  CampaignInfluencerAdded,
  CampaignInfluencerRemoved,
  CampaignState,
  InfluencerAdded,
  InfluencerApproved,
  InfluencerErased,
  InfluencerMergeDeclined,
  InfluencerMergeProposed,
  InfluencerMerged,
  ErasureLedgerEntry,
  InfluencerDataErased,
  MemberJoined,
  VendorDataPurgeRequested,
  AudienceCollected,
  CollectedDataDeleted,
  CollectionGap,
  PostCollected,
  ProfileCollected,
  TokenRejected,
  EmailFailed,
  EmailSent,
  NoticePosted,
  OutboundEmailVerified,
  AccountAuthorized,
  AuthExpired,
  AuthExpiring,
  AuthExtended,
  AuthRevoked,
  AuthorizationFailed,
  DataDeletionRequested,
  PermissionsChanged,
  CreatorInvited,
  InviteAccepted,
  InviteExpired,
  InviteRejected,
  InviteSent,
  InviteUnanswered,
  MarketplaceConnected,
  MarketplaceConnectionEnded,
  MarketplaceStatusChanged,
];

const byType = new Map(catalogue.map((definition) => [definition.type, definition]));

/** The definition of an event type, or undefined for a type that is not ours. */
export function eventDefinition(type: string): AnyEventDefinition | undefined {
  return byType.get(type);
}
