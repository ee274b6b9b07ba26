import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SessionCaller } from '../../edge/caller';
import { CurrentSession } from '../../edge/request-decorators';
import { SessionResponse } from './current-session.dto';
import { CurrentSessionHandler } from './current-session.handler';

@ApiTags('sessions')
@Controller('v1/sessions/current')
export class CurrentSessionController {
  constructor(private readonly handler: CurrentSessionHandler) {}

  @Get()
  @ApiOperation({ summary: 'Who is signed in, where, and the token for changes' })
  @ApiOkResponse({ type: SessionResponse })
  current(@CurrentSession() caller: SessionCaller): Promise<SessionResponse> {
    return this.handler.handle(caller.open);
  }
}
