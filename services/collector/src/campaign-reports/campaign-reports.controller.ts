import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { CampaignDaysRequest, CampaignDaysResponse } from './campaign-days.dto';
import { CampaignReports } from './campaign-reports';
import {
  CampaignReportResponse,
  DecideCampaignPostRequest,
  ListCampaignPostsRequest,
  ListCampaignPostsResponse,
} from './campaign-reports.dto';

@ApiTags('campaigns')
@Controller('v1/campaigns/:id/report')
export class CampaignReportsController {
  constructor(private readonly reports: CampaignReports) {}

  @Get()
  @RequirePermission('campaigns:read')
  @ApiOperation({ summary: 'Reach, views and engagements of the posts of a campaign, and what is missing' })
  @ApiOkResponse({ type: CampaignReportResponse })
  show(@CurrentIdentity() identity: Identity, @Param('id', ParseUUIDPipe) id: string): Promise<CampaignReportResponse> {
    return this.reports.report(identity, id);
  }

  @Get('daily')
  @RequirePermission('campaigns:read')
  @ApiOperation({ summary: 'Reach, views and engagements of a campaign day by day, and the gaps in them' })
  @ApiOkResponse({ type: CampaignDaysResponse })
  async daily(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: CampaignDaysRequest,
  ): Promise<CampaignDaysResponse> {
    return CampaignDaysResponse.of(await this.reports.daily(identity, id, query));
  }

  @Get('posts')
  @RequirePermission('campaigns:read')
  @ApiOperation({ summary: 'The posts that count in the report, or the ones that do not, newest first' })
  @ApiOkResponse({ type: ListCampaignPostsResponse })
  posts(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: ListCampaignPostsRequest,
  ): Promise<ListCampaignPostsResponse> {
    return this.reports.posts(identity, id, query);
  }

  @Put('posts/:socialAccountId/:platformPostId')
  @HttpCode(204)
  @RequirePermission('campaigns:write')
  @ApiOperation({ summary: 'Count a post in the report, or leave it out, whatever the dates of the campaign say' })
  @ApiNoContentResponse()
  decide(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('socialAccountId', ParseUUIDPipe) accountId: string,
    @Param('platformPostId') platformPostId: string,
    @Body() { counted }: DecideCampaignPostRequest,
  ): Promise<void> {
    return this.reports.decide(identity, id, { accountId, platformPostId, counted });
  }
}
