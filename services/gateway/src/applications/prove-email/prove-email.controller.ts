import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SessionCaller } from '../../edge/caller';
import { CurrentSession, RequestSource } from '../../edge/request-decorators';
import { RequestLocales } from '../../edge/request-locales';
import { ProveEmailRequest, SendApplicationCodeRequest } from './prove-email.dto';
import { ProveEmailHandler } from './prove-email.handler';

@ApiTags('applications')
@Controller('v1/application-session')
export class ProveEmailController {
  constructor(private readonly handler: ProveEmailHandler) {}

  @Post('codes')
  @ApiOperation({ summary: 'Mail a code to the address of the application; answers the same for every address' })
  @ApiAcceptedResponse()
  @HttpCode(202)
  send(
    @Body() { email }: SendApplicationCodeRequest,
    @CurrentSession() caller: SessionCaller,
    @RequestSource() source: string,
    @RequestLocales() locales: string[],
  ): Promise<void> {
    return this.handler.send(caller.open, email, { source, locales });
  }

  @Post('proof')
  @ApiOperation({ summary: 'Prove the address with the mailed code' })
  @ApiNoContentResponse()
  @HttpCode(204)
  prove(@Body() { email, code }: ProveEmailRequest, @CurrentSession() caller: SessionCaller): Promise<void> {
    return this.handler.prove(caller.open, email, code);
  }
}
