interface Problem {
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
}

interface PostOptions {
  /** Statuses that mean: an earlier start has done this. */
  readonly alreadyDone?: readonly number[];
}

/** A small signed-in client of the public API, with nothing but what a browser would send. */
export class GatewayClient {
  private readonly cookies = new Map<string, string>();
  private csrfToken: string | undefined;

  constructor(
    private readonly base: string,
    private readonly origin: string,
  ) {}

  async signIn(email: string, password: string): Promise<void> {
    await this.post('/v1/sessions', { email, password });
    const session = await this.get<{ csrfToken: string }>('/v1/sessions/current');
    this.csrfToken = session.csrfToken;
  }

  async get<T>(path: string): Promise<T> {
    return (await this.send('GET', path)).json() as Promise<T>;
  }

  async post(path: string, body: unknown, { alreadyDone = [] }: PostOptions = {}): Promise<unknown> {
    const response = await this.send('POST', path, body, alreadyDone);
    const text = await response.text();
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  }

  async put(path: string, body: unknown): Promise<void> {
    await this.send('PUT', path, body);
  }

  private async send(method: string, path: string, body?: unknown, allowed: readonly number[] = []): Promise<Response> {
    const headers = new Headers({ accept: 'application/json', origin: this.origin, 'sec-fetch-site': 'same-origin' });
    if (body !== undefined) headers.set('content-type', 'application/json');
    if (this.csrfToken !== undefined) headers.set('x-csrf-token', this.csrfToken);
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    if (cookie !== '') headers.set('cookie', cookie);
    const init: RequestInit = { method, headers, redirect: 'manual', signal: AbortSignal.timeout(20_000) };
    const response = await fetch(new URL(path, this.base), {
      ...init,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    this.keepCookies(response);
    if (response.ok || allowed.includes(response.status)) return response;
    const problem = (await response.json().catch(() => ({}))) as Problem;
    throw new Error(
      `${method} ${path} was answered with ${response.status} ${problem.code ?? ''} ${problem.detail ?? problem.title ?? ''}`,
    );
  }

  private keepCookies(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }
}
