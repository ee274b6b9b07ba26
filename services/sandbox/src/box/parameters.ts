import type { FastifyRequest } from 'fastify';

type Bag = Record<string, unknown>;

const bag = (value: unknown): Bag => (typeof value === 'object' && value !== null ? (value as Bag) : {});

/** A parameter that a form or JSON body may carry as well as the query, as most of these APIs accept. */
export function parameter(request: FastifyRequest, name: string): string | undefined {
  return bodyField(request, name) ?? queryField(request, name);
}

export function queryField(request: FastifyRequest, name: string): string | undefined {
  return first(bag(request.query)[name]);
}

export function bodyField(request: FastifyRequest, name: string): string | undefined {
  return first(bag(request.body)[name]);
}

/** A parameter that may stand in the address several times. */
export function queryList(request: FastifyRequest, name: string): string[] {
  return listIn(bag(request.query)[name]);
}

/** A field of a form that may stand there several times (ticked boxes). */
export function bodyList(request: FastifyRequest, name: string): string[] {
  return listIn(bag(request.body)[name]);
}

function listIn(value: unknown): string[] {
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}

export function pathField(request: FastifyRequest, name: string): string {
  return first(bag(request.params)[name]) ?? '';
}

function first(value: unknown): string | undefined {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof one === 'string') return one;
  return typeof one === 'number' || typeof one === 'boolean' ? String(one) : undefined;
}

/** `a,b c` → [a, b, c]: Meta takes commas and spaces between scopes. */
export function words(text: string | undefined, separator: RegExp = /[\s,]+/): string[] {
  return (text ?? '').split(separator).filter((word) => word !== '');
}
