import { z } from 'zod';
import { plainCode, redactMessage } from '../http/redact';
import type { FailureNote, GrantDeathCause, PlatformAnswer, PlatformFailure } from '../platform-error';
import { INSTAGRAM_SCOPES } from './instagram-scopes';

/** What a call was about; the same code means different things in different calls. */
export interface GraphContext {
  readonly operation: string;
  /** `code`: spends an authorization code. `app`: authorized by the app's own token. `metrics`: asks for insights. */
  readonly purpose: 'person' | 'code' | 'app' | 'metrics';
  /** Permissions that the call needs. */
  readonly scopes?: readonly string[];
  readonly metrics?: readonly string[];
}

/** Meta, Handling errors: the envelope of every Graph failure. */
export const graphErrorSchema = z.object({
  error: z.object({
    code: z.coerce.number().int().catch(0),
    error_subcode: z.coerce.number().int().optional().catch(undefined),
    type: z.string().optional().catch(undefined),
    message: z.string().optional().catch(undefined),
    is_transient: z.boolean().optional().catch(undefined),
    fbtrace_id: z.string().optional().catch(undefined),
  }),
});
export type GraphError = z.infer<typeof graphErrorSchema>['error'];

/** Meta, Handling errors: subcodes of 190. */
const DEATHS: Readonly<Record<number, GrantDeathCause>> = {
  458: 'revoked_by_person',
  459: 'checkpointed',
  460: 'password_changed',
  463: 'session_expired',
  464: 'unconfirmed',
  467: 'invalidated',
  492: 'page_role_lost',
};

/** Meta, Manually build a login flow: what can be wrong with a code. */
const CODE_FAILURES: Readonly<Record<number, PlatformFailure>> = {
  36007: { kind: 'grant_dead', cause: 'code_expired' },
  36008: { kind: 'app_misconfigured' },
  36009: { kind: 'grant_dead', cause: 'code_already_used' },
};

/** Meta, Rate limits: how long to wait in minutes when no header tells. 341 and 368 are temporary blocks. */
const WAIT_MINUTES: Readonly<Record<number, number>> = {
  4: 15,
  17: 15,
  32: 15,
  341: 60,
  368: 60,
  613: 5,
  80001: 60,
  80002: 60,
};

const OBJECT_MISSING = 33;
const BEFORE_BUSINESS_ACCOUNT = 2108006;

export interface GraphFailure {
  readonly failure: PlatformFailure;
  readonly note?: FailureNote;
}

/** Maps a Graph error to the taxonomy. Pure; `regainAt` comes from the usage headers of the same answer. */
export function graphFailure(error: GraphError, context: GraphContext, now: Date, regainAt: Date | null): GraphFailure {
  const minutes = WAIT_MINUTES[error.code];
  if (minutes !== undefined) {
    return { failure: { kind: 'throttled', until: regainAt ?? new Date(now.getTime() + minutes * 60_000) } };
  }
  // The platform's own word that it will pass outweighs whatever the code says: a false REAUTH is worse than a retry.
  if (error.is_transient) return { failure: { kind: 'transient' } };
  const message = error.message ?? '';
  if (error.code === 1 || error.code === 2) {
    return { failure: { kind: /client secret/i.test(message) ? 'app_misconfigured' : 'transient' } };
  }
  if (error.code === 3 || error.code === 101) return { failure: { kind: 'app_misconfigured' } };
  if (error.code === 100) return badParameter(error, context, message);
  if (error.code === 110) return { failure: { kind: 'account_gone' }, note: 'object_missing' };
  if (error.code === 102 || error.code === 190) return { failure: deadToken(error, context) };
  if (error.code === 10 && context.purpose === 'metrics' && /not enough/i.test(message)) {
    return { failure: { kind: 'metric_gone', metrics: context.metrics ?? [] }, note: 'not_enough_viewers' };
  }
  if (error.code === 10 || (error.code >= 200 && error.code <= 299)) {
    return { failure: { kind: 'scope_lost', scopes: scopesNamedIn(message) ?? context.scopes ?? [] } };
  }
  return { failure: { kind: 'unknown' } };
}

/** The cause behind code 190 (or 102), also as `debug_token` reports it inside its data. */
export function deathCauseOf(error: Pick<GraphError, 'code' | 'error_subcode'>): GrantDeathCause | null {
  if (error.code === 102) return 'invalidated';
  if (error.code !== 190) return null;
  return DEATHS[error.error_subcode ?? 0] ?? 'token_invalid';
}

function deadToken(error: GraphError, context: GraphContext): PlatformFailure {
  // Here the app's token is refused (wrong app id or secret), which says nothing about anybody's grant.
  if (context.purpose === 'app') return { kind: 'app_misconfigured' };
  return { kind: 'grant_dead', cause: deathCauseOf(error) ?? 'token_invalid' };
}

function badParameter(error: GraphError, context: GraphContext, message: string): GraphFailure {
  const metrics = context.metrics ?? [];
  if (/appsecret_proof/i.test(message)) return { failure: { kind: 'app_misconfigured' } };
  // How `debug_token` answers for a token of another app.
  if (context.purpose === 'app' && /viewing app/i.test(message)) {
    return { failure: { kind: 'app_misconfigured' }, note: 'foreign_app' };
  }
  if (error.error_subcode === OBJECT_MISSING) return { failure: { kind: 'account_gone' }, note: 'object_missing' };
  if (error.error_subcode === BEFORE_BUSINESS_ACCOUNT) {
    return { failure: { kind: 'metric_gone', metrics }, note: 'before_business_account' };
  }
  if (context.purpose === 'code') {
    return { failure: CODE_FAILURES[error.error_subcode ?? 0] ?? { kind: 'grant_dead', cause: 'code_refused' } };
  }
  return { failure: context.purpose === 'metrics' ? { kind: 'metric_gone', metrics } : { kind: 'app_misconfigured' } };
}

function scopesNamedIn(message: string): readonly string[] | undefined {
  const named = INSTAGRAM_SCOPES.required.filter((scope) => message.includes(scope));
  return named.length > 0 ? named : undefined;
}

export function graphAnswer(error: GraphError, operation: string, status: number, note?: FailureNote): PlatformAnswer {
  return {
    api: 'instagram',
    operation,
    status,
    code: plainCode(error.code),
    subcode: plainCode(error.error_subcode),
    type: plainCode(error.type),
    traceId: plainCode(error.fbtrace_id),
    message: redactMessage(error.message),
    note,
  };
}
