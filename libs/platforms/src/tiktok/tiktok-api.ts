import type { z } from 'zod';
import type { ClientOptions } from '../capabilities/client-options';
import { checkedBase, endpoint } from '../http/host-policy';
import { failureByStatus, type HttpCall, type HttpReply, PlatformHttp } from '../http/platform-http';
import { PlatformError } from '../platform-error';
import { readAs } from '../schemas';
import type { AccessToken } from '../secret-text';
import { tiktokAnswer, type TikTokContext, tiktokErrorSchema, tiktokFailure } from './tiktok-errors';
import { TIKTOK_DEFAULTS, type TikTokReaderConfig } from './tiktok.config';

export interface TikTokRequest<T> extends TikTokContext {
  readonly method: HttpCall['method'];
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly token?: AccessToken;
  readonly form?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly onSent?: (() => void) | undefined;
  readonly answer: z.ZodType<T>;
}

/** Calls of TikTok's open API. The `error` key decides, never the HTTP status alone. */
export class TikTokApi {
  private readonly http: PlatformHttp;
  private readonly base: URL;

  constructor(config: TikTokReaderConfig, options: ClientOptions) {
    this.base = checkedBase(config.openApiUrl ?? TIKTOK_DEFAULTS.openApiUrl, {
      setting: 'openApiUrl',
      profile: options.profile,
      hosts: ['open.tiktokapis.com'],
    });
    this.http = new PlatformHttp('tiktok', options);
  }

  get now(): Date {
    return this.http.now();
  }

  async call<T>(request: TikTokRequest<T>): Promise<T> {
    const { operation, method, token, form, json, onSent } = request;
    const url = endpoint(this.base, request.path, request.query);
    return this.http.perform(
      { operation, method, url, bearer: token, form, json, ...(onSent && { onSent }) },
      (reply) => {
        this.assertSuccess(reply, request);
        return readAs(request.answer, reply.body, { api: 'tiktok', operation });
      },
    );
  }

  async close(): Promise<void> {
    await this.http.close();
  }

  private assertSuccess(reply: HttpReply, context: TikTokContext): void {
    const { operation } = context;
    const parsed = tiktokErrorSchema.safeParse(reply.body);
    if (parsed.success && parsed.data.error.code !== 'ok') {
      const { error } = parsed.data;
      const failure = tiktokFailure(error, context, this.now);
      if (failure.kind === 'throttled') this.http.reportSpent('rate', failure.until);
      throw new PlatformError(failure, tiktokAnswer(error, operation, reply.status));
    }
    if (reply.status >= 400) {
      const answer = { api: 'tiktok' as const, operation, status: reply.status, note: 'unexpected_shape' as const };
      throw new PlatformError(failureByStatus(reply.status, this.now), answer, 'unknown');
    }
  }
}
