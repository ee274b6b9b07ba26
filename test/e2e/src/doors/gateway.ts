import { Browser } from './browser';

export interface Problem {
  code: string;
  title: string;
  status: number;
  nextStep: string;
  [member: string]: unknown;
}

/** A problem document where an answer was expected. */
export class ProblemError extends Error {
  constructor(
    readonly problem: Problem,
    request: string,
  ) {
    super(`${request} answered ${problem.status} ${problem.code}: ${problem.title}`);
  }
}

/** The gateway's HTTP API as one person's browser uses it: cookies and, for changes, the CSRF token of the session. */
export class GatewayDoor {
  #csrf: string | null;

  constructor(
    readonly address: string,
    readonly browser = new Browser(),
    csrf: string | null = null,
  ) {
    this.#csrf = csrf;
  }

  /** For another window of the same person, which shares the session. */
  get csrf(): string | null {
    return this.#csrf;
  }

  async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const headers: Record<string, string> = { accept: 'application/json' };
    if (method !== 'GET') {
      headers['origin'] = this.address;
      headers['sec-fetch-site'] = 'same-origin';
      if (this.#csrf) headers['x-csrf-token'] = this.#csrf;
      if (body !== undefined) headers['content-type'] = 'application/json';
    }
    const init: RequestInit = { method, headers };
    if (body !== undefined) init.body = JSON.stringify(body);
    const response = await this.browser.fetch(new URL(path, this.address), init);
    const text = await response.text();
    const answer: unknown = text ? JSON.parse(text) : undefined;
    if (!response.ok) throw new ProblemError(answer as Problem, `${method} ${path}`);
    const csrf = (answer as { csrfToken?: unknown } | undefined)?.csrfToken;
    if (typeof csrf === 'string') this.#csrf = csrf;
    return answer as T;
  }

  get<T>(path: string): Promise<T> {
    return this.call('GET', path);
  }

  post<T>(path: string, body: unknown = {}): Promise<T> {
    return this.call('POST', path, body);
  }

  put<T>(path: string, body: unknown): Promise<T> {
    return this.call('PUT', path, body);
  }

  /** The problem a call is refused with; an accepted call is a failure of the story. */
  async refusal(method: string, path: string, body?: unknown): Promise<Problem> {
    try {
      await this.call(method, path, body);
    } catch (error) {
      if (error instanceof ProblemError) return error.problem;
      throw error;
    }
    throw new Error(`${method} ${path} was accepted but had to be refused`);
  }
}
