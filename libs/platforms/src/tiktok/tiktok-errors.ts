import { z } from 'zod';
import { plainCode, redactMessage } from '../http/redact';
import type { PlatformAnswer, PlatformFailure } from '../platform-error';

/** What a call was about; `invalid_grant` means another thing for a code than for a refresh token. */
export interface TikTokContext {
  readonly operation: string;
  readonly purpose: 'data' | 'code' | 'refresh' | 'revoke';
  /** Permissions that the call needs. */
  readonly scopes?: readonly string[];
}

/** Data calls nest the error, OAuth calls answer flat; both may come with any HTTP status. */
export const tiktokErrorSchema = z.union([
  z.object({
    error: z.object({
      code: z.string(),
      message: z.string().catch(''),
      log_id: z.string().optional().catch(undefined),
    }),
  }),
  z
    .object({
      error: z.string(),
      error_description: z.string().catch(''),
      log_id: z.string().optional().catch(undefined),
    })
    .transform(({ error, error_description, log_id }) => ({
      error: { code: error, message: error_description, log_id },
    })),
]);
export type TikTokError = z.infer<typeof tiktokErrorSchema>['error'];

/** TikTok for Developers, Rate limits: a sliding minute per endpoint. */
const WINDOW_MS = 60_000;

/** Maps TikTok's codes (Error handling; OAuth error handling) to the taxonomy. Pure. */
export function tiktokFailure(error: TikTokError, context: TikTokContext, now: Date): PlatformFailure {
  switch (error.code) {
    case 'access_token_invalid':
      return { kind: 'grant_dead', cause: 'access_token_invalid' };
    case 'scope_not_authorized':
    case 'scope_permission_missed':
      return { kind: 'scope_lost', scopes: context.scopes ?? [] };
    case 'rate_limit_exceeded':
      return { kind: 'throttled', until: new Date(now.getTime() + WINDOW_MS) };
    case 'internal_error':
    case 'server_error':
    case 'temporarily_unavailable':
      return { kind: 'transient' };
    case 'invalid_grant':
      return invalidGrant(context);
    case 'access_denied':
      return { kind: 'grant_dead', cause: 'consent_refused' };
    case 'invalid_params':
    case 'invalid_client':
    case 'invalid_request':
    case 'invalid_scope':
    case 'unauthorized_client':
    case 'unsupported_grant_type':
    case 'unsupported_response_type':
      return { kind: 'app_misconfigured' };
    default:
      return { kind: 'unknown' };
  }
}

function invalidGrant(context: TikTokContext): PlatformFailure {
  if (context.purpose === 'refresh') return { kind: 'grant_dead', cause: 'refresh_token_dead' };
  return { kind: 'grant_dead', cause: context.purpose === 'code' ? 'code_refused' : 'access_token_invalid' };
}

/**
 * The reason inside the webhook `authorization.removed` (TikTok for Developers, Webhook events). The token is already
 * dead when it arrives, whatever the reason.
 */
export function tiktokRemoval(reason: number): PlatformFailure {
  switch (reason) {
    case 1: // disconnected in TikTok
    case 5: // revoked by the developer: our own revoke call
      return { kind: 'grant_dead', cause: 'revoked_by_person' };
    case 2:
      return { kind: 'account_gone' };
    case 3:
      return { kind: 'grant_dead', cause: 'age_changed' };
    case 4:
      return { kind: 'grant_dead', cause: 'account_banned' };
    default:
      return { kind: 'grant_dead', cause: 'removed_without_reason' };
  }
}

export function tiktokAnswer(error: TikTokError, operation: string, status: number): PlatformAnswer {
  return {
    api: 'tiktok',
    operation,
    status,
    code: plainCode(error.code),
    traceId: plainCode(error.log_id),
    message: redactMessage(error.message),
  };
}
