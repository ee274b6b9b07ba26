import { randomBytes } from 'node:crypto';

export interface PageSources {
  /** Where pictures may come from besides ourselves, platforms' image hosts: a source list as CSP writes it, or nothing. */
  images: string;
}

/** A page's own nonce lets the style tags that the web app's component library writes through, and nothing else. */
export function contentSecurityPolicy(sources: PageSources, nonce?: string): string {
  const own = nonce ? `'self' 'nonce-${nonce}'` : `'self'`;
  return [
    `default-src 'self'`,
    `script-src ${own}`,
    `style-src ${own}`,
    `img-src 'self' data: ${sources.images}`.trimEnd(),
    `font-src 'self'`,
    `connect-src 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    `object-src 'none'`,
    `base-uri 'none'`,
  ].join('; ');
}

/** Of one answer only. */
export const newNonce = (): string => randomBytes(18).toString('base64url');

/** Headers of every answer, errors included. A handler may set a stricter Referrer-Policy or its own caching. */
export function securityHeaders(sources: PageSources): Readonly<Record<string, string>> {
  return Object.freeze({
    'content-security-policy': contentSecurityPolicy(sources),
    'strict-transport-security': 'max-age=63072000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
    'cache-control': 'no-store',
  });
}

export type SecurityHeaders = ReturnType<typeof securityHeaders>;
export const SECURITY_HEADERS = Symbol('SECURITY_HEADERS');
