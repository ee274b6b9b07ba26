import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Caller } from '../../edge/caller';
import { CurrentCaller, RequestSource } from '../../edge/request-decorators';
import { SessionResponse } from '../../sessions/current-session/current-session.dto';
import { CurrentSessionHandler } from '../../sessions/current-session/current-session.handler';
import { giveSession } from '../../sessions/session-cookies';
import { BeginApplicationRequest } from './begin-application.dto';
import { BeginApplicationHandler } from './begin-application.handler';

@ApiTags('applications')
@Controller('v1/application-session')
export class BeginApplicationController {
  constructor(
    private readonly handler: BeginApplicationHandler,
    private readonly view: CurrentSessionHandler,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Begin to apply through an application link' })
  @ApiCreatedResponse({ type: SessionResponse })
  async begin(
    @Body() request: BeginApplicationRequest,
    @CurrentCaller() caller: Caller,
    @RequestSource() source: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    const open = await this.handler.handle(request, caller, source);
    giveSession(reply, open);
    return this.view.handle(open);
  }
}
