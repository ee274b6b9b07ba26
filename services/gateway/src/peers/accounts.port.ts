import type { MailLanguage, Platform } from '@creator-connect/contracts';
import type { Identity } from '@creator-connect/security';
import type { MemberRole } from '../sessions/domain/session';

export interface Membership {
  organisationId: string;
  name: string;
  role: MemberRole;
}

export interface Member {
  userId: string;
  role: MemberRole;
  joinedAt: string;
}

/** As whoever runs the installation sees it. */
export interface ListedOrganisation {
  id: string;
  name: string;
  createdAt: string;
  /** How many there are; who they are is nobody's business there. */
  members: number;
}

export interface InfluencerProfile {
  organisationId: string;
  influencerId: string;
  /** The organisation's name, for the switcher. */
  name?: string;
  /** The language this profile is written to in. */
  locale?: string;
}

/** By what an influencer can be found in the organisation they are signed in at. */
export interface OwnData {
  organisation: { id: string; name: string };
  /** In the roster. */
  since: string;
  accountIds: string[];
  campaigns: { id: string; since: string }[];
}

export interface ErasedPerson {
  organisationId: string;
  influencerId: string;
  accountIds: string[];
}

/** Whose dashboard a mailed link opens, and which mailbox it went to. */
export interface DashboardOwner {
  organisationId: string;
  influencerId: string;
  email: string;
}

/** An entry of a roster that became part of another one. */
export interface MergedEntry {
  organisationId: string;
  influencerId: string;
  keptInfluencerId: string;
}

/** What an authorization link is for; its holder may see this much. */
export interface LinkResolution {
  authorizationRequestId: string;
  organisationId: string;
  organisationName: string;
  influencerId: string;
  needsProof: boolean;
  items: { platform: Platform; socialAccountId: string | null; handle: string | null; done: boolean }[];
  expiresAt: string;
}

/** Whose mailbox is proven, and how to write to them. */
export interface ProvenApplicant {
  email: string;
  locale: string;
}

export interface BeginApplication {
  slug: string;
  locale?: string;
  timeZone?: string;
}

/** What the gateway asks of accounts, which owns organisations, members, influencers and links. */
export abstract class AccountsPort {
  abstract membershipsOf(userId: string): Promise<Membership[]>;
  /** Idempotent for one owner. */
  abstract createOrganisation(command: { name: string; slug: string; ownerUserId: string }): Promise<{ id: string }>;
  /** A further organisation, with nobody in it; `as` is an operator. The same id again changes nothing. */
  abstract foundOrganisation(
    as: Identity,
    organisation: { id: string; name: string; locale?: MailLanguage | undefined },
  ): Promise<ListedOrganisation>;
  /** Throws `request.not_found`. */
  abstract organisation(as: Identity, id: string): Promise<ListedOrganisation>;
  /** All of the installation, newest first. */
  abstract organisations(
    as: Identity,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<{ items: ListedOrganisation[]; nextCursor: string | null }>;
  /** What it is called, for whoever is invited into it. */
  abstract organisationNamed(id: string): Promise<{ name: string } | undefined>;
  /** The members of the organisation that `as` works in; accounts decides what they may see and change. */
  abstract membersOf(as: Identity): Promise<Member[]>;
  abstract changeMember(as: Identity, userId: string, role: MemberRole): Promise<void>;
  abstract removeMember(as: Identity, userId: string): Promise<void>;
  /**
   * After an accepted invitation. Idempotent; somebody who is a member already keeps their role. As the first, they come
   * only while nobody else is in.
   */
  abstract addMember(
    organisationId: string,
    userId: string,
    role: MemberRole,
    how: { asFirst: boolean },
  ): Promise<void>;
  /** Ids of users. */
  abstract ownersOf(organisationId: string): Promise<string[]>;
  /** The influencer of each account; accounts that are gone are missing. Any number of them. */
  abstract peopleOfAccounts(organisationId: string, accountIds: readonly string[]): Promise<Map<string, string>>;
  abstract influencersByEmail(email: string): Promise<InfluencerProfile[]>;
  /** Of the influencer that `as` is. */
  abstract ownDataOf(as: Identity): Promise<OwnData>;
  /** The id of a new export; null while there is one already. */
  abstract beginExport(person: { organisationId: string; influencerId: string }): Promise<string | null>;
  /** What the gateway holds itself, at most 1,000 rows at once. */
  abstract giveRows(part: { id: string; organisationId: string; set: string; rows: object[] }): Promise<void>;
  abstract startExport(begun: { id: string; organisationId: string }): Promise<void>;
  /** Who was erased, and not here yet. */
  abstract erasuresWaiting(): Promise<ErasedPerson[]>;
  abstract confirmErasure(person: ErasedPerson): Promise<void>;
  /** Takes a link out of the mail that let somebody in. Undefined for unknown, used and ended ones, and all after the first time. */
  abstract useDashboardLink(linkHash: string): Promise<DashboardOwner | undefined>;
  /** Somebody gets in by this entry of the roster. False when there is none any more. */
  abstract noteSignIn(profile: InfluencerProfile): Promise<boolean>;
  /** Whose entries became one, and not here yet. */
  abstract mergesWaiting(): Promise<MergedEntry[]>;
  abstract confirmMerge(merged: MergedEntry): Promise<void>;
  /** Undefined for unknown, expired, revoked and finished links alike. */
  abstract resolveLink(linkHash: string): Promise<LinkResolution | undefined>;
  /** Somebody began with it. */
  abstract openLink(linkHash: string): Promise<void>;
  /** Opens a draft; throws `accounts.application_link_unusable`. */
  abstract beginApplication(command: BeginApplication): Promise<{ applicationId: string; organisationId: string }>;
  /** The applicant's mailbox is proven. Throws `accounts.applicant_known` and the like. */
  abstract proveApplicant(command: { applicationId: string; organisationId: string; email: string }): Promise<void>;
  /** Throws while no mailbox is proven, and once the application is decided or gone. */
  abstract provenApplicant(application: { applicationId: string; organisationId: string }): Promise<ProvenApplicant>;
  /** Mails a fresh link when a request is open for this address. */
  abstract renewLink(email: string): Promise<void>;
}
