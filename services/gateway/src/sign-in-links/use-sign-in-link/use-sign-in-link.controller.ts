import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Caller } from '../../edge/caller';
import { CurrentCaller, RequestSource } from '../../edge/request-decorators';
import { SessionResponse } from '../../sessions/current-session/current-session.dto';
import { CurrentSessionHandler } from '../../sessions/current-session/current-session.handler';
import { giveSession } from '../../sessions/session-cookies';
import { UseSignInLinkRequest } from './use-sign-in-link.dto';
import { UseSignInLinkHandler } from './use-sign-in-link.handler';

@ApiTags('sessions')
@Controller('v1/sessions/sign-in-link')
export class UseSignInLinkController {
  constructor(
    private readonly handler: UseSignInLinkHandler,
    private readonly view: CurrentSessionHandler,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Sign in with the token of a mailed link' })
  @ApiCreatedResponse({ type: SessionResponse })
  async use(
    @Body() request: UseSignInLinkRequest,
    @RequestSource() source: string,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    const open = await this.handler.handle(request.token, source, caller);
    giveSession(reply, open);
    return this.view.handle(open);
  }
}
