import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { newId } from '@creator-connect/contracts';
import { runInContext } from './request-context';

export const correlationHeader = 'x-correlation-id';

const wellFormed = /^[\w-]{8,64}$/;
const traceContext = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/**
 * Connect-style middleware (Express, and Fastify's raw pair through Nest): takes a well-formed correlation id over, makes
 * one otherwise, answers with it, and runs the rest of the request in its context.
 */
export function correlate(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  const given = request.headers[correlationHeader];
  const correlationId = typeof given === 'string' && wellFormed.test(given) ? given : newId();
  response.setHeader(correlationHeader, correlationId);
  const trace = request.headers['traceparent'];
  const traceparent = typeof trace === 'string' && traceContext.test(trace) ? trace : newTrace();
  runInContext({ correlationId, causationId: correlationId, traceparent }, next);
}

/** W3C Trace Context §3.2: version, trace id, parent id, flags (01 = sampled). */
function newTrace(): string {
  return `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`;
}
