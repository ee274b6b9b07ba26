import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { AppError, accountsErrors } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { ServiceRoute } from '@creator-connect/security';
import { CampaignRepository, type CampaignInfluencer } from './persistence/campaign.repository';

/** With their accounts an answer stays below half a megabyte. */
const influencersAtOnce = 500;

class CampaignAccountsQuery {
  @IsUUID()
  organisationId!: string;

  /** `next` of the answer before. */
  @IsOptional()
  @IsUUID()
  after?: string;
}

interface CampaignAccounts {
  startsOn: string | null;
  endsOn: string | null;
  influencers: CampaignInfluencer[];
  next: string | null;
}

/** What another service needs to report on a campaign: its dates, its influencers, and the states of their accounts. */
@ApiExcludeController()
@Controller('internal/campaigns')
export class InternalCampaignsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly campaigns: CampaignRepository,
  ) {}

  @Get(':id/accounts')
  @ServiceRoute('collector')
  accounts(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { organisationId, after }: CampaignAccountsQuery,
  ): Promise<CampaignAccounts> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const campaign = await this.campaigns.find(tx, id);
      if (!campaign) throw new AppError(accountsErrors.notFound);
      const influencers = await this.campaigns.influencersWithAccounts(tx, id, influencersAtOnce, after ?? null);
      const next = influencers.length === influencersAtOnce ? influencers.at(-1)!.id : null;
      return { startsOn: campaign.startsOn, endsOn: campaign.endsOn, influencers, next };
    });
  }
}
