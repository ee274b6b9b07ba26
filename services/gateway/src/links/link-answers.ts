import { AppError, gatewayErrors, toProblem } from '@creator-connect/contracts';
import type { FastifyReply } from 'fastify';
import { csrfToken } from '../edge/csrf';
import type { LinkResolution } from '../peers/accounts.port';
import type { LinkSessionResponse } from './link-session.dto';

/**
 * The one answer for unknown, expired, withdrawn and finished links, equal in every byte: even the correlation id stands
 * in the header only.
 */
const unusable = JSON.stringify(
  toProblem(new AppError(gatewayErrors.linkUnusable), '00000000-0000-0000-0000-000000000000'),
);

export function sendUnusable(reply: FastifyReply): void {
  void reply.code(404).type('application/problem+json; charset=utf-8').send(unusable);
}

export interface LinkProgress {
  begun: boolean;
  proven: boolean;
  /** The cookie that the page's token is bound to. */
  secret: string;
}

export function linkSessionResponse(link: LinkResolution, progress: LinkProgress): LinkSessionResponse {
  return {
    organisationName: link.organisationName,
    items: link.items,
    needsProof: link.needsProof,
    proven: progress.proven,
    begun: progress.begun,
    authorizationRequestId: progress.begun ? link.authorizationRequestId : null,
    csrfToken: csrfToken(progress.secret),
    expiresAt: link.expiresAt,
  };
}
