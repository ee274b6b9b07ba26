import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../../edge/caller';
import { CurrentCaller, RequestSource } from '../../edge/request-decorators';
import { KnownDevices } from '../../known-devices/known-devices';
import { SessionResponse } from '../../sessions/current-session/current-session.dto';
import { CurrentSessionHandler } from '../../sessions/current-session/current-session.handler';
import { giveSession } from '../../sessions/session-cookies';
import { AcceptInvitationRequest } from './accept-invitation.dto';
import { AcceptInvitationHandler } from './accept-invitation.handler';

@ApiTags('members')
@Controller('v1/member-invitations/acceptances')
export class AcceptInvitationController {
  constructor(
    private readonly handler: AcceptInvitationHandler,
    private readonly view: CurrentSessionHandler,
    private readonly devices: KnownDevices,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Accept an invitation and be signed in' })
  @ApiCreatedResponse({ type: SessionResponse })
  async accept(
    @Body() request: AcceptInvitationRequest,
    @RequestSource() source: string,
    @CurrentCaller() caller: Caller,
    @Req() http: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    const open = await this.handler.handle(request, source, caller);
    giveSession(reply, open);
    await this.devices.welcome(open.session, http, reply);
    return this.view.handle(open);
  }
}
