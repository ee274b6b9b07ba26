import { isDeepStrictEqual } from 'node:util';
import { RouteMatcher } from '../routing/match-route';

export interface OpenApiDocument {
  openapi?: string;
  info?: unknown;
  paths?: Record<string, Record<string, unknown>>;
  components?: Record<string, Record<string, unknown>>;
  tags?: unknown[];
}

const methods: Record<string, string> = {
  get: 'GET',
  head: 'HEAD',
  post: 'POST',
  put: 'PUT',
  patch: 'PATCH',
  delete: 'DELETE',
};
const matcher = new RouteMatcher();

/**
 * One description of all public addresses. What the routing table does not route stays out, and equal names of two
 * services' different schemas are told apart by the service's name.
 */
export function mergeOpenApi(parts: readonly { service: string; document: OpenApiDocument }[]): OpenApiDocument {
  const paths: Record<string, Record<string, unknown>> = {};
  const components: Record<string, Record<string, unknown>> = {};
  const taken = new Map<string, unknown>();
  for (const { service, document } of parts) {
    const renamed = renaming(service, document, taken);
    for (const [path, operations] of Object.entries(document.paths ?? {})) {
      const routed = publicOperations(service, path, operations);
      if (Object.keys(routed).length > 0) paths[path] = { ...paths[path], ...(withNames(routed, renamed) as object) };
    }
    for (const [kind, entries] of Object.entries(document.components ?? {})) {
      components[kind] ??= {};
      for (const [name, entry] of Object.entries(entries))
        components[kind][renamed.get(`${kind}/${name}`) ?? name] = withNames(entry, renamed);
    }
  }
  return {
    openapi: '3.0.0',
    info: { title: 'Creator Connect', version: '1', license: { name: 'Apache-2.0' } },
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => a.localeCompare(b))),
    components,
  };
}

function publicOperations(service: string, path: string, operations: Record<string, unknown>): Record<string, unknown> {
  const route = matcher.match(path.replaceAll(/\{\w+\}/g, 'x'));
  if (!route || route.to !== service) return {};
  return Object.fromEntries(
    Object.entries(operations).filter(([key]) => {
      const method = methods[key];
      return method === undefined || route.methods.some((one) => one === method);
    }),
  );
}

function renaming(
  service: string,
  document: OpenApiDocument,
  taken: Map<string, unknown>,
): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>();
  for (const [kind, entries] of Object.entries(document.components ?? {})) {
    for (const [name, entry] of Object.entries(entries)) {
      const key = `${kind}/${name}`;
      if (!taken.has(key)) taken.set(key, entry);
      else if (!areSame(taken.get(key), entry)) renamed.set(key, `${service}_${name}`);
    }
  }
  return renamed;
}

/** What refers to others may mean different ones by the same words. */
const areSame = (one: unknown, other: unknown): boolean =>
  isDeepStrictEqual(one, other) && !JSON.stringify(one).includes('"$ref"');

function withNames(value: unknown, renamed: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => withNames(item, renamed));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      if (key !== '$ref' || typeof item !== 'string') return [key, withNames(item, renamed)];
      const name = /^#\/components\/(.+)$/.exec(item)?.[1];
      const [kind] = name?.split('/') ?? [];
      const other = name === undefined ? undefined : renamed.get(name);
      return [key, other === undefined ? item : `#/components/${kind}/${other}`];
    }),
  );
}
