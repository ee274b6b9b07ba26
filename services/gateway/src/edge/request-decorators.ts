import { AppError, requestErrors } from '@creator-connect/contracts';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Route } from '../routing/routing-table';
import type { Caller, SessionCaller } from './caller';

/** What admission found out about a request before any handler ran. */
export interface EdgeFacts {
  route: Route;
  caller: Caller;
  address: string;
  /** Counted by limits: the client's address or network. */
  source: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    edge?: EdgeFacts;
  }
}

/** Facts of an admitted request. A request that was never admitted has no business in a handler. */
export function edgeFacts(request: FastifyRequest): EdgeFacts {
  if (!request.edge) throw new Error('the request was not admitted');
  return request.edge;
}

const facts = (context: ExecutionContext) => edgeFacts(context.switchToHttp().getRequest<FastifyRequest>());

export const CurrentCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext): Caller => facts(context).caller,
);

/** The caller's session; 401 without one, also for API keys. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext): SessionCaller => {
  const { caller } = facts(context);
  if (caller.kind !== 'session') throw new AppError(requestErrors.unauthenticated);
  return caller;
});

export const RequestSource = createParamDecorator(
  (_: unknown, context: ExecutionContext): string => facts(context).source,
);
