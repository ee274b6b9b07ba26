import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsEmail, IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength, ValidateIf } from 'class-validator';
import { ServiceRoute } from '@creator-connect/security';
import type { SystemMail } from '../../mail/templates/system-texts';
import { SendNowHandler } from './send-now.handler';

/** A code or sign-in link for a person. `to` is given by the caller for a user; otherwise the influencer is looked up. */
export class SendSystemMessageRequest {
  @IsIn(['link-code', 'sign-in-link'])
  kind!: 'link-code' | 'sign-in-link';

  @IsString()
  @MaxLength(200)
  idempotencyKey!: string;

  @ValidateIf((request: SendSystemMessageRequest) => request.to === undefined)
  @IsUUID()
  organisationId?: string;

  @ValidateIf((request: SendSystemMessageRequest) => request.to === undefined)
  @IsUUID()
  influencerId?: string;

  @IsOptional()
  @IsEmail()
  @MaxLength(254)
  to?: string;

  @ValidateIf((request: SendSystemMessageRequest) => request.kind === 'link-code')
  @Matches(/^\d{6,10}$/)
  code?: string;

  @ValidateIf((request: SendSystemMessageRequest) => request.kind === 'sign-in-link')
  @IsString()
  @MaxLength(2_000)
  url?: string;
}

@ApiExcludeController()
@Controller('internal/messages')
export class SystemMessagesController {
  constructor(private readonly sendNow: SendNowHandler) {}

  @Post()
  @HttpCode(202)
  @ServiceRoute('gateway')
  async send(@Body() request: SendSystemMessageRequest): Promise<{ status: 'sent' }> {
    await this.sendNow.handle(request.idempotencyKey, request, (organisationName): SystemMail =>
      request.kind === 'link-code'
        ? { kind: 'link-code', code: request.code ?? '', organisationName }
        : { kind: 'sign-in-link', url: request.url ?? '' },
    );
    return { status: 'sent' };
  }
}
