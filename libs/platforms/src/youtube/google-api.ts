import type { z } from 'zod';
import type { ClientOptions } from '../capabilities/client-options';
import { failureByStatus, type HttpCall, type HttpReply, PlatformHttp } from '../http/platform-http';
import { PlatformError } from '../platform-error';
import { readAs } from '../schemas';
import type { AccessToken } from '../secret-text';
import { googleAnswer, type GoogleContext, googleErrorSchema, googleFailure, isDayQuota } from './google-errors';

export interface GoogleRequest<T> extends GoogleContext {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly token?: AccessToken;
  /** Sent as `X-Goog-Api-Key`: as a parameter it would stand in the address. */
  readonly apiKey?: AccessToken;
  readonly form?: Readonly<Record<string, string>>;
  readonly secrets?: readonly AccessToken[];
  readonly answer: z.ZodType<T>;
}

/** Calls of Google's OAuth and of both YouTube APIs; the `reason` decides, never the HTTP status alone. */
export class GoogleApi {
  private readonly http: PlatformHttp;

  constructor(options: ClientOptions) {
    this.http = new PlatformHttp('youtube', options);
  }

  get now(): Date {
    return this.http.now();
  }

  async call<T>(request: GoogleRequest<T>): Promise<T> {
    const { operation, method, url, token, apiKey, form } = request;
    const call: HttpCall = {
      operation,
      method,
      url,
      bearer: token,
      form,
      ...(apiKey && { headers: { 'x-goog-api-key': apiKey.reveal() } }),
      secrets: [...(request.secrets ?? []), ...(apiKey ? [apiKey] : [])],
    };
    return this.http.perform(call, (reply) => {
      this.assertSuccess(reply, request);
      return readAs(request.answer, reply.body, { api: 'youtube', operation });
    });
  }

  async close(): Promise<void> {
    await this.http.close();
  }

  private assertSuccess(reply: HttpReply, context: GoogleContext): void {
    if (reply.status < 400) return;
    const { operation } = context;
    const parsed = googleErrorSchema.safeParse(reply.body);
    if (!parsed.success) {
      const answer = { api: 'youtube', operation, status: reply.status, note: 'unexpected_shape' } as const;
      throw new PlatformError(failureByStatus(reply.status, this.now), answer, 'unknown');
    }
    const named = googleFailure(parsed.data, context, this.now);
    const failure = named.kind === 'unknown' ? failureByStatus(reply.status, this.now) : named;
    if (failure.kind === 'throttled') {
      // Search has a bucket of its own.
      const bucket = !isDayQuota(parsed.data.reason) ? 'rate' : operation === 'search' ? 'searches' : 'units';
      this.http.reportSpent(bucket, failure.until);
    }
    throw new PlatformError(failure, googleAnswer(parsed.data, operation, reply.status));
  }
}
