/** An `application/problem+json` answer: what happened, and what the person can do now. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly code: string,
    readonly title: string,
    readonly nextStep: string,
    readonly status: number,
    readonly correlationId?: string,
    readonly detail?: string,
  ) {
    super(title);
  }
}

let csrfToken: string | undefined;

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (method !== 'GET' && csrfToken) headers['x-csrf-token'] = csrfToken;
  if (body !== undefined) headers['content-type'] = 'application/json';
  const init: RequestInit = { method, headers, credentials: 'same-origin' };
  if (body !== undefined) init.body = JSON.stringify(body);
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch {
    throw new ProblemError('offline', 'The server can not be reached.', 'Check your connection and try again.', 0);
  }
  const answer = await read(response);
  if (!response.ok) throw problemOf(response.status, answer);
  const csrf = answer?.['csrfToken'];
  if (typeof csrf === 'string') csrfToken = csrf;
  return answer as T;
}

async function read(response: Response): Promise<Record<string, unknown> | undefined> {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function problemOf(status: number, answer: Record<string, unknown> | undefined): ProblemError {
  const text = (name: string) => (typeof answer?.[name] === 'string' ? (answer[name] as string) : undefined);
  return new ProblemError(
    text('code') ?? 'unknown',
    text('title') ?? 'Something went wrong.',
    text('nextStep') ?? 'Try again in a moment.',
    status,
    text('correlationId'),
    text('detail'),
  );
}

export const api = {
  get: <T>(path: string) => call<T>('GET', path),
  post: <T>(path: string, body: unknown = {}) => call<T>('POST', path, body),
  remove: (path: string) => call<undefined>('DELETE', path),
};
