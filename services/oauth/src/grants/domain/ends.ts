import type { Grant, ToldEnd } from './grant';

const dayMs = 86_400_000;

/** So many days before its end a grant that only the person can renew is announced. */
const ladder = [14, 7, 2, 0] as const;
/** The last word on a grant whose end has come: the platform is asked what became of it. */
const END = -1;
/** "Ends today" is said while there is something left of the day. */
const lastDayMs = dayMs / 2;
/** Platforms tell the same end a little differently from one answer to the next. */
const sameEndMs = dayMs;
/** Nobody is told that what they authorized a moment ago ends soon. */
const graceMs = 3_600_000;

type Ends = Pick<Grant, 'platform' | 'accessExpiresAt' | 'refreshExpiresAt' | 'dataAccessExpiresAt'>;
export type Announced = Ends & Pick<Grant, 'state' | 'authorizedAt' | 'told'>;

export interface Notice {
  step: number;
  dueAt: Date;
  endsAt: Date;
}

/**
 * The next end that no renewal of ours moves. Instagram has nothing to renew with: whichever comes first of the token's
 * end and that of data access (architecture decision 11). Elsewhere it is the refresh token's, as of its last renewal.
 */
export function endForPerson(grant: Ends): Date | null {
  const ends = isRenewable(grant) ? [grant.refreshExpiresAt] : [grant.accessExpiresAt, grant.dataAccessExpiresAt];
  return ends.filter((end) => end !== null).sort((left, right) => left.getTime() - right.getTime())[0] ?? null;
}

/** The platform should have told an end and did not: the grant is looked at daily, and says so. */
export function isEndUnknown(grant: Ends): boolean {
  if (!isRenewable(grant)) return endForPerson(grant) === null;
  return grant.accessExpiresAt === null || (grant.platform === 'tiktok' && grant.refreshExpiresAt === null);
}

/** Whether the service renews the tokens by itself for as long as the platform lets it. */
export function isRenewable({ platform }: Pick<Grant, 'platform'>): boolean {
  return platform !== 'instagram';
}

/** What is told with the grant itself. The end of a refresh token moves with every renewal, so it is not worth telling. */
export function toldAtFirst(grant: Ends): ToldEnd {
  return { endsAt: isRenewable(grant) ? null : endForPerson(grant), step: null };
}

/** The step of the ladder to take next, or null when there is nothing left to say. */
export function nextNotice(grant: Announced): Notice | null {
  return remaining(grant)[0] ?? null;
}

/** The most urgent step that is due: steps that were missed while nobody worked are not made up for. */
export function dueNotice(grant: Announced, now: Date): Notice | null {
  return remaining(grant).findLast(({ dueAt }) => dueAt <= now) ?? null;
}

/** Consumers know an earlier end than there is now. */
export function isExtended(grant: Announced): boolean {
  const { endsAt } = grant.told;
  if (grant.state !== 'live' || endsAt === null) return false;
  const end = endForPerson(grant);
  return end === null || end.getTime() - endsAt.getTime() > sameEndMs;
}

function remaining(grant: Announced): Notice[] {
  const endsAt = endForPerson(grant);
  if (grant.state !== 'live' || endsAt === null) return [];
  const { told } = grant;
  const isTold = told.endsAt !== null && Math.abs(told.endsAt.getTime() - endsAt.getTime()) <= sameEndMs;
  const last = isTold ? (told.step ?? Infinity) : Infinity;
  const earliest = grant.authorizedAt.getTime() + graceMs;
  return [...ladder, END]
    .filter((step) => step < last)
    .map((step) => ({ step, endsAt, dueAt: dueAt(step, endsAt) }))
    .filter((notice) => notice.step === END || notice.dueAt.getTime() > earliest);
}

function dueAt(step: number, endsAt: Date): Date {
  const before = step === END ? 0 : Math.max(step * dayMs, lastDayMs);
  return new Date(endsAt.getTime() - before);
}

export const isTheEnd = ({ step }: Notice): boolean => step === END;
