import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, request, type Dispatcher } from 'undici';
import { AppError, requestErrors } from '@creator-connect/contracts';
import { correlationHeader, currentContext, keptConnections } from '@creator-connect/observability';
import type { IdentityIssuer } from '../identity/identity-issuer';
import { identityHeader, type Identity } from '../identity/identity';
import { problemAsError } from './problem-as-error';

export interface InternalRequest {
  /** Address of the other service, from configuration. */
  baseUrl: string;
  /** Its name: the identity is signed for it alone. */
  audience: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** The person this is done for: the other side decides as it would for them. Only the gateway may say so. */
  as?: Identity;
  /** Begins with a slash; ids in it go through encodeURIComponent unless they are known to be UUIDs. */
  path: string;
  query?: Record<string, string | undefined>;
  body?: unknown;
  /** A POST that may arrive twice: it only asks, or the other side does the same thing once. A GET and a PUT always may. */
  repeatable?: true;
  /** For the whole call. Default 5000. */
  timeoutMs?: number;
}

interface Answer {
  status: number;
  retryAfter: string | undefined;
  text: string;
}

const mostBytes = 1024 * 1024;
const pauseMs = 100;
/** The other side did not get the request, or went away over it (a restart). A timeout is not among them. */
const connectionFaults = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_CONNECT_TIMEOUT']);

/**
 * Calls between services: signed as this service, with the correlation id. A problem document comes back as an AppError
 * with the same code; no answer is `request.unavailable`. Repeatable calls are tried twice when the connection fails.
 */
export class InternalClient {
  private readonly agent = new Agent({ connections: 32, ...keptConnections });
  private closing: Promise<void> | undefined;

  constructor(private readonly issuer: IdentityIssuer) {}

  async call<T>(call: InternalRequest): Promise<T> {
    const answer = await this.attempt(call);
    const body = parse(answer.text);
    if (answer.status >= 200 && answer.status < 300 && !(body instanceof Malformed)) return body as T;
    throw problemAsError(body, call.audience, Number(answer.retryAfter));
  }

  /**
   * The lines of JSON that another service answers, one after the other as they are read, however many there are. Throws in
   * the middle when the answer breaks off. `timeoutMs` is for the beginning of it, and for each pause within.
   */
  async *lines<T>(call: InternalRequest): AsyncGenerator<T> {
    const url = urlOf(call);
    const patience = call.timeoutMs ?? 30_000;
    const response = await this.open(call, url, { headersTimeout: patience, bodyTimeout: patience }).catch(
      (cause: unknown) => {
        throw unavailable(call, cause);
      },
    );
    if (response.statusCode !== 200) throw problemAsError(parse(await limited(response.body)), call.audience, NaN);
    const text = new TextDecoder();
    let rest = '';
    for await (const chunk of brokenAsUnavailable(call, response.body)) {
      const lines = (rest + text.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop()!;
      for (const line of lines) yield JSON.parse(line) as T;
    }
    if (rest !== '') throw unavailable(call, new Error('The last line is not whole'));
  }

  /** Waits for the calls that run. May be called twice. */
  async close(): Promise<void> {
    await (this.closing ??= this.agent.close());
  }

  private async attempt(call: InternalRequest): Promise<Answer> {
    const signal = AbortSignal.timeout(call.timeoutMs ?? 5_000);
    const url = urlOf(call);
    try {
      return await this.send(call, url, signal);
    } catch (cause) {
      const repeatable = call.method === 'GET' || call.method === 'PUT' || call.repeatable;
      if (!repeatable || !connectionFaults.has(codeOf(cause))) throw unavailable(call, cause);
    }
    await sleep(pauseMs);
    try {
      return await this.send(call, url, signal);
    } catch (cause) {
      throw unavailable(call, cause);
    }
  }

  private async send(call: InternalRequest, url: URL, signal: AbortSignal): Promise<Answer> {
    const response = await this.open(call, url, { signal });
    const retryAfter = response.headers['retry-after'];
    return {
      status: response.statusCode,
      retryAfter: typeof retryAfter === 'string' ? retryAfter : undefined,
      text: await limited(response.body),
    };
  }

  private async open(
    call: InternalRequest,
    url: URL,
    limits: { signal?: AbortSignal; headersTimeout?: number; bodyTimeout?: number },
  ): Promise<Dispatcher.ResponseData> {
    const { correlationId, traceparent } = currentContext();
    const headers: Record<string, string> = {
      accept: 'application/json',
      [identityHeader]: await (call.as
        ? this.issuer.issue(call.as, call.audience)
        : this.issuer.asService(call.audience)),
      [correlationHeader]: correlationId,
      ...(traceparent ? { traceparent } : {}),
    };
    if (call.body !== undefined) headers['content-type'] = 'application/json';
    return request(url, {
      method: call.method,
      headers,
      body: call.body === undefined ? null : JSON.stringify(call.body),
      dispatcher: this.agent,
      ...limits,
    });
  }
}

/** An id with dots and slashes in it must not lead to another route, nor a path to another host. */
function urlOf(call: InternalRequest): URL {
  const url = new URL(call.path, call.baseUrl);
  if (url.origin !== new URL(call.baseUrl).origin || url.pathname !== call.path || url.hash !== '') {
    throw new Error(`The path of an internal call to ${call.audience} is not in its plain form`);
  }
  for (const [name, value] of Object.entries(call.query ?? {})) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  return url;
}

async function* brokenAsUnavailable(call: InternalRequest, body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* body;
  } catch (cause) {
    throw unavailable(call, cause);
  }
}

async function limited(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new Error('The answer is larger than 1 MB');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

class Malformed {}

/** The parser's own error quotes the text, which may be an access token. */
function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return new Malformed();
  }
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

function unavailable(call: InternalRequest, cause: unknown): AppError {
  return new AppError(requestErrors.unavailable, { detail: call.audience, cause });
}
