import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ServiceRoute } from '@creator-connect/security';
import { SendDigestRequest } from './send-digest.dto';
import { SendDigestHandler } from './send-digest.handler';

/** The gateway, which knows members and where they are, says that it is a member's morning. */
@ApiExcludeController()
@Controller('internal/digests')
export class SendDigestController {
  constructor(private readonly sendDigest: SendDigestHandler) {}

  /** May be repeated: a member gets at most one digest of an organisation a day. */
  @Post()
  @HttpCode(204)
  @ServiceRoute('gateway')
  send(@Body() request: SendDigestRequest): Promise<void> {
    return this.sendDigest.handle(request);
  }
}
