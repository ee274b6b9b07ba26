import type { Request } from 'express';

/** The service leaves the bodies of the platforms' messages unread (`rawBodies` in start-oauth.ts). */
export function bytesOf(request: Request): Buffer {
  const body: unknown = request.body;
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}
