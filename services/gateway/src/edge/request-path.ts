/**
 * Paths are compared as they came: a form that one server would decode or fold and another would not (encoded slashes and
 * dots, empty or dot segments, backslashes, control characters) is refused instead of interpreted.
 */
export function isPlainPath(path: string): boolean {
  if (!path.startsWith('/') || path.includes('//') || path.includes('\\')) return false;
  if (/%(2f|5c|2e|25|0|1|7f)/i.test(path)) return false;
  return !path.split('/').some((segment) => segment === '.' || segment === '..');
}

export function splitUrl(url: string): { path: string; query: string } {
  const mark = url.indexOf('?');
  return mark < 0 ? { path: url, query: '' } : { path: url.slice(0, mark), query: url.slice(mark + 1) };
}

const apiKey = /cck_[A-Za-z0-9_-]{20}/;

/** True when something that looks like an API key of ours stands in the address, also percent-encoded. */
export function holdsApiKey(url: string): boolean {
  if (apiKey.test(url)) return true;
  if (!url.includes('%')) return false;
  return apiKey.test(url.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))));
}
