import type { EndCause, Platform } from '@creator-connect/contracts';

export type GrantState = 'live' | 'expired' | 'revoked';

/** Ids that are never readable in a dump: they are stored sealed, and found by their HMAC (security VK-08). */
export interface PlatformIds {
  /** The social account. */
  accountId: string;
  /** The person who consented, as the platform names them for our app. */
  personId: string;
  /** Instagram: the Page that leads to the account. */
  pageId: string | null;
  /** What the person calls them, as of the consent. */
  labels?: { handle: string | null; pageName: string | null };
}

/** Why a grant is no longer live: the event's cause, the rule that decided, and the platform's redacted answer. */
export interface GrantEnd {
  cause: EndCause;
  rule: string;
  answer: Record<string, unknown> | null;
  observedAt: Date;
}

/** What consumers know of the end of a grant. */
export interface ToldEnd {
  /** null: they know of none. */
  endsAt: Date | null;
  /** The last step of the ladder that was taken for this end (ends.ts). */
  step: number | null;
}

/** What an influencer allowed us for one social account. Its tokens lie in the vault. */
export interface Grant {
  id: string;
  organisationId: string;
  influencerId: string;
  /** Whose data key seals its secrets, if not the influencer's: of an entry of the roster that became part of theirs. */
  keyInfluencerId: string | null;
  socialAccountId: string;
  platform: Platform;
  state: GrantState;
  /** Counts consents: a message about an older one says nothing about this one. */
  version: number;
  /** Counts token renewals under one consent. */
  tokenVersion: number;
  /** Version of the aggregate for events; grows with every published change. */
  eventVersion: number;
  flow: 'application' | 'link' | 'dashboard';
  /** `influencer` or `link`, with the id of who gave the consent. */
  authorizedBy: string;
  authorizedAt: Date;
  scopes: readonly string[];
  missingScopes: readonly string[];
  accessExpiresAt: Date | null;
  refreshExpiresAt: Date | null;
  dataAccessExpiresAt: Date | null;
  told: ToldEnd;
  accountHash: Buffer | null;
  personHash: Buffer | null;
  sealedIds: string | null;
  end: GrantEnd | null;
}

/** Tokens of a grant by the name of the sealed field. */
export type TokenField = 'access' | 'refresh' | 'user';

/** Renew when a fifth of the life is left, spread over a tenth of it so that a batch of consents does not come at once. */
export function refreshDueAt(issuedAt: Date, expiresAt: Date, random: number): Date {
  const life = Math.max(0, expiresAt.getTime() - issuedAt.getTime());
  return new Date(issuedAt.getTime() + life * (0.75 + 0.1 * random));
}

/** A token this close to its end may die on the way to the platform. */
export const ACCESS_MARGIN_MS = 60_000;

export function isFresh(accessExpiresAt: Date | null, now: Date): boolean {
  return accessExpiresAt === null || accessExpiresAt.getTime() - now.getTime() > ACCESS_MARGIN_MS;
}
