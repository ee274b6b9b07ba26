import { Controller, Delete, HttpCode, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { SessionCaller } from '../../edge/caller';
import { CurrentSession } from '../../edge/request-decorators';
import { takeSession } from '../session-cookies';
import { Sessions } from '../sessions';

@ApiTags('sessions')
@Controller('v1/sessions/current')
export class SignOutController {
  constructor(private readonly sessions: Sessions) {}

  @Delete()
  @ApiOperation({ summary: 'Sign out' })
  @ApiNoContentResponse()
  @HttpCode(204)
  async signOut(
    @CurrentSession() caller: SessionCaller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.end(caller.open);
    takeSession(reply);
  }
}
