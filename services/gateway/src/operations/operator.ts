import { AppError, requestErrors } from '@creator-connect/contracts';
import type { Identity } from '@creator-connect/security';
import type { SessionCaller } from '../edge/caller';

/**
 * Who runs the installation, as an identity of its own: it belongs to no organisation and opens nothing of one, so whatever
 * goes wrong behind it shows nobody's data. Members who still owe their second factor are refused like everywhere else.
 */
export function operatorOf({ open: { session }, refusal }: SessionCaller): Identity {
  if (refusal) throw refusal;
  if (session.kind !== 'member' || session.userId === null || !session.operator)
    throw new AppError(requestErrors.forbidden);
  return {
    kind: 'operator',
    sub: session.userId,
    sid: session.id,
    auth_time: Math.floor(session.authenticatedAt.getTime() / 1000),
  };
}
