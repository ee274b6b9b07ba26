import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { SessionCaller } from '../../edge/caller';
import { CurrentSession } from '../../edge/request-decorators';
import { SessionResponse } from '../current-session/current-session.dto';
import { CurrentSessionHandler } from '../current-session/current-session.handler';
import { giveSession } from '../session-cookies';
import { SwitchOrganisationRequest } from './switch-organisation.dto';
import { SwitchOrganisationHandler } from './switch-organisation.handler';

@ApiTags('sessions')
@Controller('v1/sessions/current/organisation')
export class SwitchOrganisationController {
  constructor(
    private readonly handler: SwitchOrganisationHandler,
    private readonly view: CurrentSessionHandler,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Work in another of your organisations' })
  @ApiOkResponse({ type: SessionResponse })
  @HttpCode(200)
  async switch(
    @Body() request: SwitchOrganisationRequest,
    @CurrentSession() caller: SessionCaller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    const open = await this.handler.handle(caller.open, request.organisationId);
    giveSession(reply, open);
    return this.view.handle(open);
  }
}
