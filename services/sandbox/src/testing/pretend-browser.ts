import { request } from 'node:http';

export interface BrowserAnswer {
  status: number;
  location: string | undefined;
  body: string;
}

type Form = Record<string, string | readonly string[]>;

/**
 * A browser without eyes: one cookie jar per site, redirects followed as long as they stay within the sandbox. Sites are
 * chosen by the Host header, since Node's resolver knows no `*.localhost`.
 */
export class PretendBrowser {
  private readonly cookies = new Map<string, Map<string, string>>();

  constructor(private readonly port: number) {}

  get(url: string, headers: Record<string, string> = {}): Promise<BrowserAnswer> {
    return this.go('GET', url, undefined, headers);
  }

  post(url: string, form: Form = {}, headers: Record<string, string> = {}): Promise<BrowserAnswer> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) body.append(name, one);
    return this.go('POST', url, body.toString(), headers);
  }

  /** `facebook.localhost/path` written as `facebook:/path`. */
  private async go(
    method: string,
    url: string,
    body?: string,
    headers: Record<string, string> = {},
  ): Promise<BrowserAnswer> {
    const address = new URL(
      url.replace(/^(facebook|instagram|tiktok|google):\/+/, `http://$1.localhost:${this.port}/`),
    );
    const answer = await this.send(method, address, body, headers);
    const target = answer.location && new URL(answer.location, address);
    if (target && target.host === address.host) return this.go('GET', target.toString());
    return answer;
  }

  private send(
    method: string,
    address: URL,
    body: string | undefined,
    more: Record<string, string>,
  ): Promise<BrowserAnswer> {
    const jar = this.cookies.get(address.host) ?? new Map<string, string>();
    this.cookies.set(address.host, jar);
    const headers = {
      host: address.host,
      cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      ...more,
    };
    return new Promise((resolve, reject) => {
      const call = request(
        { host: '127.0.0.1', port: this.port, path: address.pathname + address.search, method, headers },
        (response) => {
          for (const cookie of response.headers['set-cookie'] ?? []) {
            const [name = '', value = ''] = cookie.split(';', 1)[0]?.split('=', 2) ?? [];
            if (value === '') jar.delete(name);
            else jar.set(name, value);
          }
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('end', () => {
            resolve({
              status: response.statusCode ?? 0,
              location: response.headers.location,
              body: Buffer.concat(parts).toString(),
            });
          });
        },
      );
      call.on('error', reject);
      call.end(body);
    });
  }
}
