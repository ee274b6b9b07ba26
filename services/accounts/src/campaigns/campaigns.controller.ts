import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { AppError, accountsErrors } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { afterId, PageQuery, pageOf } from '../page';
import { organisationOf } from '../tenant';
import {
  AddCampaignInfluencerRequest,
  AttentionResponse,
  CampaignResponse,
  CreateCampaignRequest,
  ListCampaignsResponse,
} from './campaign.dto';
import { CampaignsHandler } from './campaigns.handler';
import { CampaignRepository } from './persistence/campaign.repository';

@ApiTags('campaigns')
@Controller('v1/campaigns')
export class CampaignsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly handler: CampaignsHandler,
    private readonly campaigns: CampaignRepository,
  ) {}

  @Post()
  @RequirePermission('campaigns:write')
  @ApiOperation({ summary: 'Create a campaign' })
  async create(@CurrentIdentity() identity: Identity, @Body() body: CreateCampaignRequest): Promise<CampaignResponse> {
    return CampaignResponse.of(await this.handler.create(organisationOf(identity), body));
  }

  @Get()
  @RequirePermission('campaigns:read')
  @ApiOperation({ summary: 'Campaigns, newest first' })
  list(@CurrentIdentity() identity: Identity, @Query() query: PageQuery): Promise<ListCampaignsResponse> {
    return this.unitOfWork.tenant(organisationOf(identity), async (tx) => {
      const rows = await this.campaigns.list(tx, query.limit + 1, afterId(query));
      return pageOf(rows, query.limit, (campaign) => CampaignResponse.of(campaign));
    });
  }

  @Get(':id')
  @RequirePermission('campaigns:read')
  @ApiOperation({ summary: 'One campaign' })
  show(@CurrentIdentity() identity: Identity, @Param('id', ParseUUIDPipe) id: string): Promise<CampaignResponse> {
    return this.unitOfWork.tenant(organisationOf(identity), async (tx) => {
      const campaign = await this.campaigns.find(tx, id);
      if (!campaign) throw new AppError(accountsErrors.notFound);
      return CampaignResponse.of(campaign);
    });
  }

  @Post(':id/influencers')
  @HttpCode(200)
  @RequirePermission('campaigns:write')
  @ApiOperation({ summary: 'Add an influencer of the roster to a campaign' })
  async add(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { influencerId }: AddCampaignInfluencerRequest,
  ): Promise<CampaignResponse> {
    return CampaignResponse.of(await this.handler.addInfluencer(organisationOf(identity), id, influencerId));
  }

  @Get(':id/attention')
  @RequirePermission('campaigns:read')
  @ApiOperation({ summary: 'Accounts of a campaign that need their owner' })
  attention(@CurrentIdentity() identity: Identity, @Param('id', ParseUUIDPipe) id: string): Promise<AttentionResponse> {
    return this.unitOfWork.tenant(organisationOf(identity), async (tx) => {
      if (!(await this.campaigns.find(tx, id))) throw new AppError(accountsErrors.notFound);
      return AttentionResponse.of(await this.campaigns.attention(tx, id));
    });
  }
}
