import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { VisibleFeeds } from '../../feeds/visible-feeds';
import { DailyMetricsReader } from '../daily-metrics';
import { DailyMetricsResponse, DailyRangeRequest } from './daily-metrics.dto';

@ApiTags('metrics')
@Controller('v1/social-accounts/:id/metrics/daily')
export class DailyMetricsController {
  constructor(
    private readonly visible: VisibleFeeds,
    private readonly metrics: DailyMetricsReader,
  ) {}

  @Get()
  @RequirePermission('posts:read')
  @ApiOperation({ summary: 'Figures of an account day by day, and the gaps in them with their causes' })
  @ApiOkResponse({ type: DailyMetricsResponse })
  list(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() range: DailyRangeRequest,
  ): Promise<DailyMetricsResponse> {
    return this.visible.read(identity, id, async (tx, feed) =>
      DailyMetricsResponse.of(await this.metrics.read(tx, feed, range)),
    );
  }
}
