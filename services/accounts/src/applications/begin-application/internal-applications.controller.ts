import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsEmail, IsOptional, IsString, IsTimeZone, IsUUID, Matches, MaxLength } from 'class-validator';
import { ServiceRoute } from '@creator-connect/security';
import { ProveEmailHandler } from '../own-application/prove-email.handler';
import { BeginApplicationHandler, type BegunApplication } from './begin-application.handler';

class BeginApplicationRequest {
  @IsString()
  @MaxLength(200)
  slug!: string;

  @IsOptional()
  @Matches(/^[a-z]{2}(-[A-Z]{2})?$/)
  locale?: string;

  @IsOptional()
  @IsTimeZone()
  timeZone?: string;
}

class ProvenEmailRequest {
  @IsUUID()
  organisationId!: string;

  @IsEmail()
  @MaxLength(254)
  email!: string;
}

/** For the gateway, which holds the applicant's session and proves the mailbox. */
@ApiExcludeController()
@Controller('internal/applications')
export class InternalApplicationsController {
  constructor(
    private readonly beginApplication: BeginApplicationHandler,
    private readonly proveEmail: ProveEmailHandler,
  ) {}

  @Post()
  @ServiceRoute('gateway')
  begin(@Body() { slug, locale = 'en', timeZone = 'UTC' }: BeginApplicationRequest): Promise<BegunApplication> {
    return this.beginApplication.handle(slug, locale, timeZone);
  }

  @Put(':id/proven-email')
  @HttpCode(204)
  @ServiceRoute('gateway')
  prove(@Param('id', ParseUUIDPipe) id: string, @Body() { organisationId, email }: ProvenEmailRequest): Promise<void> {
    return this.proveEmail.handle(organisationId, id, email);
  }
}
