import type { FastifyRequest } from 'fastify';
import { queryField } from '../../box/parameters';
import { badParameter } from '../api-error';

const MOST = 50;
const MARK = 'CA';

/** One page of a list, newest first, with the tokens to its neighbours. Tokens say where a page begins. */
export function pageOf<T>(
  request: FastifyRequest,
  all: readonly T[],
): { begin: number; items: T[]; head: { nextPageToken?: string; prevPageToken?: string; pageInfo: object } } {
  const size = maxResults(request);
  const begin = readToken(queryField(request, 'pageToken'));
  const items = all.slice(begin, begin + size);
  return {
    begin,
    items,
    head: {
      ...(begin + size < all.length ? { nextPageToken: token(begin + size) } : {}),
      ...(begin > 0 ? { prevPageToken: token(Math.max(0, begin - size)) } : {}),
      pageInfo: { totalResults: all.length, resultsPerPage: size },
    },
  };
}

export function maxResults(request: FastifyRequest): number {
  const text = queryField(request, 'maxResults') ?? '5';
  const size = Number(text);
  if (!Number.isInteger(size) || size < 0 || size > MOST) {
    throw badParameter(
      'invalidValue',
      `Invalid value '${text}'. Values must be within the range: [0, ${MOST}]`,
      'maxResults',
    );
  }
  return size;
}

const token = (begin: number): string => MARK + Buffer.from(String(begin)).toString('base64url');

function readToken(text: string | undefined): number {
  if (text === undefined) return 0;
  const begin = Number(Buffer.from(text.slice(MARK.length), 'base64url').toString());
  if (!text.startsWith(MARK) || !Number.isInteger(begin) || begin < 0 || token(begin) !== text) {
    throw badParameter('invalidPageToken', 'The request specifies an invalid page token.', 'pageToken');
  }
  return begin;
}
