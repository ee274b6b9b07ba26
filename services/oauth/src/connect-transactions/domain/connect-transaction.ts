import type { Platform } from '@creator-connect/contracts';

/** How long a person may take at the platform (security OC-01). */
export const STATE_TTL_MS = 10 * 60_000;
/** How long a grant waits for the person, who may have to create or connect a Page first, before it is thrown away. */
export const STAGED_TTL_MS = 24 * 60 * 60_000;
/** How long one confirm may work before another try may take over, e.g. after a crash. */
export const CONFIRM_TTL_MS = 60_000;

export type Flow = 'application' | 'link' | 'dashboard';

/**
 * EXCHANGING and CONFIRMING are held by one request each; outsiders see PENDING and SETUP_UNFINISHED, which means that
 * the platform said yes and the person has not chosen: nothing but the person ends it well.
 */
export type TransactionStatus = 'PENDING' | 'EXCHANGING' | 'SETUP_UNFINISHED' | 'CONFIRMING' | 'DONE' | 'FAILED';
export const publicStatuses = ['PENDING', 'SETUP_UNFINISHED', 'DONE', 'FAILED'] as const;
export type PublicStatus = (typeof publicStatuses)[number];

/** Who pressed Connect. The same identity must come back with the callback (security OC-03). */
export interface Starter {
  kind: 'influencer' | 'link' | 'applicant';
  sub: string;
}

/** How the person proved to be the one who was invited. Nobody invited an applicant: they are who the platform says. */
export type Proof = 'signed_in' | 'code' | 'known_account' | 'applicant';

export interface Failure {
  /** Code of an error in the catalogue. */
  code: string;
  missingScopes?: readonly string[];
  /** HMAC of the person who did not give them, in hexadecimal digits. */
  missingFrom?: string;
  expectedHandle?: string | null;
  arrivedHandle?: string | null;
  /** With which the operator finds in the log what the platform said, where the code leaves that open. */
  reference?: string;
}

/** One attempt to connect at one platform. */
export interface ConnectTransaction {
  id: string;
  organisationId: string;
  influencerId: string;
  platform: Platform;
  /** Client id of our app at the platform when the attempt began (security OC-04). */
  appRegistration: string;
  flow: Flow;
  authorizationRequestId: string | null;
  proof: Proof;
  starter: Starter;
  /** Set for a re-authentication: the account that must come back. */
  socialAccountId: string | null;
  expectedAccountHash: Buffer | null;
  expectedHandle: string | null;
  /** Set when only what this person left out is asked for: their HMAC. */
  narrowedFor: Buffer | null;
  bindingHash: Buffer;
  status: TransactionStatus;
  expiresAt: Date;
  failure: Failure | null;
  socialAccountIds: readonly string[];
  /** Chosen accounts that could not be connected while others were. */
  leftOut: readonly LeftOut[];
  /** Accounts of this influencer that the new consent no longer covers. */
  lostSiblingIds: readonly string[];
}

export interface LeftOut {
  handle: string | null;
  /** Code of an error in the catalogue. */
  code: string;
}

export function publicStatus(transaction: Pick<ConnectTransaction, 'status' | 'expiresAt'>, now: Date): PublicStatus {
  switch (transaction.status) {
    case 'DONE':
    case 'FAILED':
      return transaction.status;
    case 'SETUP_UNFINISHED':
    case 'CONFIRMING':
      return transaction.expiresAt <= now ? 'FAILED' : 'SETUP_UNFINISHED';
    case 'PENDING':
    case 'EXCHANGING':
      return transaction.expiresAt <= now ? 'FAILED' : 'PENDING';
  }
}

export function isStarter(transaction: Pick<ConnectTransaction, 'starter' | 'influencerId'>, who: Actor): boolean {
  return (
    who.kind === transaction.starter.kind &&
    who.sub === transaction.starter.sub &&
    who.influencerId === transaction.influencerId
  );
}

/** The person in front of the browser, as the gateway vouches for them. */
export interface Actor extends Starter {
  organisationId: string;
  influencerId: string;
  authorizationRequestId: string | null;
  /** A link session that proved its person by a code; somebody signed in always has. */
  proven: boolean;
}
