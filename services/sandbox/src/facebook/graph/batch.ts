import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { BATCH_PASS, batchPass } from '../../box/api-door';
import { bodyField, pathField } from '../../box/parameters';
import type { Facebook } from '../facebook';
import { checkProof, isAppToken, tokenOf } from './caller';
import { badParameter, GraphError } from './graph-error';

const MOST = 50;

interface Part {
  method: 'GET' | 'POST' | 'DELETE';
  relativeUrl: string;
  body?: string;
}

/**
 * `POST /{v}/` with `batch=[{method, relative_url, body}]`: several calls in one. Each is answered on its own, with its
 * code, headers and its body as text; the batch itself is 200. Tokens within travel in the body, not in an address. [K]
 */
export function batchHandler(scope: FastifyInstance, facebook: Facebook) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const token = tokenOf(request);
    if (token === undefined)
      throw new GraphError(104, 'An access token is required to request this resource.', { status: 401 });
    if (!isAppToken(facebook, token) || bodyField(request, 'appsecret_proof') !== undefined)
      checkProof(request, facebook, token);
    const version = pathField(request, 'version');
    const withHeaders = bodyField(request, 'include_headers') !== 'false';
    const answers: object[] = [];
    for (const part of readParts(request)) {
      const answer = await scope.inject({
        method: part.method,
        url: `/graph${version === '' ? '' : `/${version}`}/${addProof(part.relativeUrl, bodyField(request, 'appsecret_proof'))}`,
        headers: {
          authorization: `Bearer ${token}`,
          [BATCH_PASS]: batchPass,
          ...(part.body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        },
        ...(part.body === undefined ? {} : { payload: part.body }),
      });
      // A scripted cut within a batch cuts the line that everything travels on.
      if (answer.headers[BATCH_PASS] === 'cut') request.raw.socket.destroy();
      const headers = Object.entries(answer.headers).map(([name, value]) => ({ name, value: String(value) }));
      answers.push({ code: answer.statusCode, ...(withHeaders ? { headers } : {}), body: answer.body });
    }
    return reply.send(answers);
  };
}

/** JSON text in a form; in a JSON body, as Meta's own SDK sends it, the list itself. */
function readParts(request: FastifyRequest): Part[] {
  const text = bodyField(request, 'batch');
  let parts: unknown = (request.body as { batch?: unknown } | null)?.batch;
  try {
    if (text !== undefined) parts = JSON.parse(text);
  } catch {
    throw badParameter('param batch must be an array.');
  }
  if (!Array.isArray(parts) || parts.length === 0) throw badParameter('param batch must be an array.');
  if (parts.length > MOST) throw badParameter(`Too many requests in batch message. Maximum batch size is ${MOST}`);
  return parts.map((part: unknown) => {
    const { method, relative_url: relativeUrl, body } = (part ?? {}) as Record<string, unknown>;
    if (method !== 'GET' && method !== 'POST' && method !== 'DELETE') throw badParameter('Invalid method in batch');
    if (typeof relativeUrl !== 'string') throw badParameter('relative_url is missing in batch');
    return { method, relativeUrl: relativeUrl.replace(/^\/+/, ''), ...(typeof body === 'string' ? { body } : {}) };
  });
}

/** The proof of the batch's token holds for the calls within. */
function addProof(relativeUrl: string, proof: string | undefined): string {
  if (proof === undefined || relativeUrl.includes('appsecret_proof=')) return relativeUrl;
  return `${relativeUrl}${relativeUrl.includes('?') ? '&' : '?'}appsecret_proof=${proof}`;
}
