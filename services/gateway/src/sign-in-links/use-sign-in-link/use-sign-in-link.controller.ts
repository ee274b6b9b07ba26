import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../../edge/caller';
import { CurrentCaller, RequestSource } from '../../edge/request-decorators';
import { KnownDevices } from '../../known-devices/known-devices';
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
    private readonly devices: KnownDevices,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Sign in with the token of a mailed link' })
  @ApiCreatedResponse({ type: SessionResponse })
  async use(
    @Body() request: UseSignInLinkRequest,
    @RequestSource() source: string,
    @CurrentCaller() caller: Caller,
    @Req() http: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    const open = await this.handler.handle(request.token, source, caller);
    giveSession(reply, open);
    await this.devices.welcome(open.session, http, reply);
    return this.view.handle(open);
  }
}
