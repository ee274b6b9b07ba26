import type { Readable } from 'node:stream';
import { Agent, type Dispatcher } from 'undici';
import type { ClientOptions, RateUsage } from '../capabilities/client-options';
import {
  type CallOutcome,
  type FailureNote,
  type PlatformApi,
  PlatformError,
  type PlatformFailure,
} from '../platform-error';
import type { AccessToken } from '../secret-text';
import { readBounded } from './read-bounded';

export interface HttpCall {
  readonly operation: string;
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: URL;
  /** Sent as `Authorization: Bearer`, the only place where a token of a person travels. */
  readonly bearer?: AccessToken;
  readonly headers?: Readonly<Record<string, string>>;
  readonly form?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  /** Told once the whole request was handed to the system: it may reach the platform even if this process dies now. */
  readonly onSent?: () => void;
  /** Secrets in the headers or the body; they must not show up in the address. */
  readonly secrets?: readonly AccessToken[];
}

export interface HttpReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Parsed JSON; an empty reply reads as `{}`. */
  readonly body: unknown;
}

const DEFAULT_TIMEOUT_MS = 10_000;
const DEFAULT_MAX_REPLY_BYTES = 1024 * 1024;
const KEEP_IDLE_MS = 4_000;
const THROTTLED_WITHOUT_A_TIME_MS = 60_000;

/** These happen before a byte of the request was written. */
const NOT_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

/**
 * One HTTPS call with limits: a deadline for the whole call, a largest reply, no redirect, JSON only (security OC-07).
 * Does not retry. Every failure leaves as a PlatformError.
 */
export class PlatformHttp {
  private readonly agent: Agent;
  private readonly timeoutMs: number;
  private readonly maxReplyBytes: number;
  readonly now: () => Date;

  constructor(
    readonly api: PlatformApi,
    private readonly options: ClientOptions,
  ) {
    this.timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    this.maxReplyBytes = options.maxReplyBytes ?? DEFAULT_MAX_REPLY_BYTES;
    this.now = options.now ?? (() => new Date());
    this.agent = new Agent({
      connections: 16,
      connect: { timeout: this.timeoutMs },
      maxHeaderSize: 32 * 1024,
      // However long a platform offers: a call that meets a closing connection is lost, and a renewal with it.
      keepAliveTimeout: KEEP_IDLE_MS,
      keepAliveMaxTimeout: KEEP_IDLE_MS,
    });
  }

  /** Sends the call; `interpret` turns the reply into a result or throws the platform's failure. */
  async perform<T>(call: HttpCall, interpret: (reply: HttpReply) => T): Promise<T> {
    const started = performance.now();
    const record = (outcome: PlatformFailure['kind'] | 'ok') =>
      this.options.onCall?.({
        api: this.api,
        operation: call.operation,
        milliseconds: performance.now() - started,
        outcome,
      });
    try {
      const result = interpret(await this.send(call));
      record('ok');
      return result;
    } catch (error) {
      if (error instanceof PlatformError) record(error.kind);
      throw error;
    }
  }

  /** For platforms without usage headers: they tell of an allowance of the app only when it is used up. */
  reportSpent(bucket: RateUsage['bucket'], regainAt: Date): void {
    this.options.onUsage?.({ api: this.api, scope: 'app', subjectId: null, percent: 100, bucket, regainAt });
  }

  async close(): Promise<void> {
    await this.agent.close();
  }

  private async send(call: HttpCall): Promise<HttpReply> {
    assertNoSecretInAddress(call);
    const work = this.options.signal?.();
    work?.throwIfAborted();
    const deadline = AbortSignal.timeout(this.timeoutMs);
    const signal = work ? AbortSignal.any([deadline, work]) : deadline;
    try {
      const response = await this.agent.request({
        origin: call.url.origin,
        path: call.url.pathname + call.url.search,
        method: call.method,
        headers: headersOf(call),
        body: bodyOf(call),
        signal,
      });
      const reply = await this.read(call, response);
      // A body that is cut off by the deadline may also just end: what came until then is no answer.
      signal.throwIfAborted();
      return reply;
    } catch (error) {
      if (error instanceof PlatformError) throw error;
      work?.throwIfAborted();
      throw this.connectionFailure(call, error, deadline.aborted);
    }
  }

  private async read(call: HttpCall, response: Dispatcher.ResponseData): Promise<HttpReply> {
    const { statusCode: status, headers, body } = response;
    const refuse = (failure: PlatformFailure, note: FailureNote, outcome: CallOutcome = 'unknown') => {
      // An unread body would keep the socket busy; destroying it may report an error that nobody waits for.
      body.on('error', () => undefined).destroy();
      return new PlatformError(failure, { api: this.api, operation: call.operation, status, note }, outcome);
    };
    if (status >= 300 && status < 400) throw refuse({ kind: 'unknown' }, 'redirect_refused', 'answered');
    if (Number(headers['content-length'] ?? 0) > this.maxReplyBytes) {
      throw refuse({ kind: 'unknown' }, 'reply_too_large');
    }
    const text = await readBounded(body, this.maxReplyBytes);
    if (text === null) throw refuse({ kind: 'unknown' }, 'reply_too_large');
    const parsed = parseJson(text);
    if (parsed === undefined) throw refuse(failureByStatus(status, this.now()), 'not_json');
    return { status, headers, body: parsed };
  }

  private connectionFailure(call: HttpCall, error: unknown, timedOut: boolean): PlatformError {
    const code = errorCode(error);
    return new PlatformError(
      { kind: 'transient' },
      { api: this.api, operation: call.operation, note: timedOut ? 'timeout' : 'connection_failed' },
      code !== undefined && NOT_SENT.has(code) ? 'not_sent' : 'unknown',
    );
  }
}

/** For replies that carry no error of the platform's own, such as a proxy's page: the status is all there is. */
export function failureByStatus(status: number, now: Date): PlatformFailure {
  if (status === 429) return { kind: 'throttled', until: new Date(now.getTime() + THROTTLED_WITHOUT_A_TIME_MS) };
  return status >= 500 ? { kind: 'transient' } : { kind: 'unknown' };
}

function headersOf(call: HttpCall): Record<string, string> {
  return {
    accept: 'application/json',
    'user-agent': 'creator-connect',
    ...(call.form && { 'content-type': 'application/x-www-form-urlencoded' }),
    ...(call.json !== undefined && { 'content-type': 'application/json' }),
    // An iterable has no length of its own, and would be sent in chunks.
    ...(call.onSent && { 'content-length': String(Buffer.byteLength(textOf(call) ?? '')) }),
    ...(call.bearer && { authorization: `Bearer ${call.bearer.reveal()}` }),
    ...call.headers,
  };
}

function bodyOf(call: HttpCall): string | Readable | null {
  const text = textOf(call);
  return text === null || !call.onSent ? text : (tellingWhenSent(text, call.onSent) as unknown as Readable);
}

function textOf(call: HttpCall): string | null {
  if (call.form) return new URLSearchParams(call.form).toString();
  return call.json === undefined ? null : JSON.stringify(call.json);
}

/** undici asks for more only after it has written what it got. Its types know no iterables, which it takes. */
async function* tellingWhenSent(text: string, onSent: () => void): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
  onSent();
}

function parseJson(text: string): unknown {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function errorCode(error: unknown): string | undefined {
  const hasCode = typeof error === 'object' && error !== null && 'code' in error;
  return hasCode && typeof error.code === 'string' ? error.code : undefined;
}

/** A token in an address ends up in access logs. That would be a bug here, so it must not leave the process. */
function assertNoSecretInAddress(call: HttpCall): void {
  const address = decodeURIComponent(call.url.href.replace(/\+/g, ' '));
  for (const secret of [call.bearer, ...(call.secrets ?? [])]) {
    if (secret && address.includes(secret.reveal())) throw new TypeError(`${call.operation}: secret in the address`);
  }
}
