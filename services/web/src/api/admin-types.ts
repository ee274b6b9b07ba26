import type { components } from './schema';

/** What members see. */
type Schemas = components['schemas'];

export type Influencer = Schemas['InfluencerResponse'];
export type Held = Schemas['HeldResponse'];
export type MergePreview = Schemas['MergePreviewResponse'];
export type RosterEntry = Schemas['RosterEntryResponse'];
export type RosterAccount = RosterEntry['socialAccounts'][number];
export type NewInfluencer = Schemas['AddInfluencerRequest'];
export type TypedAccount = Schemas['TypedAccount'];
export type Application = Schemas['ApplicationResponse'];

export type InfluencerGroup = Schemas['InfluencerGroupResponse'];

export type Post = Schemas['PostResponse'];
export type DailyMetrics = Schemas['DailyMetricsResponse'];
export type AudienceBreakdown = Schemas['ProfileResponse']['audience'][number];
export type ImportResult = Schemas['ImportInfluencersResponse'];
export type ImportProgress = Schemas['ImportProgress'];

export type ImportedVendorRow = Schemas['ImportVendorDataResponse']['rows'][number];
export type VendorRecord = Schemas['VendorDataResponse']['items'][number];
export type VendorPurge = Schemas['ListVendorPurgesResponse']['items'][number];

export type Report = Schemas['ReportResponse'];
export type FoundReports = Schemas['SearchProfilesResponse'];
export type DiscoverySource = Schemas['DiscoverySourceResponse'];

export type Campaign = Schemas['CampaignResponse'];
export type Attention = Schemas['AttentionResponse'];

export type AuthorizationRequest = Schemas['AuthorizationRequestResponse'];

export type Eligibility = Schemas['EligibilityResponse'];
export type Invite = Schemas['InviteResponse'];

export type Message = Schemas['MessageResponse'];

export type Notice = Schemas['NoticeResponse'];
export type DigestFrequency = Schemas['DigestSetting']['frequency'];
export type NoticeSetting = Schemas['NoticeSettingResponse'];

export type OutboundEmailSettings = Schemas['OutboundEmailResponse'];

export type AccessReport = Schemas['AccessReportResponse'];

export type Member = Schemas['MemberItem'];
export type Role = Member['role'];
