import { saidAs } from '@creator-connect/observability';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsEmail, IsOptional, IsString, IsTimeZone, IsUUID, Matches, MaxLength } from 'class-validator';
import { ServiceRoute } from '@creator-connect/security';
import { ReadProvenEmailHandler, type ProvenEmail } from '../own-application/read-proven-email.handler';
import { ProveEmailHandler } from '../own-application/prove-email.handler';
import { BeginApplicationHandler, type BegunApplication } from './begin-application.handler';

class BeginApplicationRequest {
  @IsString()
  @MaxLength(200)
  slug!: string;

  @IsOptional()
  @Matches(/^[a-z]{2}(-[A-Z]{2})?$/, saidAs('not_locale'))
  locale?: string;

  @IsOptional()
  @IsTimeZone()
  timeZone?: string;
}

class InOrganisation {
  @IsUUID()
  organisationId!: string;
}

class ProvenEmailRequest extends InOrganisation {
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
    private readonly provenEmail: ReadProvenEmailHandler,
  ) {}

  @Post()
  @ServiceRoute('gateway')
  begin(@Body() { slug, locale = 'en', timeZone = 'UTC' }: BeginApplicationRequest): Promise<BegunApplication> {
    return this.beginApplication.handle(slug, locale, timeZone);
  }

  @Get(':id/proven-email')
  @ServiceRoute('gateway')
  proven(@Param('id', ParseUUIDPipe) id: string, @Query() { organisationId }: InOrganisation): Promise<ProvenEmail> {
    return this.provenEmail.handle(organisationId, id);
  }

  @Put(':id/proven-email')
  @HttpCode(204)
  @ServiceRoute('gateway')
  prove(@Param('id', ParseUUIDPipe) id: string, @Body() { organisationId, email }: ProvenEmailRequest): Promise<void> {
    return this.proveEmail.handle(organisationId, id, email);
  }
}
