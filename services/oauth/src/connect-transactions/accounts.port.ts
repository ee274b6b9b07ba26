import type { Platform } from '@creator-connect/contracts';

export interface ConnectQuestion {
  organisationId: string;
  influencerId: string;
  authorizationRequestId: string | null;
  /** For an applicant; the influencer is the one they may become. */
  application: boolean;
  platform: Platform;
  /** Set when one known account is to be authenticated again. */
  socialAccountId: string | null;
}

export interface ConnectExpectation {
  /** The account that must come back; null when any of the person's will do. */
  expectedPlatformAccountId: string | null;
  expectedHandle: string | null;
  /** A new account would be attached, so a link's holder must have proved to be the invited person. */
  needsProof: boolean;
}

export interface ReservationRequest {
  organisationId: string;
  influencerId: string;
  platform: Platform;
  platformAccountId: string;
  handle: string | null;
  displayName: string | null;
  expectedSocialAccountId?: string;
  authorizationRequestId?: string;
}

export interface Reservation {
  socialAccountId: string;
  first: boolean;
}

/** What oauth asks of accounts, which owns social accounts and authorization requests. */
export abstract class AccountsPort {
  /** Throws when the request has ended or the account is not this influencer's. */
  abstract checkConnect(question: ConnectQuestion): Promise<ConnectExpectation>;
  /** Finds or reserves the id of a social account. Idempotent; an unused reservation ends by itself. */
  abstract reserve(request: ReservationRequest): Promise<Reservation>;
}
