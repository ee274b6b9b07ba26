import { AppError } from '@creator-connect/contracts';
import { redactText } from '@creator-connect/observability';
import { isTransientDatabaseError, sqlState } from '@creator-connect/persistence';

/**
 * Thrown by a handler that will never accept this event, such as one whose object belongs to another organisation than
 * the event says: it is parked at once, without further tries.
 */
export class RejectedEvent extends Error {
  override readonly name = 'RejectedEvent';
}

/**
 * `transient`: waiting is the cure, for as long as it takes. `rejected`: no try can help. `handler`: probably a bug, or
 * something the event depends on is not there yet; a few tries, then a human.
 */
export type FailureClass = 'transient' | 'rejected' | 'handler';

export function classify(error: unknown): FailureClass {
  if (error instanceof RejectedEvent) return 'rejected';
  if (error instanceof AppError) return error.retryable ? 'transient' : 'handler';
  return isTransientDatabaseError(error) ? 'transient' : 'handler';
}

/** What may be stored and published of an error: its class, and its words without values and secrets. */
export function describeFailure(error: unknown): { errorClass: string; message: string } {
  if (!(error instanceof Error)) return { errorClass: typeof error, message: 'Something that is no Error was thrown' };
  const state = sqlState(error);
  // PostgreSQL's messages quote values ("invalid input syntax for type uuid: …"), so only the code is told.
  const message = state ? `PostgreSQL error ${state}` : redactText(error.message);
  return { errorClass: error.name.slice(0, 200), message: withoutControls(message).slice(0, 500) };
}

function withoutControls(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f]/g, ' ');
}

/** Exponential with full jitter: replicas that failed together do not come back together. */
export function jitteredDelay(attempt: number, { baseMs = 200, capMs = 30_000 } = {}): number {
  const ceiling = Math.min(capMs, baseMs * 2 ** Math.min(attempt, 20));
  return Math.max(baseMs, Math.random() * ceiling);
}
