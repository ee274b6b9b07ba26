import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { linkCookie, readCookie } from '../../edge/cookies';
import { edgeFacts } from '../../edge/request-decorators';
import { linkSessionResponse, sendUnusable } from '../link-answers';
import { LinkSessionResponse } from '../link-session.dto';
import { LinkStandings } from '../link-standing';

/** What the page after an opened link shows. Changes nothing. */
@ApiTags('link session')
@Controller('v1/link-session')
export class ViewLinkController {
  constructor(private readonly standings: LinkStandings) {}

  @Get()
  @ApiOperation({ summary: 'What the opened authorization link is for' })
  @ApiOkResponse({ type: LinkSessionResponse })
  async view(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { caller, source } = edgeFacts(request);
    const linkToken = readCookie(request.headers.cookie, linkCookie);
    const standing = await this.standings.of(caller, linkToken, source);
    if (!standing) return sendUnusable(reply);
    const session = caller.kind === 'session' ? caller.open : undefined;
    void reply.send(
      linkSessionResponse(standing.link, {
        begun: standing.begun !== undefined,
        proven: standing.invited !== undefined || (standing.begun?.open.session.proven ?? false),
        secret: session?.token ?? linkToken!,
      }),
    );
  }
}
