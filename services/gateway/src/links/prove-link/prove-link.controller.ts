import { AppError, gatewayErrors } from '@creator-connect/contracts';
import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { SessionCaller } from '../../edge/caller';
import { CurrentSession } from '../../edge/request-decorators';
import { giveSession } from '../../sessions/session-cookies';
import { Sessions } from '../../sessions/sessions';
import { linkSessionResponse, sendUnusable } from '../link-answers';
import { LinkCodes } from '../link-codes';
import { LinkSessionResponse } from '../link-session.dto';
import { ProveLinkRequest } from './prove-link.dto';

/** The right code makes the session a proven one, under a new id. */
@ApiTags('link session')
@Controller('v1/link-session/proof')
export class ProveLinkController {
  constructor(
    private readonly codes: LinkCodes,
    private readonly sessions: Sessions,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Prove to be the invited person with the mailed code' })
  @ApiOkResponse({ type: LinkSessionResponse })
  async prove(
    @Body() { code }: ProveLinkRequest,
    @CurrentSession() caller: SessionCaller,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { link, open } = caller;
    if (!link) return sendUnusable(reply);
    await this.codes.check(open, code);
    const proven = await this.sessions.change(open, { proven: true });
    if (!proven) throw new AppError(gatewayErrors.codeWrong);
    giveSession(reply, proven);
    void reply.code(200).send(linkSessionResponse(link, { begun: true, proven: true, secret: proven.token }));
  }
}
