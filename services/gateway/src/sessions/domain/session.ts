export type SessionKind = 'member' | 'influencer' | 'link' | 'applicant';
export type MemberRole = 'owner' | 'admin' | 'viewer';

/**
 * What a member still owes after the password: `verify` their second factor, or `setup` one, because their role demands it.
 * Until then the session opens nothing but that.
 */
export type MissingFactor = 'verify' | 'setup';

/** What the gateway knows about one browser. Its token is known to the browser only. */
export interface Session {
  id: string;
  kind: SessionKind;
  userId: string | null;
  /** The user's own address, proven by password or sign-in link. */
  email: string | null;
  /** Whether the user runs the installation; read with the session, never written with it. */
  operator: boolean;
  /** The organisation the person works in now. */
  organisationId: string | null;
  role: MemberRole | null;
  /** Of an applicant: whom they may become. */
  influencerId: string | null;
  /** The authorization request of the link that was opened, and the hash of that link. */
  requestId: string | null;
  linkHash: string | null;
  proven: boolean;
  missingFactor: MissingFactor | null;
  /** When the person last proved who they are: sign-in, link, step-up. */
  authenticatedAt: Date;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export const lifetimes: Record<SessionKind, { idle: number; absolute: number }> = {
  member: { idle: 30 * minute, absolute: 12 * hour },
  influencer: { idle: 7 * day, absolute: 30 * day },
  /** As long as a draft waits for them. */
  applicant: { idle: 30 * day, absolute: 30 * day },
  link: { idle: 30 * minute, absolute: 2 * hour },
};

/** Writing down each request would cost a write per request; a minute late is close enough for 30 minutes of idleness. */
const touchAfter = minute;

export function isLive(session: Session, now: Date): boolean {
  const idleSince = now.getTime() - session.lastSeenAt.getTime();
  return now < session.expiresAt && idleSince < lifetimes[session.kind].idle;
}

export function needsTouch(session: Session, now: Date): boolean {
  return now.getTime() - session.lastSeenAt.getTime() >= touchAfter;
}

export function expiryOf(kind: SessionKind, now: Date): Date {
  return new Date(now.getTime() + lifetimes[kind].absolute);
}
