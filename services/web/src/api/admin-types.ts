import type { ApplicationAccount, AuthState, Platform, SocialAccount } from './types';

/** What members see; each type names its owner. */

/** accounts: `/v1/influencers` */
export interface RosterAccount extends Pick<
  SocialAccount,
  'id' | 'platform' | 'handle' | 'authState' | 'marketplace' | 'tracked'
> {}

export interface Influencer {
  id: string;
  name: string;
  email: string;
  locale: string;
  timeZone: string;
  fields: Record<string, string>;
  approvedAt: string;
  createdAt: string;
}

export interface RosterEntry extends Influencer {
  socialAccounts: RosterAccount[];
}

/** accounts: `/v1/influencer-groups` */
export interface InfluencerGroup {
  id: string;
  name: string;
  influencers: number;
  applicationLink: { url: string; open: boolean };
}

/** accounts: `/v1/applications` */
export interface Application {
  id: string;
  status: 'submitted' | 'approved' | 'declined';
  name: string;
  email: string;
  fields: Record<string, string>;
  group: { id: string; name: string } | null;
  socialAccounts: ApplicationAccount[];
  submittedAt: string;
  decidedAt: string | null;
}

/** accounts: `/v1/influencers/:id/notes` */
export interface Note {
  id: string;
  authorId: string;
  text: string;
  createdAt: string;
}

/** accounts: `/v1/influencers/:id/removal` */
export interface Removal {
  socialAccounts: number;
  authorizationRequests: number;
  campaigns: number;
  notes: number;
}

/** accounts: `/v1/social-accounts/:id/history` */
export interface HistoryEntry {
  outcome: 'added' | 'changed' | 'confirmed' | 'ignored';
  from: string;
  to: string;
  cause: string;
  actor: 'person' | 'admin' | 'platform' | 'system';
  rule: string | null;
  at: string;
}

/** accounts: `/v1/campaigns` */
export interface Campaign {
  id: string;
  name: string;
  startsOn: string | null;
  endsOn: string | null;
  createdAt: string;
}

export interface AttentionAccount {
  id: string;
  platform: Platform;
  handle: string;
  authState: Exclude<AuthState, 'AUTHENTICATED'>;
  cause: string;
  since: string;
}

export interface Attention {
  accounts: number;
  influencers: { id: string; name: string; accounts: AttentionAccount[] }[];
}

export interface Forecast {
  endsOn: string | null;
  accounts: {
    id: string;
    influencerId: string;
    influencerName: string;
    platform: Platform;
    handle: string;
    endsAt: string;
  }[];
}

/** gateway: `/v1/members` */
export interface Member {
  userId: string;
  name: string;
  email: string;
  role: Role;
  joinedAt: string;
}

export type Role = 'owner' | 'admin' | 'viewer';

/** gateway: `/v1/member-invitations` */
export interface Invitation {
  id: string;
  email: string;
  role: Role;
  expiresAt: string;
}

/** gateway: `/v1/api-keys` */
export interface ApiKey {
  id: string;
  name: string;
  hint: string;
  scopes: string[];
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
}

/** accounts: `/v1/organisations/current` */
export interface Organisation {
  id: string;
  name: string;
  locale: string;
}

/** notifications: `/v1/outbound-email` */
export interface OutboundEmail {
  status: 'NOT_SET' | 'PENDING' | 'VERIFIED';
  address: string | null;
  pendingAddress: string | null;
  verifiedAt: string | null;
}

/** notifications: `/v1/messages` */
export interface Message {
  id: string;
  kind: string;
  status: 'QUEUED' | 'SENDING' | 'SENT' | 'FAILED' | 'CANCELLED' | 'UNCONFIRMED';
  failure: string | null;
  createdAt: string;
  sentAt: string | null;
}

/** notifications: `/v1/addressees/:influencerId` */
export interface Addressee {
  remindersStoppedAt: string | null;
  bouncedAt: string | null;
}

export type NoticeKind = 'reauth' | 'bounced' | 'marketplace-joined' | 'member-joined';

/** notifications: `/v1/notices` */
export interface Notice {
  id: string;
  kind: NoticeKind;
  /** About a creator, or a member. */
  influencer: { id: string; name: string | null } | null;
  userId: string | null;
  socialAccount: { id: string; platform: Platform; handle: string } | null;
  read: boolean;
  createdAt: string;
}

/** notifications: `/v1/notice-settings` */
export interface NoticeSetting {
  kind: NoticeKind;
  enabled: boolean;
}

/** gateway: `/v1/second-factor` */
export interface SecondFactor {
  confirmedAt: string | null;
  recoveryCodesLeft: number;
}
