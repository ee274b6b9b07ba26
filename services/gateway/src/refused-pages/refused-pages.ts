import { correlationHeader } from '@creator-connect/observability';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../edge/caller';
import { localesOf } from '../edge/request-locales';
import { splitUrl } from '../edge/request-path';
import { contentSecurityPolicy, newNonce } from '../edge/security-headers';
import { GATEWAY_CONFIG, type GatewayConfig } from '../gateway.config';
import { refusedPage } from './refused-page';

/** Where a platform sends the browser back. */
const callback = /^\/oauth\/[a-z]+\/callback$/;

/** `retryAfter` as in the header. */
export type PageMaker = (status: number, retryAfter: string | undefined) => Page;

export interface Page {
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** A person who opened an address is answered with a page; programs get a problem document. */
export function asksForPage({ method, headers }: Pick<FastifyRequest, 'method' | 'headers'>): boolean {
  return method === 'GET' && headers.accept?.includes('text/html') === true;
}

export function isProblem(contentType: unknown): boolean {
  return typeof contentType === 'string' && contentType.startsWith('application/problem+json');
}

/** Where each connects accounts: pages of the web app. Whoever is not known here came by a link, as most do. */
const places: Readonly<Record<string, string>> = { influencer: '/dashboard', applicant: '/apply', member: '/' };

function beganBy(caller: Caller | undefined): string {
  return (caller?.kind === 'session' && places[caller.open.session.kind]) || '/connect';
}

/** Pages instead of problem documents. Addresses of the API answer in its own form, whoever opens them. */
@Injectable()
export class RefusedPages {
  constructor(@Inject(GATEWAY_CONFIG) private readonly config: GatewayConfig) {}

  /** Makes the page for a refusal of this request, or is nothing where a problem document is right. */
  insteadFor(request: FastifyRequest, reply: FastifyReply): PageMaker | undefined {
    const { path } = splitUrl(request.url);
    if (!asksForPage(request) || path.startsWith('/v1/')) return undefined;
    return (status, retryAfter) => {
      const nonce = newNonce();
      const isCallback = callback.test(path);
      const body = refusedPage({
        status,
        retryAfterSeconds: Number(retryAfter) || 0,
        correlationId: String(reply.getHeader(correlationHeader)),
        began: isCallback ? beganBy(request.edge?.caller) : undefined,
        locales: localesOf(request),
        publicUrl: new URL(this.config.PUBLIC_URL).origin,
        nonce,
      });
      const headers = {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': contentSecurityPolicy({ images: '' }, nonce),
        'cache-control': 'no-store',
        // The address carries the code and the state.
        ...(isCallback && { 'referrer-policy': 'no-referrer' }),
        'content-length': String(Buffer.byteLength(body)),
      };
      return { headers, body };
    };
  }
}
