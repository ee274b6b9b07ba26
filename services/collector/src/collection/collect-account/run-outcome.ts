import { PlatformError, type PlatformAnswer } from '@creator-connect/platforms';
import { AppError } from '@creator-connect/contracts';
import type { RunGapCause } from '../../feeds/domain/collection-gap';

/** What a failed run means for the feed. Only the first tells anybody about the grant; none changes its state. */
export type RunFailure =
  /** The platform refused the token or a permission: the oauth service must verify the grant. */
  | { kind: 'token_rejected'; rule: string }
  /** Not before this moment. */
  | { kind: 'throttled'; until: Date; rule: string }
  /** There is no live authorization: zero calls until the account's state changes. */
  | { kind: 'no_authorization' }
  | { kind: 'retry'; rule: string };

/** `<api>:<status or code>/<subcode>`: names the platform's answer without quoting it. */
export function ruleOf(answer: PlatformAnswer): string {
  const code = answer.code ?? answer.note ?? (answer.status === undefined ? 'no_answer' : String(answer.status));
  return `${answer.api}:${code}${answer.subcode ? `/${answer.subcode}` : ''}`;
}

export function classifyRunFailure(error: unknown): RunFailure {
  if (error instanceof PlatformError) {
    const rule = ruleOf(error.answer);
    if (error.failure.kind === 'grant_dead' || error.failure.kind === 'scope_lost') {
      return { kind: 'token_rejected', rule };
    }
    if (error.failure.kind === 'throttled') return { kind: 'throttled', until: error.failure.until, rule };
    return { kind: 'retry', rule };
  }
  if (error instanceof AppError) {
    if (error.code === 'oauth.no_authorization') return { kind: 'no_authorization' };
    return { kind: 'retry', rule: error.code };
  }
  throw error;
}

/** What a run that failed is called where its figures are missing. */
export const gapCauseOf = ({ kind }: RunFailure): RunGapCause => (kind === 'retry' ? 'failing' : kind);
