import { z } from 'zod';
import { plainCode, redactMessage } from '../http/redact';
import { PlatformError, type EligibilityRule, type PlatformAnswer, type PlatformFailure } from '../platform-error';

export interface TtcmContext {
  readonly operation: string;
  /** Permission of the app that the call needs. */
  readonly scope: string;
}

/** TikTok API for Business: HTTP 200 almost always, `code` decides. */
export const ttcmEnvelopeSchema = z.object({
  code: z.number(),
  message: z.string().catch(''),
  request_id: z.string().optional().catch(undefined),
  data: z.unknown(),
});
export type TtcmEnvelope = z.infer<typeof ttcmEnvelopeSchema>;

/** 20001: some items worked, `data` tells which. */
export const SUCCESS_CODES: ReadonlySet<number> = new Set([0, 20001]);

/** TikTok API for Business, Return codes. Those about tokens speak of the brand's own token. */
const FAILURES: Readonly<Record<number, PlatformFailure>> = {
  40000: { kind: 'app_misconfigured' },
  40002: { kind: 'app_misconfigured' },
  40007: { kind: 'account_gone' },
  40008: { kind: 'app_misconfigured' },
  40101: { kind: 'app_misconfigured' },
  40102: { kind: 'grant_dead', cause: 'session_expired' },
  40103: { kind: 'grant_dead', cause: 'refresh_token_dead' },
  40104: { kind: 'app_misconfigured' },
  40105: { kind: 'grant_dead', cause: 'token_invalid' },
  40107: { kind: 'grant_dead', cause: 'refresh_token_dead' },
  40108: { kind: 'app_misconfigured' },
  40110: { kind: 'grant_dead', cause: 'code_refused' },
  40113: { kind: 'app_misconfigured' },
  40118: { kind: 'app_misconfigured' },
  40121: { kind: 'not_eligible', rules: ['marketplace_creator'] },
  40122: { kind: 'not_eligible', rules: ['supported_country'] },
  40124: { kind: 'app_misconfigured' },
  40125: { kind: 'app_misconfigured' },
  41000: { kind: 'app_misconfigured' },
  50000: { kind: 'transient' },
  50002: { kind: 'transient' },
  60001: { kind: 'transient' },
};

const THROTTLED: ReadonlySet<number> = new Set([40016, 40100, 40133]);

/** Maps a return code to the taxonomy. Pure. */
export function ttcmFailure(envelope: TtcmEnvelope, context: TtcmContext, now: Date): PlatformFailure {
  if (THROTTLED.has(envelope.code)) return { kind: 'throttled', until: throttledUntil(envelope.message, now) };
  if (envelope.code === 40001) return { kind: 'scope_lost', scopes: [context.scope] };
  return FAILURES[envelope.code] ?? { kind: 'unknown' };
}

/** TikTok has no such call for our app, as it has no invitation in TikTok One: no matter of trying again. */
export const isNotOffered = (error: unknown): boolean =>
  error instanceof PlatformError && error.answer.api === 'ttcm' && error.answer.code === '40008';

export const isDayLimit = (message: string): boolean => /QPD/i.test(message);

/** No header and no field tells when; only the text names the limit: a second, five minutes, or the UTC day. */
function throttledUntil(message: string, now: Date): Date {
  if (isDayLimit(message)) return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1));
  return new Date(now.getTime() + (/QPS/i.test(message) ? 1_000 : 5 * 60_000));
}

/** Reason codes of a rejected invitation. Their exact list is not published; what is not here stays readable as a code. */
const RULES: Readonly<Record<string, EligibilityRule>> = {
  FOLLOWERS_TOO_LOW: 'minimum_followers',
  COUNTRY_NOT_SUPPORTED: 'supported_country',
  UNDER_AGE: 'minimum_age',
  BUSINESS_ACCOUNT: 'personal_account',
  NOT_ENOUGH_POSTS: 'recent_posts',
  NOT_ENOUGH_VIEWS: 'recent_views',
  CONTENT_NOT_SUITABLE: 'suitable_content',
};

/** The rules behind the reasons, each once; `rejected_by_tiktok` when one is missing or not known. */
export function rulesOf(reasons: readonly string[]): readonly EligibilityRule[] {
  const rules = reasons.map((reason): EligibilityRule => RULES[reason] ?? 'rejected_by_tiktok');
  return rules.length > 0 ? [...new Set(rules)] : ['rejected_by_tiktok'];
}

export function ttcmAnswer(envelope: TtcmEnvelope, operation: string, status: number): PlatformAnswer {
  return {
    api: 'ttcm',
    operation,
    status,
    code: plainCode(envelope.code),
    traceId: plainCode(envelope.request_id),
    message: redactMessage(envelope.message),
  };
}
