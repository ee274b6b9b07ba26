import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { AppError, accountsErrors } from '@creator-connect/contracts';
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

  @ApiProperty({ description: 'Whether mails to creators can be sent' })
  outboundEmailVerified!: boolean;
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
  async current(@CurrentIdentity() identity: Identity): Promise<OrganisationResponse> {
    const found = await this.unitOfWork.tenant(organisationOf(identity), (tx) => this.organisations.current(tx));
    if (!found) throw new AppError(accountsErrors.notFound);
    return found;
  }
}
