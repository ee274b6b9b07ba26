import { AppError, requestErrors } from '@creator-connect/contracts';
import { Controller, Delete, HttpCode, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { SessionCaller } from '../../edge/caller';
import { CurrentSession } from '../../edge/request-decorators';
import { takeSession } from '../session-cookies';
import { Sessions } from '../sessions';

@ApiTags('sessions')
@Controller('v1/users/current/sessions')
export class SignOutEverywhereController {
  constructor(private readonly sessions: Sessions) {}

  @Delete()
  @ApiOperation({ summary: 'Sign out everywhere, here too' })
  @ApiNoContentResponse()
  @HttpCode(204)
  async signOut(
    @CurrentSession() { open }: SessionCaller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    if (open.session.userId === null) throw new AppError(requestErrors.forbidden);
    await this.sessions.endAllOf(open.session.userId);
    takeSession(reply);
  }
}
