import type { FastifyRequest } from 'fastify';
import { queryField } from '../box/parameters';
import { TtcmError } from './ttcm-error';

const MOST_HANDLES = 20;

/** A JSON body; anything else is refused in the platform's words. */
export function jsonBody(request: FastifyRequest): Record<string, unknown> {
  const { body } = request;
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new TtcmError(40002, 'The body must be a JSON object.');
  return body as Record<string, unknown>;
}

/** Arrays in queries are JSON text: `handle_names=["a","b"]`. [BB] */
export function queryList(request: FastifyRequest, name: string): unknown {
  const text = queryField(request, name);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new TtcmError(40002, `${name}: must be a JSON array of strings.`);
  }
}

export function handlesOf(value: unknown, name = 'handle_names'): string[] {
  if (!Array.isArray(value) || value.length === 0 || value.some((one) => typeof one !== 'string')) {
    throw new TtcmError(40002, `${name}: Missing data for required field.`);
  }
  if (value.length > MOST_HANDLES) throw new TtcmError(40002, `${name}: at most ${MOST_HANDLES} handles.`);
  return value.map(String);
}
