import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Caller, SessionCaller } from '../../edge/caller';
import { CurrentCaller, CurrentSession, RequestSource } from '../../edge/request-decorators';
import { SessionResponse } from '../../sessions/current-session/current-session.dto';
import { CurrentSessionHandler } from '../../sessions/current-session/current-session.handler';
import { giveSession } from '../../sessions/session-cookies';
import { ContinueApplicationHandler } from './continue-application.handler';
import { ContinueApplicationRequest } from './continue-elsewhere.dto';
import { MailContinuationHandler } from './mail-continuation.handler';

@ApiTags('applications')
@Controller('v1/application-session')
export class ContinueElsewhereController {
  constructor(
    private readonly mail: MailContinuationHandler,
    private readonly continuation: ContinueApplicationHandler,
    private readonly view: CurrentSessionHandler,
  ) {}

  @Post('links')
  @ApiOperation({ summary: 'Mail a link to go on in another browser, to the address that is proven' })
  @ApiAcceptedResponse()
  @HttpCode(202)
  send(@CurrentSession() caller: SessionCaller, @RequestSource() source: string): Promise<void> {
    return this.mail.handle(caller.open, source);
  }

  @Post('continuations')
  @ApiOperation({ summary: 'Go on with an application by the token of the mailed link' })
  @ApiCreatedResponse({ type: SessionResponse })
  async go(
    @Body() { token }: ContinueApplicationRequest,
    @CurrentCaller() caller: Caller,
    @RequestSource() source: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    const open = await this.continuation.handle(token, caller, source);
    giveSession(reply, open);
    return this.view.handle(open);
  }
}
