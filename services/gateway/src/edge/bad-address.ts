import { AppError, newId, requestErrors } from '@creator-connect/contracts';
import { correlationHeader } from '@creator-connect/observability';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GatewayConfig } from '../gateway.config';
import { RefusedPages } from '../refused-pages/refused-pages';
import { writeProblem } from './problems';
import { securityHeaders } from './security-headers';

/** An address that can not be decoded leads nowhere. Fastify refuses it before any hook of ours, and would do so in its own words. */
export function refuseBadAddress(config: GatewayConfig) {
  const guards = securityHeaders({ images: config.IMAGE_SOURCES });
  const pages = new RefusedPages(config);
  return (_error: Error, request: FastifyRequest, reply: FastifyReply): void => {
    const correlationId = newId();
    const page = pages.insteadFor(request, reply.header(correlationHeader, correlationId));
    const headers = { ...guards, [correlationHeader]: correlationId };
    writeProblem(reply.raw, new AppError(requestErrors.notFound), headers, page);
  };
}
