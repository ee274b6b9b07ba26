import { createHmac, timingSafeEqual } from 'node:crypto';

export interface RequestSignals {
  secFetchSite?: string;
  origin?: string;
}

/**
 * A token for pages of ours, made from the secret in the browser's cookie: it changes with the session, needs no storage
 * and does not lead back to the cookie, and the stored hash of the cookie does not lead to it.
 */
export function csrfToken(cookieSecret: string): string {
  return createHmac('sha256', cookieSecret).update('creator-connect csrf v1').digest('base64url');
}

export function csrfTokenMatches(cookieSecret: string, presented: string | undefined): boolean {
  if (!presented) return false;
  const expected = Buffer.from(csrfToken(cookieSecret));
  const given = Buffer.from(presented);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** True when the browser says that a page of our own origin made the request. Silence counts as no. */
export function isSameOrigin(signals: RequestSignals, ownOrigin: string): boolean {
  if (signals.origin !== undefined && signals.origin !== ownOrigin) return false;
  if (signals.secFetchSite !== undefined) return signals.secFetchSite === 'same-origin';
  return signals.origin === ownOrigin;
}

export function isJson(contentType: string | undefined): boolean {
  return contentType !== undefined && /^application\/json\s*(;\s*charset=utf-8\s*)?$/i.test(contentType.trim());
}
