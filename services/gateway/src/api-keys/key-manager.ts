import { AppError, requestErrors } from '@creator-connect/contracts';
import { allows } from '@creator-connect/security';
import type { SessionCaller } from '../edge/caller';

export interface KeyManager {
  userId: string;
  organisationId: string;
}

/** API keys act for the organisation, so only a member who may manage them sees and makes them. */
export function keyManagerOf({ identity, refusal }: SessionCaller): KeyManager {
  if (refusal) throw refusal;
  if (!identity?.org || !allows(identity, 'api-keys:write')) throw new AppError(requestErrors.forbidden);
  return { userId: identity.sub, organisationId: identity.org };
}
