import type { PretendedPlatform } from './platform';

const KEPT = 1_000;
const TOKEN_PARAMETERS = new Set(['access_token', 'input_token', 'fb_exchange_token', 'refresh_token', 'token']);
const SECRET_PARAMETERS = new Set(['client_secret', 'secret', 'app_secret', 'key']);
/** How our tokens begin: found by value wherever they stand, whatever the parameter is called. */
const TOKEN_VALUE = /(?:^|[/=&])(EAA[A-Za-z0-9]{20,}|(?:act|rft)\.[\w!.-]{20,}|ya29\.[\w.-]{20,}|1\/\/0[\w-]{20,})/;

/** The same path with every token taken out. */
export const withoutTokens = (path: string): string =>
  path.replace(new RegExp(TOKEN_VALUE, 'g'), (found, token: string) => found.replace(token, '(token)'));

/** A request line (path or query) that carried something secret. The value itself is not kept. */
export interface Leak {
  seq: number;
  at: string;
  platform: PretendedPlatform;
  method: string;
  path: string;
  parameter: string;
  kind: 'token' | 'secret';
  /** The platform documents no other form: not avoidable, told apart from carelessness. */
  documented: boolean;
}

/** Where a platform itself wants a secret in the address. */
const wantedInAddress = [
  { parameter: 'input_token', path: '/debug_token' },
  { parameter: 'secret', path: '/tto/oauth2/tcm/' },
  { parameter: 'secret', path: '/oauth2/tcm/get/' },
];

/** Request lines end in access logs of proxies; a token must not be in one (security OC-08). */
export class Leaks {
  private leaks: Leak[] = [];
  private last = 0;

  look(platform: PretendedPlatform, method: string, url: string, at: string): void {
    const [rawPath = '', query = ''] = url.split('?', 2);
    const path = decode(rawPath);
    if (TOKEN_VALUE.test(path))
      this.add({ platform, method, at, path: withoutTokens(path), parameter: 'path', kind: 'token' });
    if (query === '') return;
    for (const [parameter, value] of new URLSearchParams(query)) {
      const kind = kindOf(parameter, value);
      if (kind) this.add({ platform, method, at, path, parameter, kind });
    }
  }

  list(since = 0): Leak[] {
    return this.leaks.filter((leak) => leak.seq > since);
  }

  clear(): void {
    this.leaks = [];
  }

  private add(leak: Omit<Leak, 'seq' | 'documented'>): void {
    const documented = wantedInAddress.some(
      ({ parameter, path }) => leak.parameter === parameter && leak.path.endsWith(path),
    );
    this.leaks.push({ seq: ++this.last, ...leak, documented });
    if (this.leaks.length > KEPT) this.leaks.shift();
  }
}

function kindOf(parameter: string, value: string): Leak['kind'] | undefined {
  if (TOKEN_PARAMETERS.has(parameter) || TOKEN_VALUE.test(value)) return 'token';
  return SECRET_PARAMETERS.has(parameter) ? 'secret' : undefined;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
