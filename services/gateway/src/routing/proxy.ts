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
}

/** Passes an admitted request on to the service that owns the address, with a signed statement of who makes it. */
@Injectable()
export class Proxy {
  private readonly logger = new Logger(Proxy.name);

  constructor(
    private readonly upstreams: Upstreams,
    private readonly issuer: IdentityIssuer,
    private readonly views: DataViews,
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
    });
  }

  private dispatch(service: ServiceName, reply: FastifyReply, { beforeSuccess, ...message }: Message): void {
    const correlationId = String(message.headers[correlationHeader]);
    const guards = { ...this.guards, [correlationHeader]: correlationId };
    const relay = new ResponseRelay({
      response: reply.raw,
      guards,
      beforeSuccess,
      onUnanswered: (error) => {
        this.logger.warn({ service, method: message.method, correlationId, err: error }, 'a service did not answer');
        writeProblem(reply.raw, new AppError(requestErrors.unavailable, { retryAfterSeconds: 1 }), guards);
      },
    });
    this.upstreams.pool(service).dispatch(message, relay);
  }
}
