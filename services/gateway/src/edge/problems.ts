import type { ServerResponse } from 'node:http';
import { type AppError, toProblem } from '@creator-connect/contracts';
import type { PageMaker } from '../refused-pages/refused-pages';

/** Writes a problem document, or the page instead, past the framework, where the answer is already in our own hands. */
export function writeProblem(
  response: ServerResponse,
  error: AppError,
  headers: Readonly<Record<string, string>>,
  pageInstead?: PageMaker,
): void {
  const retryAfter = error.retryAfterSeconds === undefined ? undefined : String(error.retryAfterSeconds);
  const body = JSON.stringify(toProblem(error, headers['x-correlation-id'] ?? ''));
  const page = pageInstead?.(error.status, retryAfter);
  response.writeHead(error.status, {
    ...headers,
    ...(retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    ...page?.headers,
  });
  response.end(page?.body ?? body);
}
