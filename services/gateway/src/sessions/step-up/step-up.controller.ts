import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SessionCaller } from '../../edge/caller';
import { CurrentSession } from '../../edge/request-decorators';
import { KnownDevices } from '../../known-devices/known-devices';
import { SessionResponse } from '../current-session/current-session.dto';
import { CurrentSessionHandler } from '../current-session/current-session.handler';
import { giveSession } from '../session-cookies';
import { StepUpRequest } from './step-up.dto';
import { StepUp } from './step-up';

@ApiTags('sessions')
@Controller('v1/sessions/current/step-up')
export class StepUpController {
  constructor(
    private readonly stepUp: StepUp,
    private readonly view: CurrentSessionHandler,
    private readonly devices: KnownDevices,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Prove again who you are: a second factor, else the password; creators by a mailed code' })
  @ApiOkResponse({ type: SessionResponse })
  @HttpCode(200)
  async prove(
    @Body() proof: StepUpRequest,
    @CurrentSession() caller: SessionCaller,
    @Req() http: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    const open = await this.stepUp.prove(caller.open, proof);
    giveSession(reply, open);
    await this.devices.welcome(open.session, http, reply, proof.timeZone);
    return this.view.handle(open);
  }
}
