import { AppError, decodeTimeCursor, encodeCursor, requestErrors } from '@creator-connect/contracts';
import { PageQuery } from '@creator-connect/observability';
import { UnitOfWork } from '@creator-connect/persistence';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SessionCaller } from '../edge/caller';
import { CurrentSession } from '../edge/request-decorators';
import { AccountsPort, type OwnData } from '../peers/accounts.port';
import { ListDataViewsResponse } from './list-data-views.dto';
import { DataViewRepository, keptDays, type Subject } from './persistence/data-view.repository';

/** Who looked at the creator's data. No member is named: whom an organisation employs is not the creator's to know. */
@ApiTags('own-data')
@Controller('v1/own-data/views')
export class DataViewsController {
  constructor(
    private readonly accounts: AccountsPort,
    private readonly unitOfWork: UnitOfWork,
    private readonly views: DataViewRepository,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Who looked at your data: role, day and what was seen' })
  @ApiOkResponse({ type: ListDataViewsResponse })
  async list(@CurrentSession() caller: SessionCaller, @Query() query: PageQuery): Promise<ListDataViewsResponse> {
    const { identity } = caller;
    if (identity?.kind !== 'influencer' || !identity.influencer || !identity.org) {
      throw caller.refusal ?? new AppError(requestErrors.forbidden);
    }
    const own = await this.accounts.ownDataOf(identity);
    const after = query.cursor === undefined ? null : decodeTimeCursor(query.cursor, 3);
    const rows = await this.unitOfWork.tenant(identity.org, (tx) =>
      this.views.list(tx, subjectsOf(own, identity.influencer!, identity.org!), query.limit + 1, after),
    );
    const items = rows.slice(0, query.limit);
    const last = items.at(-1);
    return {
      organisation: own.organisation.name,
      keptDays,
      items: items.map(({ day, firstAt, role, areas }) => ({ day, firstAt: firstAt.toISOString(), role, areas })),
      nextCursor:
        rows.length > items.length && last
          ? encodeCursor([`${last.day}T00:00:00.000Z`, last.viewerId, last.role])
          : null,
    };
  }
}

/** Somebody who looks at a campaign or at the whole roster sees whoever is in it then. */
function subjectsOf(
  { since, accountIds, campaigns }: OwnData,
  influencerId: string,
  organisationId: string,
): Subject[] {
  const fromTheBeginning = new Date(0);
  return [
    { id: influencerId, since: fromTheBeginning },
    ...accountIds.map((id) => ({ id, since: fromTheBeginning })),
    ...campaigns.map((campaign) => ({ id: campaign.id, since: new Date(campaign.since) })),
    { id: organisationId, since: new Date(since) },
  ];
}
