import { AppError, requestErrors } from '@creator-connect/contracts';
import { Controller, Delete, HttpCode, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { SessionCaller } from '../../edge/caller';
import { CurrentSession } from '../../edge/request-decorators';
import { takeSession } from '../session-cookies';
import { Sessions } from '../sessions';

@ApiTags('sessions')
@Controller('v1/users/current/sessions')
export class EndSessionController {
  constructor(private readonly sessions: Sessions) {}

  @Delete(':id')
  @ApiOperation({ summary: 'Sign out in one of the browsers that you are signed in with' })
  @ApiNoContentResponse()
  @HttpCode(204)
  async end(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentSession() { open }: SessionCaller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { userId, id: current } = open.session;
    if (userId === null) throw new AppError(requestErrors.forbidden);
    if (!(await this.sessions.endOneOf(userId, id))) throw new AppError(requestErrors.notFound);
    if (id === current) takeSession(reply);
  }
}
