import { PlatformError, type PlatformAnswer } from '@creator-connect/platforms';
import { AppError, oauthErrors, ttcmErrors } from '@creator-connect/contracts';
import type { RunGapCause } from '../../feeds/domain/collection-gap';
import { isMarketplaceClosed } from '../../feeds/domain/marketplace-closed';

/** What a failed run means for the feed. Only the first tells anybody about the grant; none changes its state. */
export type RunFailure = { rule: string } &
  /** The platform refused the token or a permission: the oauth service must verify the grant. */
  (
    | { kind: 'token_rejected' }
    /** Not before this moment. */
    | { kind: 'throttled'; until: Date }
    /** There is no live authorization: zero calls until the account's state changes. */
    | { kind: 'no_authorization' }
    /** The organisation's marketplace account can not read: zero calls until an owner connects it. */
    | { kind: 'marketplace_closed' }
    | { kind: 'retry' }
  );

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
    const { code: rule, retryAfterSeconds } = error;
    if (rule === oauthErrors.noAuthorization.code) return { kind: 'no_authorization', rule };
    if (isMarketplaceClosed(rule)) return { kind: 'marketplace_closed', rule };
    if (rule === ttcmErrors.unavailable.code && retryAfterSeconds !== undefined)
      return { kind: 'throttled', until: new Date(Date.now() + retryAfterSeconds * 1000), rule };
    return { kind: 'retry', rule };
  }
  throw error;
}

/** What a run that failed is called where its figures are missing. */
export const gapCauseOf = ({ kind }: RunFailure): RunGapCause => (kind === 'retry' ? 'failing' : kind);
