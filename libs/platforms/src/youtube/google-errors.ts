import { z } from 'zod';
import { plainCode, redactMessage } from '../http/redact';
import type { FailureNote, PlatformAnswer, PlatformFailure } from '../platform-error';
import { nextPacificMidnight } from './pacific-midnight';

/** What a call was about; `invalid_grant` means another thing for a code than for a refresh token. */
export interface GoogleContext {
  readonly operation: string;
  readonly purpose: 'data' | 'code' | 'refresh' | 'revoke' | 'inspect';
  /** Permissions that the call needs. */
  readonly scopes?: readonly string[];
  /** Metrics that were asked for; a refused report means them, never the grant. */
  readonly metrics?: readonly string[];
}

export interface GoogleError {
  readonly reason: string;
  readonly subtype?: string | undefined;
  readonly domain?: string | undefined;
  readonly message: string;
}

const word = z.string().optional().catch(undefined);
const text = z.string().catch('');

/** The APIs nest the error and name a `reason`; OAuth answers flat. tokeninfo gives nothing but a description. */
export const googleErrorSchema = z.union([
  z
    .object({
      error: z.object({
        message: text,
        status: word,
        errors: z.array(z.object({ reason: text, domain: word })).catch([]),
        details: z.array(z.object({ reason: word })).catch([]),
      }),
    })
    .transform(({ error: { message, status, errors, details } }): GoogleError => {
      const detail = details.find(({ reason }) => reason !== undefined)?.reason;
      const first = errors[0];
      return { reason: first?.reason || detail || status || '', subtype: detail, domain: first?.domain, message };
    }),
  z.object({ error: z.string(), error_subtype: word, error_description: text }).transform((answer): GoogleError => ({
    reason: answer.error || 'invalid_value',
    subtype: answer.error_subtype,
    message: answer.error_description,
  })),
  z
    .object({ error_description: z.string() })
    .transform((answer): GoogleError => ({ reason: 'invalid_value', message: answer.error_description })),
]);

/** For "too fast"; no header tells when to come back. */
const BACKOFF_MS = 60_000;

const KINDS: Readonly<Record<string, PlatformFailure>> = {
  authError: { kind: 'grant_dead', cause: 'access_token_invalid' },
  UNAUTHENTICATED: { kind: 'grant_dead', cause: 'access_token_invalid' },
  ACCESS_TOKEN_EXPIRED: { kind: 'grant_dead', cause: 'access_token_invalid' },
  invalid_token: { kind: 'grant_dead', cause: 'access_token_invalid' },
  invalid_value: { kind: 'grant_dead', cause: 'access_token_invalid' },
  access_denied: { kind: 'grant_dead', cause: 'consent_refused' },
  youtubeSignupRequired: { kind: 'account_gone' },
  forbidden: { kind: 'account_gone' },
  channelClosed: { kind: 'account_gone' },
  channelSuspended: { kind: 'account_gone' },
  channelNotFound: { kind: 'account_gone' },
  playlistNotFound: { kind: 'account_gone' },
  videoNotFound: { kind: 'account_gone' },
  backendError: { kind: 'transient' },
  internalError: { kind: 'transient' },
  internal_failure: { kind: 'transient' },
  server_error: { kind: 'transient' },
  temporarily_unavailable: { kind: 'transient' },
  UNAVAILABLE: { kind: 'transient' },
};

/** Ours to repair: the registration, the key, or the request itself. */
const OURS = new Set([
  'invalid_client',
  'deleted_client',
  'unauthorized_client',
  'redirect_uri_mismatch',
  'org_internal',
  'disallowed_useragent',
  'invalid_request',
  'invalid_scope',
  'unsupported_grant_type',
  'unsupported_response_type',
  'accessNotConfigured',
  'SERVICE_DISABLED',
  'API_KEY_INVALID',
  'keyInvalid',
  'required',
  'invalidPageToken',
  'invalidFilters',
  'invalid',
  'badRequest',
  'INVALID_ARGUMENT',
]);

const MISSING_OBJECT = new Set(['playlistNotFound', 'videoNotFound']);

export const isDayQuota = (reason: string): boolean => reason === 'quotaExceeded' || reason === 'dailyLimitExceeded';

/** Maps the reasons of Google's OAuth, YouTube Data API and YouTube Analytics to the taxonomy. Pure. */
export function googleFailure(error: GoogleError, context: GoogleContext, now: Date): PlatformFailure {
  const { reason, subtype } = error;
  if (isDayQuota(reason)) return { kind: 'throttled', until: nextPacificMidnight(now) };
  if (/^(user)?rateLimitExceeded$|^rate_limit_exceeded$|^RESOURCE_EXHAUSTED$/i.test(reason)) {
    return { kind: 'throttled', until: new Date(now.getTime() + BACKOFF_MS) };
  }
  if (reason === 'insufficientPermissions' || subtype === 'ACCESS_TOKEN_SCOPE_INSUFFICIENT') {
    return { kind: 'scope_lost', scopes: context.scopes ?? [] };
  }
  // A key that is not for this API or this machine is called forbidden, as a channel is that nobody may see.
  if (subtype?.startsWith('API_KEY_')) return { kind: 'app_misconfigured' };
  if (reason === 'invalid_grant' || reason === 'admin_policy_enforced') return endedGrant(error, context);
  if (reason === 'badRequest' && isRefusedReport(error, context)) {
    return { kind: 'metric_gone', metrics: context.metrics ?? [] };
  }
  return KINDS[reason] ?? (OURS.has(reason) ? { kind: 'app_misconfigured' } : { kind: 'unknown' });
}

function endedGrant({ reason, subtype }: GoogleError, { purpose }: GoogleContext): PlatformFailure {
  if (purpose === 'code') {
    return { kind: 'grant_dead', cause: reason === 'invalid_grant' ? 'code_refused' : 'consent_refused' };
  }
  // A workspace's rule on the length of sessions: the person signs in again.
  if (subtype === 'invalid_rapt') return { kind: 'grant_dead', cause: 'session_expired' };
  return { kind: 'grant_dead', cause: purpose === 'refresh' ? 'refresh_token_dead' : 'access_token_invalid' };
}

/** A retired metric, or one that does not go with this report, is a bad request like any other; only the text tells. */
function isRefusedReport({ message }: GoogleError, { metrics }: GoogleContext): boolean {
  return metrics !== undefined && /query is not supported|unknown identifier/i.test(message);
}

export function noteOf({ reason }: GoogleError): FailureNote | undefined {
  return MISSING_OBJECT.has(reason) ? 'object_missing' : undefined;
}

export function googleAnswer(error: GoogleError, operation: string, status: number): PlatformAnswer {
  return {
    api: 'youtube',
    operation,
    status,
    code: plainCode(error.reason),
    subcode: plainCode(error.subtype),
    type: plainCode(error.domain),
    message: redactMessage(error.message),
    note: noteOf(error),
  };
}
