import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { RequestSource } from '../../edge/request-decorators';
import { RequestSignInLinkRequest } from './request-sign-in-link.dto';
import { RequestSignInLinkHandler } from './request-sign-in-link.handler';

@Controller('v1/sign-in-links')
export class RequestSignInLinkController {
  constructor(private readonly handler: RequestSignInLinkHandler) {}

  @Post()
  @HttpCode(202)
  request(@Body() request: RequestSignInLinkRequest, @RequestSource() source: string): Promise<void> {
    return this.handler.handle(request.email, source);
  }
}
