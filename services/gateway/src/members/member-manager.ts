import { AppError, requestErrors } from '@creator-connect/contracts';
import { allows, type Identity, type Permission } from '@creator-connect/security';
import type { SessionCaller } from '../edge/caller';

export type MemberIdentity = Identity & { org: string };

/** The member who asks, if their role allows it. accounts, which owns memberships, decides again. */
export function memberAllowed({ identity, refusal }: SessionCaller, permission: Permission): MemberIdentity {
  if (refusal) throw refusal;
  if (!identity?.org || !allows(identity, permission)) throw new AppError(requestErrors.forbidden);
  return identity as MemberIdentity;
}
