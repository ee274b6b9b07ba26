export const sessionCookie = '__Host-session';
export const linkCookie = '__Host-link';
/** Recognises a browser; opens nothing. */
export const deviceCookie = '__Host-device';

/**
 * Value of one cookie of a Cookie header. The first of several counts: a `__Host-` cookie can't be planted by a sibling
 * host, and two of one name do not come from a browser that knows the prefix.
 */
export function readCookie(header: string | undefined, name: string): string | undefined {
  if (!header) return undefined;
  for (const part of header.split(';')) {
    const equals = part.indexOf('=');
    if (equals > 0 && part.slice(0, equals).trim() === name) return part.slice(equals + 1).trim() || undefined;
  }
  return undefined;
}

/** The cookies of a header whose names begin with one of the prefixes, as a header again. */
export function onlyCookies(header: string | undefined, prefixes: readonly string[]): string | undefined {
  if (!header || prefixes.length === 0) return undefined;
  const kept = header.split(';').filter((part) => prefixes.some((prefix) => part.trimStart().startsWith(prefix)));
  return kept.length > 0 ? kept.map((part) => part.trim()).join('; ') : undefined;
}

/** `__Host-` demands Secure, Path=/ and no Domain; Lax keeps it on the way back from a platform. */
export function setCookie(name: string, value: string, maxAgeSeconds?: number): string {
  const age = maxAgeSeconds === undefined ? '' : `; Max-Age=${maxAgeSeconds}`;
  return `${name}=${value}${age}; Path=/; Secure; HttpOnly; SameSite=Lax`;
}

export function clearCookie(name: string): string {
  return setCookie(name, '', 0);
}
