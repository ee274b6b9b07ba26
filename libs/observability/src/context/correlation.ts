import type { IncomingMessage, ServerResponse } from 'node:http';
import { newId } from '@creator-connect/contracts';
import { runInContext } from './request-context';

export const correlationHeader = 'x-correlation-id';

const wellFormed = /^[\w-]{8,64}$/;

/**
 * Connect-style middleware (Express, and Fastify's raw pair through Nest): takes a well-formed correlation id over, makes
 * one otherwise, answers with it, and runs the rest of the request in its context.
 */
export function correlate(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  const given = request.headers[correlationHeader];
  const correlationId = typeof given === 'string' && wellFormed.test(given) ? given : newId();
  response.setHeader(correlationHeader, correlationId);
  runInContext({ correlationId, causationId: correlationId }, next);
}
