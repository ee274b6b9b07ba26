import { Agent, request } from 'undici';
import { AppError, defineError, requestErrors, type ProblemDetails } from '@creator-connect/contracts';
import { correlationHeader, currentContext } from '@creator-connect/observability';
import type { IdentityIssuer } from '../identity/identity-issuer';
import { identityHeader } from '../identity/identity';

export interface InternalRequest {
  /** Address of the other service, from configuration. */
  baseUrl: string;
  /** Its name: the identity is signed for it alone. */
  audience: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  query?: Record<string, string | undefined>;
  body?: unknown;
  /** Makes a POST safe to repeat; a GET always is. */
  idempotencyKey?: string;
  /** Default 5000. */
  timeoutMs?: number;
}

const mostBytes = 1024 * 1024;

/**
 * Calls between services: signed as this service, with the correlation id. A problem document comes back as an AppError
 * with the same code; no answer is `request.unavailable`. Repeatable calls are tried twice when the connection fails.
 */
export class InternalClient {
  private readonly agent = new Agent({
    connections: 32,
    keepAliveTimeout: 20_000,
    headersTimeout: 10_000,
    bodyTimeout: 10_000,
  });

  constructor(private readonly issuer: IdentityIssuer) {}

  async call<T>(call: InternalRequest): Promise<T> {
    const repeatable = call.method === 'GET' || call.idempotencyKey !== undefined;
    for (let attempt = 1; ; attempt += 1) {
      let answer: Awaited<ReturnType<InternalClient['send']>>;
      try {
        answer = await this.send(call);
      } catch (cause) {
        if (repeatable && attempt < 2) continue;
        throw new AppError(requestErrors.unavailable, { detail: call.audience, cause });
      }
      if (answer.status < 400) return answer.body as T;
      throw asError(answer.body, call);
    }
  }

  async close(): Promise<void> {
    await this.agent.close();
  }

  private async send(call: InternalRequest): Promise<{ status: number; body: unknown }> {
    const url = new URL(call.path, call.baseUrl);
    for (const [name, value] of Object.entries(call.query ?? {})) {
      if (value !== undefined) url.searchParams.set(name, value);
    }
    const { correlationId, traceparent } = currentContext();
    const headers: Record<string, string> = {
      accept: 'application/json',
      [identityHeader]: await this.issuer.asService(call.audience),
      [correlationHeader]: correlationId,
      ...(traceparent ? { traceparent } : {}),
    };
    if (call.body !== undefined) headers['content-type'] = 'application/json';
    if (call.idempotencyKey !== undefined) headers['idempotency-key'] = call.idempotencyKey;
    const response = await request(url, {
      method: call.method,
      headers,
      body: call.body === undefined ? null : JSON.stringify(call.body),
      dispatcher: this.agent,
      signal: AbortSignal.timeout(call.timeoutMs ?? 5_000),
    });
    const text = await limited(response.body);
    return { status: response.statusCode, body: text === '' ? undefined : JSON.parse(text) };
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

const kindOf: Record<number, AppError['kind']> = {
  400: 'invalid_input',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  429: 'throttled',
  503: 'unavailable',
};

/** The other service's problem under its own code. What is no problem document is a fault between us: unavailable. */
function asError(body: unknown, call: InternalRequest): AppError {
  const problem = body as Partial<ProblemDetails> | undefined;
  const kind = problem?.status === undefined ? undefined : kindOf[problem.status];
  if (!problem?.code || !kind) return new AppError(requestErrors.unavailable, { detail: call.audience });
  const { type: _type, title, status: _status, detail, code, nextStep, correlationId: _id, errors, ...extra } = problem;
  return new AppError(defineError(code, kind, title ?? code, nextStep ?? ''), {
    ...(detail ? { detail } : {}),
    ...(errors ? { errors } : {}),
    extra,
  });
}
