import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { RequestSource } from '../../edge/request-decorators';
import { RequestLocales } from '../../edge/request-locales';
import { CompletePasswordResetHandler } from './complete-password-reset.handler';

export class CompletePasswordResetRequest {
  @ApiProperty()
  @IsString()
  @Length(1, 200)
  token!: string;

  @ApiProperty()
  @IsString()
  @Length(1, 512)
  password!: string;
}

@ApiTags('sessions')
@Controller('v1/password-resets/completions')
export class CompletePasswordResetController {
  constructor(private readonly handler: CompletePasswordResetHandler) {}

  @Post()
  @ApiOperation({ summary: 'Choose a new password with the token of a mailed link; signs out everywhere' })
  @ApiNoContentResponse()
  @HttpCode(204)
  complete(
    @Body() { token, password }: CompletePasswordResetRequest,
    @RequestSource() source: string,
    @RequestLocales() locales: string[],
  ): Promise<void> {
    return this.handler.handle(token, password, source, locales);
  }
}
