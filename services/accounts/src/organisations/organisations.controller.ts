import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { AppError, accountsErrors, mailLanguages, type MailLanguage } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { organisationOf } from '../tenant';
import { OrganisationRepository } from './persistence/organisation.repository';

class OrganisationResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  slug!: string;

  @ApiProperty({ description: 'Language of mails to those who have no other' })
  locale!: string;

  @ApiProperty({ description: 'Whether mails to creators can be sent' })
  outboundEmailVerified!: boolean;
}

class ChangeOrganisationRequest {
  @ApiProperty({ enum: mailLanguages })
  @IsIn(mailLanguages)
  locale!: MailLanguage;
}

@ApiTags('organisations')
@Controller('v1/organisations')
export class OrganisationsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationRepository,
  ) {}

  @Get('current')
  @RequirePermission('organisation:read')
  @ApiOperation({ summary: 'The organisation you work in' })
  @ApiOkResponse({ type: OrganisationResponse })
  current(@CurrentIdentity() identity: Identity): Promise<OrganisationResponse> {
    return this.#show(organisationOf(identity));
  }

  @Patch('current')
  @RequirePermission('settings:write')
  @ApiOperation({ summary: 'Change the language of its mails; whoever is added from now on gets it, too' })
  @ApiOkResponse({ type: OrganisationResponse })
  async change(
    @CurrentIdentity() identity: Identity,
    @Body() { locale }: ChangeOrganisationRequest,
  ): Promise<OrganisationResponse> {
    const organisationId = organisationOf(identity);
    await this.unitOfWork.tenant(organisationId, (tx) => this.organisations.changeLocale(tx, locale));
    return this.#show(organisationId);
  }

  async #show(organisationId: string): Promise<OrganisationResponse> {
    const found = await this.unitOfWork.tenant(organisationId, (tx) => this.organisations.current(tx));
    if (!found) throw new AppError(accountsErrors.notFound);
    return found;
  }
}
