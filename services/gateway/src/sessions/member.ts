import { AppError, requestErrors } from '@creator-connect/contracts';
import type { SessionCaller } from '../edge/caller';
import type { Session } from './domain/session';

export type MemberSession = Session & { userId: string; email: string };

/** The member of a session, also of one that still owes its second factor. 403 for influencers and links. */
export function memberOf({ open: { session } }: SessionCaller): MemberSession {
  if (session.kind !== 'member' || session.userId === null || session.email === null)
    throw new AppError(requestErrors.forbidden);
  return session as MemberSession;
}
