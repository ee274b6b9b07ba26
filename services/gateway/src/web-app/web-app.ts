import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { AppError, requestErrors } from '@creator-connect/contracts';
import fastifyStatic from '@fastify/static';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { splitUrl } from '../edge/request-path';
import { contentSecurityPolicy, newNonce } from '../edge/security-headers';
import { GATEWAY_CONFIG, type GatewayConfig } from '../gateway.config';

/** Stands in index.html where the page tells its style tags the nonce of this one answer. */
const noncePlaceholder = '__CSP_NONCE__';
const file = /\.[a-z0-9]{2,5}$/i;

/** The built web app: hashed files that never change, and one page for every address its router knows. */
@Injectable()
export class WebApp {
  private readonly root: string | undefined;

  constructor(@Inject(GATEWAY_CONFIG) private readonly config: GatewayConfig) {
    const root = config.WEB_DIR && resolve(config.WEB_DIR);
    if (root && existsSync(join(root, 'index.html'))) {
      this.root = root;
    } else if (root) {
      new Logger(WebApp.name).warn('WEB_DIR holds no index.html: only the API is served');
    }
  }

  async install(fastify: FastifyInstance): Promise<void> {
    if (this.root) await fastify.register(fastifyStatic, { root: this.root, serve: false, preCompressed: true });
  }

  async send(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    if (this.root === undefined) throw new AppError(requestErrors.notFound);
    const { path } = splitUrl(request.url);
    return file.test(path) ? this.sendFile(path, reply) : this.sendPage(this.root, reply);
  }

  /** For an address that leads nowhere; the app's own router says so in words. */
  async sendNowhere(reply: FastifyReply): Promise<FastifyReply> {
    if (this.root === undefined) throw new AppError(requestErrors.notFound);
    return this.sendPage(this.root, reply.code(404));
  }

  private sendFile(path: string, reply: FastifyReply): FastifyReply {
    const hashed = path.startsWith('/assets/');
    return reply.sendFile(path.slice(1), hashed ? { maxAge: '365d', immutable: true } : { maxAge: '1h' });
  }

  /** Read anew each time, so that a web app built beside a running gateway is served at once; it is a kilobyte. */
  private async sendPage(root: string, reply: FastifyReply): Promise<FastifyReply> {
    const page = await readFile(join(root, 'index.html'), 'utf8');
    const nonce = newNonce();
    return reply
      .header('content-security-policy', contentSecurityPolicy({ images: this.config.IMAGE_SOURCES }, nonce))
      .type('text/html; charset=utf-8')
      .send(page.replaceAll(noncePlaceholder, nonce));
  }
}
