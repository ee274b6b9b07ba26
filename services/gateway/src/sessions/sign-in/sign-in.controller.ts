import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../../edge/caller';
import { CurrentCaller, RequestSource } from '../../edge/request-decorators';
import { KnownDevices } from '../../known-devices/known-devices';
import { SessionResponse } from '../current-session/current-session.dto';
import { CurrentSessionHandler } from '../current-session/current-session.handler';
import { giveSession } from '../session-cookies';
import { SignInRequest } from './sign-in.dto';
import { SignInHandler } from './sign-in.handler';

@ApiTags('sessions')
@Controller('v1/sessions')
export class SignInController {
  constructor(
    private readonly handler: SignInHandler,
    private readonly view: CurrentSessionHandler,
    private readonly devices: KnownDevices,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Sign in with e-mail address and password' })
  @ApiCreatedResponse({ type: SessionResponse })
  async signIn(
    @Body() request: SignInRequest,
    @RequestSource() source: string,
    @CurrentCaller() caller: Caller,
    @Req() http: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    const open = await this.handler.handle(request, source, caller, http);
    giveSession(reply, open);
    await this.devices.welcome(open.session, http, reply, request.timeZone);
    return this.view.handle(open);
  }
}
