export interface HostRule {
  /** Name of the setting, for the error text. */
  readonly setting: string;
  readonly profile: 'local' | 'production';
  /** The platform's own hosts. */
  readonly hosts: readonly string[];
}

/**
 * The base address of a platform, checked before anything is sent there: the platform's own host over https, or, in
 * profile `local`, also a loopback address. Throws a TypeError, so a tampered configuration stops the start
 * (security OC-14).
 */
export function checkedBase(value: string, rule: HostRule): URL {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || url.username || url.password || url.search || url.hash) {
    throw new TypeError(`${rule.setting} must be a plain address without credentials, query or fragment`);
  }
  const ownHost = url.protocol === 'https:' && url.port === '' && rule.hosts.includes(url.hostname);
  const loopback = rule.profile === 'local' && /^https?:$/.test(url.protocol) && isLoopback(url.hostname);
  if (!ownHost && !loopback) {
    throw new TypeError(`${rule.setting} names a host that profile "${rule.profile}" does not allow`);
  }
  return url;
}

function isLoopback(hostname: string): boolean {
  return /^127(\.\d{1,3}){3}$/.test(hostname) || hostname === '[::1]' || /^(.+\.)?localhost$/.test(hostname);
}

/** Appends a path to a base that may have one itself; `/v2/x/` keeps its trailing slash. */
export function endpoint(base: URL, path: string, query: Readonly<Record<string, string>> = {}): URL {
  const url = new URL(base.href.replace(/\/+$/, '') + path);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}

/** An id of a platform as one path segment. Anything that could change the path is a bug of the caller. */
export function segment(id: string): string {
  if (!/^[\w-]{1,128}$/.test(id)) throw new TypeError('not a platform id');
  return id;
}
