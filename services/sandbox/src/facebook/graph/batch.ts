import type { FastifyRequest } from 'fastify';
import { bodyField } from '../../box/parameters';
import type { Facebook } from '../facebook';
import { badParameter, GraphError } from './graph-error';
import { debugToken } from './inspection';

const MOST_ITEMS = 50;

interface BatchItem {
  code: number;
  body: string;
}

/**
 * `POST /` with `batch=[{"method":"GET","relative_url":"…"}]`: several calls in one, their parameters in the body. Here
 * only `debug_token` can be called so, which is how a client keeps the inspected token out of the request line. [CODE, FB26]
 */
export function batch(request: FastifyRequest, facebook: Facebook): BatchItem[] {
  return itemsOf(request).map((item) => {
    try {
      return { code: 200, body: JSON.stringify(carryOut(item, request, facebook)) };
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      const { status, body } = error.answer();
      return { code: status, body: JSON.stringify(body) };
    }
  });
}

function carryOut(item: unknown, request: FastifyRequest, facebook: Facebook): object {
  const { method, relative_url: relative } = item as { method?: unknown; relative_url?: unknown };
  const url = new URL(typeof relative === 'string' ? relative : '', 'http://batch.invalid/');
  const path = url.pathname.replace(/^\/(v\d+\.\d+\/)?/, '');
  if (method !== 'GET' || path !== 'debug_token') throw new GraphError(2500, `Unknown path components: /${path}`);
  // The same caller and headers, the item's own parameters.
  const inner = Object.create(request, { query: { value: Object.fromEntries(url.searchParams) } }) as FastifyRequest;
  return debugToken(inner, facebook);
}

function itemsOf(request: FastifyRequest): unknown[] {
  try {
    const items: unknown = JSON.parse(bodyField(request, 'batch') ?? '');
    if (
      Array.isArray(items) &&
      items.length <= MOST_ITEMS &&
      items.every((item) => typeof item === 'object' && item !== null)
    ) {
      return items;
    }
  } catch {
    // Falls through to the platform's own complaint.
  }
  throw badParameter('batch parameter must be a JSON array');
}
