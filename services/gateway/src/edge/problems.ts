import type { ServerResponse } from 'node:http';
import { type AppError, toProblem } from '@creator-connect/contracts';

/** Writes a problem document past the framework, where the answer is already in our own hands. */
export function writeProblem(
  response: ServerResponse,
  error: AppError,
  headers: Readonly<Record<string, string>>,
): void {
  const body = JSON.stringify(toProblem(error, headers['x-correlation-id'] ?? ''));
  response.writeHead(error.status, {
    ...headers,
    ...(error.retryAfterSeconds === undefined ? {} : { 'retry-after': String(error.retryAfterSeconds) }),
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}
