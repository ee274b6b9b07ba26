import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AppError, accountsErrors } from '@creator-connect/contracts';
import { PageQuery } from '@creator-connect/observability';
import { UnitOfWork } from '@creator-connect/persistence';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { ListInfluencersResponse, rosterEntry } from '../influencers/influencer.dto';
import { Roster } from '../influencers/persistence/roster';
import { afterId, pageOf } from '../page';
import { organisationOf } from '../tenant';
import {
  AddCampaignInfluencerRequest,
  AttentionResponse,
  CampaignResponse,
  ChangeCampaignRequest,
  CreateCampaignRequest,
  ForecastResponse,
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
    private readonly roster: Roster,
  ) {}

  @Post()
  @RequirePermission('campaigns:write')
  @ApiOperation({ summary: 'Create a campaign' })
  @ApiCreatedResponse({ type: CampaignResponse })
  async create(@CurrentIdentity() identity: Identity, @Body() body: CreateCampaignRequest): Promise<CampaignResponse> {
    return CampaignResponse.of(await this.handler.create(organisationOf(identity), body));
  }

  @Get()
  @RequirePermission('campaigns:read')
  @ApiOperation({ summary: 'Campaigns, newest first' })
  @ApiOkResponse({ type: ListCampaignsResponse })
  list(@CurrentIdentity() identity: Identity, @Query() query: PageQuery): Promise<ListCampaignsResponse> {
    return this.unitOfWork.tenant(organisationOf(identity), async (tx) => {
      const rows = await this.campaigns.list(tx, query.limit + 1, afterId(query));
      return pageOf(rows, query.limit, (campaign) => CampaignResponse.of(campaign));
    });
  }

  @Get(':id')
  @RequirePermission('campaigns:read')
  @ApiOperation({ summary: 'One campaign' })
  @ApiOkResponse({ type: CampaignResponse })
  show(@CurrentIdentity() identity: Identity, @Param('id', ParseUUIDPipe) id: string): Promise<CampaignResponse> {
    return this.unitOfWork.tenant(organisationOf(identity), async (tx) => {
      const campaign = await this.campaigns.find(tx, id);
      if (!campaign) throw new AppError(accountsErrors.notFound);
      return CampaignResponse.of(campaign);
    });
  }

  @Patch(':id')
  @RequirePermission('campaigns:write')
  @ApiOperation({ summary: 'Change name or dates' })
  @ApiOkResponse({ type: CampaignResponse })
  async change(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeCampaignRequest,
  ): Promise<CampaignResponse> {
    return CampaignResponse.of(await this.handler.change(organisationOf(identity), id, body));
  }

  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('campaigns:write')
  @ApiOperation({ summary: 'Delete a campaign; its influencers stay in the roster' })
  @ApiNoContentResponse()
  remove(@CurrentIdentity() identity: Identity, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.handler.remove(organisationOf(identity), id);
  }

  @Delete(':id/influencers/:influencerId')
  @HttpCode(204)
  @RequirePermission('campaigns:write')
  @ApiOperation({ summary: 'Take an influencer out of a campaign' })
  @ApiNoContentResponse()
  removeInfluencer(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('influencerId', ParseUUIDPipe) influencerId: string,
  ): Promise<void> {
    return this.handler.removeInfluencer(organisationOf(identity), id, influencerId);
  }

  @Get(':id/influencers')
  @RequirePermission('campaigns:read')
  @ApiOperation({ summary: 'Influencers of a campaign with their accounts, newest in the roster first' })
  @ApiOkResponse({ type: ListInfluencersResponse })
  influencers(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) campaignId: string,
    @Query() query: PageQuery,
  ): Promise<ListInfluencersResponse> {
    return this.unitOfWork.tenant(organisationOf(identity), async (tx) => {
      if (!(await this.campaigns.find(tx, campaignId))) throw new AppError(accountsErrors.notFound);
      const page = await this.roster.page(tx, { campaignId, limit: query.limit + 1, after: afterId(query) });
      return pageOf(page, query.limit, rosterEntry);
    });
  }

  @Get(':id/forecast')
  @RequirePermission('campaigns:read')
  @ApiOperation({ summary: 'Authorizations that end before the campaign does, unless their owners renew them' })
  @ApiOkResponse({ type: ForecastResponse })
  forecast(@CurrentIdentity() identity: Identity, @Param('id', ParseUUIDPipe) id: string): Promise<ForecastResponse> {
    return this.unitOfWork.tenant(organisationOf(identity), async (tx) => {
      const campaign = await this.campaigns.find(tx, id);
      if (!campaign) throw new AppError(accountsErrors.notFound);
      return ForecastResponse.of(campaign, await this.campaigns.forecast(tx, id));
    });
  }

  @Post(':id/influencers')
  @HttpCode(200)
  @RequirePermission('campaigns:write')
  @ApiOperation({ summary: 'Add an influencer of the roster to a campaign' })
  @ApiOkResponse({ type: CampaignResponse })
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
  @ApiOkResponse({ type: AttentionResponse })
  attention(@CurrentIdentity() identity: Identity, @Param('id', ParseUUIDPipe) id: string): Promise<AttentionResponse> {
    return this.unitOfWork.tenant(organisationOf(identity), async (tx) => {
      if (!(await this.campaigns.find(tx, id))) throw new AppError(accountsErrors.notFound);
      return AttentionResponse.of(await this.campaigns.attention(tx, id));
    });
  }
}
