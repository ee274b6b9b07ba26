import type { AuthorizationUrlInput, CallbackAnswer, CallbackQuery, ScopePolicy } from './capabilities/grants';
import { plainCode } from './http/redact';
import { SecretText } from './secret-text';

/** The scopes to ask for: the whole policy, or the subset that the caller names. */
export function scopesToAsk(policy: ScopePolicy, input: AuthorizationUrlInput): readonly string[] {
  const all = [...policy.required, ...policy.optional];
  const surplus = input.scopes?.find((scope) => !all.includes(scope));
  if (surplus !== undefined) throw new TypeError(`scope outside the read-only list: ${surplus}`);
  return input.scopes ?? all;
}

/**
 * RFC 6749 §4.1.2, as Meta and TikTok both follow it. Scopes in the query are ignored: a query can be forged, the token
 * answer and the inspection cannot.
 */
export function readCodeCallback(query: CallbackQuery): CallbackAnswer {
  if (query['error'] !== undefined) {
    if (query['error'] === 'access_denied') return { outcome: 'refused' };
    return { outcome: 'failed', error: plainCode(query['error']) ?? 'unreadable' };
  }
  const code = query['code'];
  if (typeof code !== 'string' || code === '') return { outcome: 'failed', error: 'code_missing' };
  return { outcome: 'code', code: new SecretText(code) };
}
