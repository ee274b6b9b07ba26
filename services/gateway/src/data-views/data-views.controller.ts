import { AppError, decodeTimeCursor, encodeCursor, requestErrors } from '@creator-connect/contracts';
import { PageQuery } from '@creator-connect/observability';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SessionCaller } from '../edge/caller';
import { CurrentSession } from '../edge/request-decorators';
import { ListDataViewsResponse } from './list-data-views.dto';
import { OwnViews } from './own-views';
import { keptDays } from './persistence/data-view.repository';

@ApiTags('own-data')
@Controller('v1/own-data/views')
export class DataViewsController {
  constructor(private readonly views: OwnViews) {}

  @Get()
  @ApiOperation({ summary: 'Who looked at your data: role, day and what was seen' })
  @ApiOkResponse({ type: ListDataViewsResponse })
  async list(@CurrentSession() caller: SessionCaller, @Query() query: PageQuery): Promise<ListDataViewsResponse> {
    const { identity, refusal } = caller;
    if (identity?.kind !== 'influencer') throw refusal ?? new AppError(requestErrors.forbidden);
    const after = query.cursor === undefined ? null : decodeTimeCursor(query.cursor, 3);
    const { organisation, items, next } = await this.views.page(identity, query.limit, after);
    return {
      organisation,
      keptDays,
      items: items.map((view) => ({ ...view, firstAt: view.firstAt.toISOString() })),
      nextCursor: next && encodeCursor(next),
    };
  }
}
