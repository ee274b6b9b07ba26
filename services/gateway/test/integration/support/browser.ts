import { request } from 'undici';

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  /** Parsed if it is JSON. */
  body: Record<string, unknown>;
  setCookies: string[];
}

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';

export async function call(
  base: string,
  method: Method,
  path: string,
  options: { headers?: Record<string, string>; body?: string | Buffer } = {},
): Promise<Answer> {
  const response = await request(new URL(base).origin, {
    path,
    method,
    headers: options.headers ?? {},
    body: options.body ?? null,
  });
  const text = await response.body.text();
  const cookies = response.headers['set-cookie'] ?? [];
  const isJson = /json/.test(String(response.headers['content-type'] ?? ''));
  return {
    status: response.statusCode,
    headers: response.headers,
    text,
    body: isJson && text !== '' ? (JSON.parse(text) as Record<string, unknown>) : {},
    setCookies: Array.isArray(cookies) ? cookies : [cookies],
  };
}

/** Behaves like one on our own pages: keeps cookies, says where a request comes from, sends the page's token. */
export class Browser {
  readonly cookies = new Map<string, string>();
  csrfToken = '';
  /** Sent with every knock, e.g. an API key. */
  standing: Record<string, string> = {};

  constructor(
    private readonly base: string,
    private readonly origin: string,
  ) {}

  get cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.keep(await call(this.base, 'GET', path, { headers: { ...this.own(), ...headers } }));
  }

  post(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.change('POST', path, body, headers);
  }

  async change(method: Method, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    const text = body === undefined ? {} : { body: JSON.stringify(body) };
    return this.keep(
      await call(this.base, method, path, {
        headers: { ...this.own(), ...type, origin: this.origin, 'sec-fetch-site': 'same-origin', ...headers },
        ...text,
      }),
    );
  }

  /** Status, and code of a problem; other answers stay unread, since some never end. */
  async knock(method: Method, path: string, body: object = {}): Promise<{ status: number; code?: string }> {
    const isChange = method !== 'GET' && method !== 'DELETE';
    const response = await request(this.base, {
      path,
      method,
      headers: {
        ...this.own(),
        ...(isChange ? { 'content-type': 'application/json' } : {}),
        origin: this.origin,
        'sec-fetch-site': 'same-origin',
        ...this.standing,
      },
      body: isChange ? JSON.stringify(body) : null,
    });
    const status = response.statusCode;
    if (response.headers['content-type']?.includes('problem+json')) {
      return { status, code: ((await response.body.json()) as { code: string }).code };
    }
    response.body.on('error', () => undefined).destroy();
    return { status };
  }

  private own(): Record<string, string> {
    return {
      ...(this.cookies.size > 0 ? { cookie: this.cookieHeader } : {}),
      ...(this.csrfToken ? { 'x-csrf-token': this.csrfToken } : {}),
    };
  }

  private keep(answer: Answer): Answer {
    for (const cookie of answer.setCookies) {
      const [pair = ''] = cookie.split(';');
      const equals = pair.indexOf('=');
      if (/max-age=0/i.test(cookie)) this.cookies.delete(pair.slice(0, equals));
      else this.cookies.set(pair.slice(0, equals), pair.slice(equals + 1));
    }
    if (typeof answer.body['csrfToken'] === 'string') this.csrfToken = answer.body['csrfToken'];
    return answer;
  }
}
