import { randomToken, sha256 } from '@creator-connect/security';
import { timingSafeEqual } from 'node:crypto';
import { STATE_TTL_MS } from './domain/connect-transaction';

/**
 * Binds an attempt to the browser that began it (security OC-02). One cookie per attempt, so that two tabs do not
 * overwrite each other's; `__Host-` keeps sibling hosts from planting one; Lax lets it return from the platform.
 */
export function bindingCookieName(transactionId: string): string {
  return `__Host-oauth-${transactionId.slice(-12)}`;
}

export interface Binding {
  value: string;
  hash: Buffer;
}

export function newBinding(): Binding {
  const value = randomToken(32);
  return { value, hash: sha256(value) };
}

export function isBound(cookies: Readonly<Record<string, string>>, transactionId: string, hash: Buffer): boolean {
  const value = cookies[bindingCookieName(transactionId)];
  return value !== undefined && timingSafeEqual(sha256(value), hash);
}

export const bindingCookieOptions = {
  httpOnly: true,
  secure: true,
  sameSite: 'lax',
  path: '/',
  maxAge: STATE_TTL_MS,
} as const;
