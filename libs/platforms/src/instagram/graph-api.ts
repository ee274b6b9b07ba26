import { createHmac } from 'node:crypto';
import type { z } from 'zod';
import type { ClientOptions } from '../capabilities/client-options';
import { checkedBase, endpoint } from '../http/host-policy';
import { failureByStatus, type HttpCall, type HttpReply, PlatformHttp } from '../http/platform-http';
import { PlatformError } from '../platform-error';
import { readAs } from '../schemas';
import type { AccessToken } from '../secret-text';
import { graphUsage, latestRegain } from './graph-usage';
import { graphAnswer, type GraphContext, graphErrorSchema, graphFailure } from './instagram-errors';
import { INSTAGRAM_DEFAULTS, type InstagramReaderConfig } from './instagram.config';

export interface GraphRequest<T> extends Omit<GraphContext, 'purpose'> {
  readonly method?: HttpCall['method'];
  readonly purpose?: GraphContext['purpose'];
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly form?: Readonly<Record<string, string>>;
  /** Absent only where the app's secret in the body authorizes the call. */
  readonly token?: AccessToken;
  readonly answer: z.ZodType<T>;
}

/**
 * Calls of the Graph API: token in the header, `appsecret_proof` with every token, usage headers reported, errors
 * mapped. Plain GET, POST and DELETE only: v26 dropped the method override (Graph API changelog).
 */
export class GraphApi {
  private readonly http: PlatformHttp;
  private readonly base: URL;

  constructor(
    private readonly config: InstagramReaderConfig,
    private readonly options: ClientOptions,
  ) {
    const version = config.apiVersion ?? INSTAGRAM_DEFAULTS.apiVersion;
    if (!/^v\d{1,3}\.\d$/.test(version)) throw new TypeError('apiVersion must look like v25.0');
    const root = checkedBase(config.graphUrl ?? INSTAGRAM_DEFAULTS.graphUrl, {
      setting: 'graphUrl',
      profile: options.profile,
      hosts: ['graph.facebook.com'],
    });
    this.base = endpoint(root, `/${version}`);
    this.http = new PlatformHttp('instagram', options);
  }

  get now(): Date {
    return this.http.now();
  }

  async call<T>(request: GraphRequest<T>): Promise<T> {
    const { token, operation } = request;
    const proof: Record<string, string> = token ? { appsecret_proof: this.proofOf(token) } : {};
    const call: HttpCall = {
      operation,
      method: request.method ?? 'GET',
      url: endpoint(this.base, request.path, request.form ? {} : { ...request.query, ...proof }),
      bearer: token,
      form: request.form && { ...request.form, ...proof },
      secrets: [this.config.appSecret],
    };
    return this.http.perform(call, (reply) => {
      this.assertSuccess(reply, request);
      return readAs(request.answer, reply.body, { api: 'instagram', operation });
    });
  }

  /** Also reports usage. Used again for the answers inside a batch. */
  assertSuccess(reply: HttpReply, request: Omit<GraphContext, 'purpose'> & Partial<GraphContext>): void {
    const usages = graphUsage(reply.headers, this.now);
    for (const usage of usages) this.options.onUsage?.(usage);
    const { operation } = request;
    const parsed = graphErrorSchema.safeParse(reply.body);
    if (parsed.success) {
      const { error } = parsed.data;
      const context: GraphContext = { purpose: 'person', ...request };
      const { failure, note } = graphFailure(error, context, this.now, latestRegain(usages));
      throw new PlatformError(failure, graphAnswer(error, operation, reply.status, note));
    }
    if (reply.status >= 400) {
      const answer = { api: 'instagram' as const, operation, status: reply.status, note: 'unexpected_shape' as const };
      throw new PlatformError(failureByStatus(reply.status, this.now), answer, 'unknown');
    }
  }

  async close(): Promise<void> {
    await this.http.close();
  }

  /** Meta, Securing Graph API calls: hex HMAC-SHA256 of the token, keyed with the app secret. */
  private proofOf(token: AccessToken): string {
    return createHmac('sha256', this.config.appSecret.reveal()).update(token.reveal()).digest('hex');
  }
}
