import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { queryList, words } from '../../box/parameters';
import { siteUrl } from '../../ui/sites';
import { badParameter } from '../api-error';
import type { Box } from '../../box/box';

/** `part=a,b` or repeated, as Google's own client writes it. Each kind of resource knows its parts. */
export function partsOf(request: FastifyRequest, known: readonly string[]): string[] {
  const parts = listOf(request, 'part');
  if (parts.length === 0) throw badParameter('missingRequiredParameter', "Missing required parameter: 'part'", 'part');
  const unknown = parts.find((part) => !known.includes(part));
  if (unknown !== undefined) throw badParameter('unknownPart', `'${unknown}'`, 'part');
  return parts;
}

export const listOf = (request: FastifyRequest, name: string): string[] =>
  queryList(request, name).flatMap((text) => words(text, /,/));

/** Kind, etag and id stand in every resource, parts only when asked for. */
export function resource(
  kind: string,
  id: unknown,
  parts: readonly string[],
  values: Record<string, object | undefined>,
): object {
  const chosen = Object.fromEntries(parts.flatMap((part) => (values[part] ? [[part, values[part]] as const] : [])));
  return { kind: `youtube#${kind}`, etag: etagOf({ id, chosen }), id, ...chosen };
}

export const noFilter = (names: string): Error =>
  badParameter('missingRequiredParameter', `No filter selected. Expected one of: ${names}`, 'parameters.');

export const etagOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 27);

export const isoSeconds = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

/** Three sizes under one address: the picture is drawn, not scaled. */
export function thumbnails(box: Box, name: string): object {
  const url = siteUrl(box, 'google', `/cdn/${name.replaceAll('-', '.')}.svg`);
  return {
    default: { url, width: 120, height: 90 },
    medium: { url, width: 320, height: 180 },
    high: { url, width: 480, height: 360 },
  };
}
