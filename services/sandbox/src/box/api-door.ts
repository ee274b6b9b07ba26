import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Box } from './box';
import type { FaultDetail, FaultTarget } from './faults';
import { withoutTokens } from './leaks';
import { log } from './log';
import type { PretendedPlatform } from './platform';
import { withPrivateFields } from './private-fields';
import { fingerprint, randomText } from './secrets';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Name of the API operation in the call log and in faults, e.g. `graph.media.insights`. */
    operation?: string;
  }
  interface FastifyRequest {
    /** Set by handlers that learn on the way whom the call is about, or what went wrong in the platform's own words. */
    apiCall: { persona?: string; error?: string; fault?: string };
  }
}

/** How one platform speaks: where its callers put tokens, and how it words the failures that can be scripted. */
export interface ApiVoice {
  platform: PretendedPlatform;
  tokenOf(request: FastifyRequest): string | undefined;
  personaOf(token: string): string | undefined;
  /** Where one route serves several operations: the finer name. */
  operationOf?(request: FastifyRequest, declared: string): string;
  fail(request: FastifyRequest, fault: FaultDetail<'status' | 'throttle' | 'token_invalid' | 'error'>): FailedAnswer;
  /** Words an error that a handler threw; anything unknown is a bug of ours and is answered as the platform's own. */
  word(error: unknown): FailedAnswer | undefined;
  /** A body that can not be read at all. */
  malformed(message: string): FailedAnswer;
}

export interface FailedAnswer {
  status: number;
  body: unknown;
  error: string;
  headers?: Record<string, string>;
}

/** Marks the calls within a batch: they came in a body, so what stands in their address is no leak. */
export const BATCH_PASS = 'x-sandbox-batch';
export const batchPass = randomText(12);
const isWithinBatch = (request: FastifyRequest): boolean => request.headers[BATCH_PASS] === batchPass;

/** Every API call passes here: request line checked for secrets, scripted faults played, the answer logged. */
export function openApiDoor(scope: FastifyInstance, box: Box, voice: ApiVoice): void {
  scope.addHook('onRequest', async (request) => {
    request.apiCall = {};
    if (isWithinBatch(request)) return;
    box.leaks.look(voice.platform, request.method, request.raw.url ?? '', new Date().toISOString());
  });

  scope.addHook('preHandler', async (request, reply) => {
    const target = targetOf(request, voice);
    const latency = box.faults.take(['latency'], target);
    if (latency) {
      request.apiCall.fault = 'latency';
      await sleep(latency.milliseconds);
    }
    const fault = box.faults.take(['drop_request', 'status', 'throttle', 'token_invalid', 'error'], target);
    if (!fault) return;
    request.apiCall.fault = fault.kind;
    if (fault.kind === 'drop_request') {
      if (isWithinBatch(request)) return reply.header(BATCH_PASS, 'cut').code(503).send();
      record(box, voice, request, 0);
      return cut(reply);
    }
    return answer(request, reply, voice.fail(request, fault));
  });

  scope.addHook('onSend', async (request, reply, payload) => {
    const dropped = box.faults.take(['drop_response'], targetOf(request, voice)) !== undefined;
    if (dropped) request.apiCall.fault = 'drop_response';
    const surplus = box.faults.take(['private_fields'], targetOf(request, voice));
    if (surplus) request.apiCall.fault = surplus.kind;
    record(box, voice, request, reply.statusCode, reply.elapsedTime);
    // The handler has done its work: the platform changed, only the caller never hears of it.
    if (dropped && isWithinBatch(request)) void reply.header(BATCH_PASS, 'cut');
    else if (dropped) request.raw.socket.destroy();
    return surplus && typeof payload === 'string' ? withPrivateFields(payload, surplus.text) : payload;
  });

  scope.setErrorHandler((error, request, reply) => {
    const worded = voice.word(error) ?? (isCallersFault(error) ? voice.malformed(error.message) : undefined);
    if (worded) return answer(request, reply, worded);
    log('error', 'unexpected failure', {
      operation: operationOf(request, voice),
      cause: error instanceof Error ? error.stack : 'unknown',
    });
    return answer(request, reply, voice.fail(request, { kind: 'status', status: 500 }));
  });
}

/** Fastify's own refusals: broken JSON, unknown content type, too large. */
function isCallersFault(error: unknown): error is Error {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 0;
  return status >= 400 && status < 500;
}

function answer(request: FastifyRequest, reply: FastifyReply, failed: FailedAnswer): FastifyReply {
  request.apiCall.error = failed.error;
  return reply
    .code(failed.status)
    .headers(failed.headers ?? {})
    .send(failed.body);
}

function cut(reply: FastifyReply): FastifyReply {
  reply.hijack();
  reply.raw.destroy();
  return reply;
}

function targetOf(request: FastifyRequest, voice: ApiVoice): FaultTarget {
  const token = voice.tokenOf(request);
  return {
    platform: voice.platform,
    operation: operationOf(request, voice),
    path: pathOf(request),
    persona: request.apiCall.persona ?? (token === undefined ? undefined : voice.personaOf(token)),
  };
}

function record(box: Box, voice: ApiVoice, request: FastifyRequest, status: number, milliseconds = 0): void {
  const token = voice.tokenOf(request);
  const { persona } = targetOf(request, voice);
  const { error, fault } = request.apiCall;
  box.calls.add({
    at: new Date().toISOString(),
    platform: voice.platform,
    operation: operationOf(request, voice),
    method: request.method,
    path: withoutTokens(pathOf(request)),
    status,
    ...(error === undefined ? {} : { error }),
    ...(persona === undefined ? {} : { persona }),
    ...(token === undefined ? {} : { tokenFingerprint: fingerprint(token) }),
    ...(fault === undefined ? {} : { fault }),
    milliseconds: Math.round(milliseconds * 10) / 10,
  });
}

function operationOf(request: FastifyRequest, voice: ApiVoice): string {
  const declared = request.routeOptions.config.operation ?? 'unknown';
  return voice.operationOf?.(request, declared) ?? declared;
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? '';
}
