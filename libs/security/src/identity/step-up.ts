import { AppError, requestErrors } from '@creator-connect/contracts';
import type { Identity } from './identity';

/** What a stolen session must not be enough for asks for a proof of at most this age (security SE-06). */
export const stepUpSeconds = 300;

/**
 * Throws `request.step_up_needed` unless the person proved who they are within the last five minutes. API keys pass: what
 * they may do at all is decided by their scopes.
 */
export function assertStepUp(identity: Identity, now: Date): void {
  if (identity.kind === 'api_key') return;
  const age = now.getTime() / 1000 - (identity.auth_time ?? -Infinity);
  if (!(age <= stepUpSeconds)) throw new AppError(requestErrors.stepUpNeeded);
}
