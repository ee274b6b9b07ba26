import { correlationHeader } from '@creator-connect/observability';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { edgeFacts } from '../edge/request-decorators';
import { SECURITY_HEADERS, type SecurityHeaders } from '../edge/security-headers';
import { LiveStream } from './live-stream';
import { LiveUpdates } from './live-updates';

const idShape = /^[A-Za-z0-9-]{1,64}$/;

@ApiTags('live updates')
@Controller('v1/events')
export class LiveUpdatesController {
  constructor(
    private readonly updates: LiveUpdates,
    @Inject(SECURITY_HEADERS) private readonly guards: SecurityHeaders,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Account, invitation and message events of your organisation as server-sent events' })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ schema: { type: 'string' } })
  events(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const { caller } = edgeFacts(request);
    const { authorization, cookie } = request.headers;
    const given = request.headers['last-event-id'];
    const lastEventId = typeof given === 'string' && idShape.test(given) ? given : undefined;
    const stream = new LiveStream(reply.raw);
    const correlationId = String(reply.getHeader(correlationHeader));
    const close = this.updates.follow(
      caller,
      { authorization, cookie },
      {
        lastEventId,
        start: () => {
          reply.hijack();
          stream.open({ ...this.guards, [correlationHeader]: correlationId });
          return stream;
        },
      },
    );
    reply.raw.once('close', close);
  }
}
