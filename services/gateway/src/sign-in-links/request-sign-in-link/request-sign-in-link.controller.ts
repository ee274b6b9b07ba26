import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequestSource } from '../../edge/request-decorators';
import { RequestLocales } from '../../edge/request-locales';
import { RequestSignInLinkRequest } from './request-sign-in-link.dto';
import { RequestSignInLinkHandler } from './request-sign-in-link.handler';

@ApiTags('sessions')
@Controller('v1/sign-in-links')
export class RequestSignInLinkController {
  constructor(private readonly handler: RequestSignInLinkHandler) {}

  @Post()
  @ApiOperation({ summary: 'Mail a sign-in link to an influencer; answers the same for every address' })
  @ApiAcceptedResponse()
  @HttpCode(202)
  request(
    @Body() request: RequestSignInLinkRequest,
    @RequestSource() source: string,
    @RequestLocales() locales: string[],
  ): Promise<void> {
    return this.handler.handle(request.email, source, locales);
  }
}
