import createClient, { type Middleware } from 'openapi-fetch';
import { offline, problemOf } from './problem';
import type { paths } from './schema';

let csrfToken: string | undefined;

const ours: Middleware = {
  onRequest({ request }) {
    if (request.method !== 'GET' && csrfToken) request.headers.set('x-csrf-token', csrfToken);
  },
  async onResponse({ response }) {
    const answer = await read(response.clone());
    if (!response.ok) throw problemOf(response.status, answer);
    const csrf = answer?.['csrfToken'] ?? (answer?.['session'] as Record<string, unknown> | undefined)?.['csrfToken'];
    if (typeof csrf === 'string') csrfToken = csrf;
  },
  onError: offline,
};

async function read(response: Response): Promise<Record<string, unknown> | undefined> {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

/** Every address of the API with what it takes and answers, as its description says. */
export const api = createClient<paths>({ credentials: 'same-origin', headers: { accept: 'application/json' } });
api.use(ours);

/** What a call answered. Whatever is no success was thrown before: a ProblemError. */
export async function answerOf<Call extends { data?: unknown }>(
  call: Promise<Call>,
): Promise<Exclude<Call['data'], undefined>> {
  return (await call).data as Exclude<Call['data'], undefined>;
}
