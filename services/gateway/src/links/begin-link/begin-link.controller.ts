import { Controller, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { linkCookie, readCookie } from '../../edge/cookies';
import { edgeFacts } from '../../edge/request-decorators';
import { giveSession } from '../../sessions/session-cookies';
import { linkSessionResponse, sendUnusable } from '../link-answers';
import { LinkSessionResponse } from '../link-session.dto';
import { LinkStandings } from '../link-standing';
import { BeginLinkHandler } from './begin-link.handler';

@ApiTags('link session')
@Controller('v1/link-session')
export class BeginLinkController {
  constructor(
    private readonly standings: LinkStandings,
    private readonly handler: BeginLinkHandler,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Begin with the opened link; mails a code where proof is needed' })
  @ApiCreatedResponse({ type: LinkSessionResponse })
  async begin(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { caller, source } = edgeFacts(request);
    const standing = await this.standings.of(caller, readCookie(request.headers.cookie, linkCookie), source);
    if (!standing) return sendUnusable(reply);
    const open = await this.handler.handle(standing, caller);
    giveSession(reply, open);
    const { proven } = open.session;
    void reply.code(201).send(linkSessionResponse(standing.link, { begun: true, proven, secret: open.token }));
  }
}
