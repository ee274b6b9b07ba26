import { AppError, requestErrors, toProblem } from '@creator-connect/contracts';
import { asAppError, correlationHeader } from '@creator-connect/observability';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { OrganisationTurns } from '../limits/organisation-turns';
import { asksForPage, isProblem, RefusedPages } from '../refused-pages/refused-pages';
import { Proxy } from '../routing/proxy';
import { WebApp } from '../web-app/web-app';
import { Admission } from './admission';
import { memberOf } from './caller';
import { edgeFacts, type EdgeFacts } from './request-decorators';
import { SECURITY_HEADERS, type SecurityHeaders } from './security-headers';

const logger = new Logger('Edge');
const forwarded = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * Puts the gate before everything Fastify does. It works on plain hooks, since it must come before a body is parsed, and
 * hold for addresses that have no controller here.
 */
export async function installEdge(app: NestFastifyApplication): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const admission = app.get(Admission);
  const guards = app.get<SecurityHeaders>(SECURITY_HEADERS);
  const webApp = app.get(WebApp);
  const turns = app.get(OrganisationTurns);
  const pages = app.get(RefusedPages);

  const pageOf = (request: FastifyRequest, reply: FastifyReply) =>
    pages.insteadFor(request, reply)?.(reply.statusCode, reply.getHeader('retry-after')?.toString());

  fastify.decorateRequest('edge', undefined);
  fastify.addHook('onSend', async (request, reply, payload) => {
    const page = isProblem(reply.getHeader('content-type')) && pageOf(request, reply);
    if (page) void reply.headers(page.headers);
    for (const name in guards) if (!reply.hasHeader(name)) void reply.header(name, guards[name]);
    return page ? page.body : payload;
  });
  fastify.addHook('onRequest', async (request, reply) => {
    try {
      request.edge = await admission.admit({
        method: request.method,
        url: request.url,
        headers: request.headers,
        socketAddress: request.socket.remoteAddress ?? '',
      });
      await takeTurn(turns, request.edge, reply);
    } catch (error) {
      if (!asksForPage(request) || asAppError(error).code !== requestErrors.notFound.code) throw error;
      return webApp.sendNowhere(reply);
    }
  });
  await installForwarding(app, fastify);
}

/** Until the answer is out, or nobody waits for it any more. */
async function takeTurn(turns: OrganisationTurns, { route, caller }: EdgeFacts, { raw }: FastifyReply): Promise<void> {
  // Guests take no turn: a stranger could hold one, and the members would wait.
  const organisation = memberOf(caller);
  if (organisation === undefined || route.to === 'web' || route.endless) return;
  const end = await turns.take(organisation);
  if (raw.closed || raw.destroyed) end();
  else raw.once('close', end);
}

/** Whatever has no controller here goes to the service or the web app that the routing table names. */
async function installForwarding(app: NestFastifyApplication, fastify: FastifyInstance): Promise<void> {
  const proxy = app.get(Proxy);
  const webApp = app.get(WebApp);
  await webApp.install(fastify);
  await fastify.register(async (scope) => {
    // Bodies travel as they came: a webhook's signature covers its very bytes.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    // Nest's own filter answers for the controllers; this scope is not Nest's.
    scope.setErrorHandler(sendProblem);
    scope.route({
      method: forwarded,
      url: '/*',
      handler: async (request: FastifyRequest, reply: FastifyReply) => {
        const { to } = edgeFacts(request).route;
        if (to === 'web') return webApp.send(request, reply);
        if (to === 'gateway') throw new AppError(requestErrors.notFound);
        await proxy.forward(to, request, reply);
        return reply;
      },
    });
  });
}

function sendProblem(thrown: unknown, _request: FastifyRequest, reply: FastifyReply): void {
  const error = asAppError(thrown);
  if (error.kind === 'bug') logger.error({ err: thrown }, 'a request failed');
  if (error.retryAfterSeconds !== undefined) void reply.header('retry-after', error.retryAfterSeconds);
  void reply
    .code(error.status)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(toProblem(error, String(reply.getHeader(correlationHeader)))));
}
