import { Controller, Get } from '@nestjs/common';
import type { SessionCaller } from '../../edge/caller';
import { CurrentSession } from '../../edge/request-decorators';
import { SessionResponse } from './current-session.dto';
import { CurrentSessionHandler } from './current-session.handler';

@Controller('v1/sessions/current')
export class CurrentSessionController {
  constructor(private readonly handler: CurrentSessionHandler) {}

  @Get()
  current(@CurrentSession() caller: SessionCaller): Promise<SessionResponse> {
    return this.handler.handle(caller.open);
  }
}
