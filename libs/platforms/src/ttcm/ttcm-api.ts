import type { z } from 'zod';
import type { ClientOptions } from '../capabilities/client-options';
import { checkedBase, endpoint } from '../http/host-policy';
import { failureByStatus, type HttpCall, PlatformHttp } from '../http/platform-http';
import { PlatformError } from '../platform-error';
import { readAs } from '../schemas';
import type { AccessToken } from '../secret-text';
import {
  isDayLimit,
  SUCCESS_CODES,
  ttcmAnswer,
  type TtcmContext,
  ttcmEnvelopeSchema,
  ttcmFailure,
} from './ttcm-errors';
import { TTCM_DEFAULTS, type TtcmApiConfig } from './ttcm.config';

export interface TtcmRequest<T> extends TtcmContext {
  readonly method: HttpCall['method'];
  /** Ends in a slash: without it the platform answers 404. */
  readonly path: `/${string}/`;
  readonly query?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  /** Absent where the app itself asks. */
  readonly token?: AccessToken;
  /** More that must stand in no error, such as the app's secret. */
  readonly secrets?: readonly AccessToken[];
  /** Of `data`. */
  readonly answer: z.ZodType<T>;
}

/** Calls of TikTok API for Business, for one agency or another. The token travels in `Access-Token`, without "Bearer". */
export class TtcmApi {
  private readonly http: PlatformHttp;
  private readonly base: URL;

  constructor(config: TtcmApiConfig, options: ClientOptions) {
    const root = checkedBase(config.apiUrl ?? TTCM_DEFAULTS.apiUrl, {
      setting: 'apiUrl',
      profile: options.profile,
      hosts: ['business-api.tiktok.com', 'sandbox-ads.tiktok.com'],
    });
    const version = config.apiVersion ?? TTCM_DEFAULTS.apiVersion;
    if (!/^v\d{1,3}\.\d$/.test(version)) throw new TypeError('apiVersion must look like v1.3');
    this.base = endpoint(root, `/${version}`);
    this.http = new PlatformHttp('ttcm', options);
  }

  async call<T>(request: TtcmRequest<T>): Promise<T> {
    const { operation, method, json, token, secrets = [] } = request;
    const call: HttpCall = {
      operation,
      method,
      url: endpoint(this.base, request.path, request.query),
      headers: token ? { 'access-token': token.reveal() } : {},
      secrets: token ? [token, ...secrets] : secrets,
      json,
    };
    return this.http.perform(call, ({ status, body }) => {
      const envelope = ttcmEnvelopeSchema.safeParse(body);
      if (!envelope.success) {
        const answer = { api: 'ttcm', operation, status, note: 'unexpected_shape' } as const;
        throw new PlatformError(failureByStatus(status, this.http.now()), answer, 'unknown');
      }
      if (!SUCCESS_CODES.has(envelope.data.code)) {
        const failure = ttcmFailure(envelope.data, request, this.http.now());
        if (failure.kind === 'throttled') {
          this.http.reportSpent(isDayLimit(envelope.data.message) ? 'day' : 'rate', failure.until);
        }
        throw new PlatformError(failure, ttcmAnswer(envelope.data, operation, status));
      }
      return readAs(request.answer, envelope.data.data, { api: 'ttcm', operation });
    });
  }

  async close(): Promise<void> {
    await this.http.close();
  }
}
