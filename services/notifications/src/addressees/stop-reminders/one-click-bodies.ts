import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';

interface TakesParsers {
  addContentTypeParser(
    type: string,
    options: { parseAs: 'buffer'; bodyLimit: number },
    parser: (request: unknown, body: unknown, done: (error: null, body: object) => void) => void,
  ): void;
}

/**
 * Mail programs post `List-Unsubscribe=One-Click` as `multipart/form-data` (RFC 8058 §3.2), which Fastify refuses by itself.
 * What it says is what the address says already, so it is taken and not looked at.
 */
@Injectable()
export class OneClickBodies implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<TakesParsers>();
    const options = { parseAs: 'buffer', bodyLimit: 4_096 } as const;
    fastify.addContentTypeParser('multipart/form-data', options, (_request, _body, done) => done(null, {}));
  }
}
