import { AppError, gatewayErrors } from '@creator-connect/contracts';
import type { Actor, Proof } from '../domain/connect-transaction';
import type { ExpectedAccount } from './expected-account';

/**
 * How this person is known to be the invited one (security AL-03). A link alone is an invitation, not a credential: it
 * only suffices where a named account must come back, because then the platform's answer is the proof (decision 8).
 */
export function proofOf(actor: Actor, expected: ExpectedAccount): Proof {
  if (actor.kind === 'applicant') return 'applicant';
  if (actor.kind === 'influencer') return 'signed_in';
  if (actor.proven) return 'code';
  const isNamed = expected.accountHash !== null || expected.handle !== null;
  if (expected.needsProof || !isNamed) throw new AppError(gatewayErrors.proofNeeded);
  return 'known_account';
}
