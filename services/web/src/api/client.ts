import createClient, { type Middleware } from 'openapi-fetch';
import { currentLanguage } from '../i18n';
import { tellReachable } from './connection';
import { offline, problemOf } from './problem';
import type { paths } from './schema';

let csrfToken: string | undefined;

const ours: Middleware = {
  onRequest({ request }) {
    if (request.method !== 'GET' && csrfToken) request.headers.set('x-csrf-token', csrfToken);
    // Mails that a request causes speak as the app does, whatever the browser's own language is.
    request.headers.set('accept-language', currentLanguage());
  },
  async onResponse({ response }) {
    tellReachable(true);
    const answer = isFile(response) || isTold(response) ? undefined : await read(response.clone());
    if (!response.ok) throw problemOf(response.status, answer, response.headers.get('retry-after'));
    rememberToken(answer);
  },
  onError({ error }) {
    // Whoever left took it back; the server may be well.
    if ((error as Error).name === 'AbortError') return;
    tellReachable(false);
    return offline();
  },
};

type Answer = Record<string, unknown> | undefined;

const isFile = ({ headers }: Response) => headers.get('content-disposition') !== null;

/** Line by line, while it goes on (`told-lines.ts`). */
const isTold = ({ headers }: Response) => headers.get('content-type') === 'application/x-ndjson';

function rememberToken(answer: Answer): void {
  const csrf = answer?.['csrfToken'] ?? (answer?.['session'] as Answer)?.['csrfToken'];
  if (typeof csrf === 'string') csrfToken = csrf;
}

/** Whoever signed in anew in another tab has another token: it is asked for, and the request sent once more. */
async function send(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await fetch(request);
  const refusal = response.status === 403 ? await read(response.clone()) : undefined;
  if (refusal?.['code'] !== 'gateway.csrf') return response;
  rememberToken(await read(await fetch('/v1/sessions/current')));
  if (csrfToken) again.headers.set('x-csrf-token', csrfToken);
  return fetch(again);
}

async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return undefined;
  }
}

/** Every address of the API with what it takes and answers, as its description says. */
export const api = createClient<paths>({
  fetch: send,
  credentials: 'same-origin',
  headers: { accept: 'application/json' },
});
api.use(ours);

/** What a call answered. Whatever is no success was thrown before: a ProblemError. */
export async function answerOf<Call extends { data?: unknown }>(
  call: Promise<Call>,
): Promise<Exclude<Call['data'], undefined>> {
  return (await call).data as Exclude<Call['data'], undefined>;
}

export interface NamedFile {
  name: string;
  content: Blob;
}

/** A file as the server names it. The address is whole, so the description of the API has no words for it. */
export async function fileAt(address: string): Promise<NamedFile> {
  const { data, response } = await api.GET(address as '/v1/access-report/file', { parseAs: 'blob' });
  const [, name = ''] = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  return { name, content: data as unknown as Blob };
}
