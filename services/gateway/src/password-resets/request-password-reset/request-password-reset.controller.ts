import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsEmail, MaxLength } from 'class-validator';
import { RequestSource } from '../../edge/request-decorators';
import { RequestLocales } from '../../edge/request-locales';
import { RequestPasswordResetHandler } from './request-password-reset.handler';

export class RequestPasswordResetRequest {
  @ApiProperty()
  @IsEmail()
  @MaxLength(254)
  email!: string;
}

@ApiTags('sessions')
@Controller('v1/password-resets')
export class RequestPasswordResetController {
  constructor(private readonly handler: RequestPasswordResetHandler) {}

  @Post()
  @ApiOperation({ summary: 'Mail a link to choose a new password; answers the same for every address' })
  @ApiAcceptedResponse()
  @HttpCode(202)
  request(
    @Body() { email }: RequestPasswordResetRequest,
    @RequestSource() source: string,
    @RequestLocales() locales: string[],
  ): Promise<void> {
    return this.handler.handle(email, source, locales);
  }
}
