import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { AppError, accountsErrors } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { CampaignRepository } from '../campaigns/persistence/campaign.repository';
import { InfluencerRepository } from '../influencers/persistence/influencer.repository';
import { OrganisationRepository } from '../organisations/persistence/organisation.repository';
import { SocialAccountRepository } from '../social-accounts/persistence/social-account.repository';
import { ownOf } from '../tenant';

class OwnOrganisationResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;
}

class OwnCampaignResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  startsOn!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  endsOn!: string | null;

  @ApiProperty({ format: 'date-time', description: 'When the creator was put into it' })
  since!: string;
}

class OwnDataResponse {
  @ApiProperty({ type: OwnOrganisationResponse })
  organisation!: OwnOrganisationResponse;

  @ApiProperty({ format: 'date-time', description: 'In the roster of the organisation' })
  since!: string;

  @ApiProperty({ type: [String], format: 'uuid' })
  accountIds!: string[];

  @ApiProperty({ type: [OwnCampaignResponse], description: 'Newest first' })
  campaigns!: OwnCampaignResponse[];
}

/** What a creator reads first of the data about them: who holds it, and what for. */
@ApiTags('own-data')
@Controller('v1/own-data')
export class OwnDataController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationRepository,
    private readonly influencers: InfluencerRepository,
    private readonly accounts: SocialAccountRepository,
    private readonly campaigns: CampaignRepository,
  ) {}

  @Get()
  @RequirePermission('own-data:read')
  @ApiOperation({ summary: 'For which organisation and which campaigns your data is held' })
  @ApiOkResponse({ type: OwnDataResponse })
  show(@CurrentIdentity() identity: Identity): Promise<OwnDataResponse> {
    const { organisationId, influencerId } = ownOf(identity);
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const influencer = await this.influencers.find(tx, influencerId);
      const organisation = await this.organisations.current(tx);
      if (!influencer || !organisation) throw new AppError(accountsErrors.notFound);
      const accounts = await this.accounts.allOf(tx, influencerId);
      const campaigns = await this.campaigns.ofInfluencer(tx, influencerId);
      return {
        organisation: { id: organisationId, name: organisation.name },
        since: influencer.approvedAt.toISOString(),
        accountIds: accounts.map(({ id }) => id),
        campaigns: campaigns.map(({ addedAt, ...campaign }) => ({ ...campaign, since: addedAt.toISOString() })),
      };
    });
  }
}
