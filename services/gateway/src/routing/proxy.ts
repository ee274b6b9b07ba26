import { AppError, requestErrors } from '@creator-connect/contracts';
import { correlationHeader } from '@creator-connect/observability';
import { IdentityIssuer } from '@creator-connect/security';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { assertLinkAllowsChange } from '../edge/admission';
import { DataViews } from '../data-views/data-views';
import { writeProblem } from '../edge/problems';
import { edgeFacts } from '../edge/request-decorators';
import { SECURITY_HEADERS, type SecurityHeaders } from '../edge/security-headers';
import { type PageMaker, RefusedPages } from '../refused-pages/refused-pages';
import { requestHeaders } from './forward-headers';
import { ResponseRelay } from './response-relay';
import type { Method, ServiceName } from './routing-table';
import { Upstreams } from './upstreams';

interface Message {
  path: string;
  method: Method;
  headers: Record<string, string | string[]>;
  body: Buffer | null;
  beforeSuccess: (() => Promise<void>) | undefined;
  pageInstead: PageMaker | undefined;
}

/** Passes an admitted request on to the service that owns the address, with a signed statement of who makes it. */
@Injectable()
export class Proxy {
  private readonly logger = new Logger(Proxy.name);

  constructor(
    private readonly upstreams: Upstreams,
    private readonly issuer: IdentityIssuer,
    private readonly views: DataViews,
    private readonly pages: RefusedPages,
    @Inject(SECURITY_HEADERS) private readonly guards: SecurityHeaders,
  ) {}

  async forward(service: ServiceName, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { route, caller, address } = edgeFacts(request);
    const safe = request.method === 'GET' || request.method === 'HEAD';
    if (caller.kind === 'session' && !safe) assertLinkAllowsChange(caller);
    const known = caller.kind === 'anonymous' ? undefined : caller.identity;
    const correlationId = String(reply.getHeader(correlationHeader));
    const identity = known && (await this.issuer.issue(known, service));
    const headers = requestHeaders(request.headers, { correlationId, address, identity, cookies: route.cookies ?? [] });

    reply.hijack();
    this.dispatch(service, reply, {
      path: request.url,
      method: request.method as Method,
      headers,
      body: request.body instanceof Buffer ? request.body : null,
      beforeSuccess: request.method === 'GET' ? this.views.due(known, request.url) : undefined,
      pageInstead: this.pages.insteadFor(request, reply),
    });
  }

  private dispatch(service: ServiceName, reply: FastifyReply, message: Message): void {
    const { beforeSuccess, pageInstead, ...sent } = message;
    const correlationId = String(sent.headers[correlationHeader]);
    const guards = { ...this.guards, [correlationHeader]: correlationId };
    const relay = new ResponseRelay({
      response: reply.raw,
      guards,
      beforeSuccess,
      pageInstead,
      onUnanswered: (error) => {
        this.logger.warn({ service, method: sent.method, correlationId, err: error }, 'a service did not answer');
        const unavailable = new AppError(requestErrors.unavailable, { retryAfterSeconds: 1 });
        writeProblem(reply.raw, unavailable, guards, pageInstead);
      },
    });
    this.upstreams.pool(service).dispatch(sent, relay);
  }
}
