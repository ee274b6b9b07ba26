import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  UseGuards,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AppError, decodeIdCursor, notificationsErrors } from '@creator-connect/contracts';
import { UnitOfWork, type Tx } from '@creator-connect/persistence';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { memberOf, MembersOnly } from '../member';
import type { Reader } from './domain/notice';
import { ListNoticesHandler } from './list-notices/list-notices.handler';
import { ListNoticesRequest, ListNoticesResponse, ReadAllRequest, UnreadResponse } from './list-notices/notice.dto';
import { NoticeRepository } from './persistence/notice.repository';

const countedUpTo = 100;

/** The bell: what members are told inside the app. What one has read, others may not have. */
@ApiTags('notices')
@UseGuards(MembersOnly)
@Controller('v1/notices')
export class NoticesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: NoticeRepository,
    private readonly listNotices: ListNoticesHandler,
  ) {}

  @Get()
  @RequirePermission('influencers:read')
  @ApiOperation({ summary: 'What you are told, newest first, without the kinds that you turned off' })
  @ApiOkResponse({ type: ListNoticesResponse })
  list(@CurrentIdentity() identity: Identity, @Query() query: ListNoticesRequest): Promise<ListNoticesResponse> {
    const after = query.cursor ? decodeIdCursor(query.cursor) : null;
    return this.listNotices.handle(memberOf(identity), { unread: query.unread === 'true', limit: query.limit, after });
  }

  @Get('unread')
  @RequirePermission('influencers:read')
  @ApiOperation({ summary: 'How many you have not read' })
  @ApiOkResponse({ type: UnreadResponse })
  async unread(@CurrentIdentity() identity: Identity): Promise<UnreadResponse> {
    const { organisationId, ...reader } = memberOf(identity);
    const count = await this.unitOfWork.tenant(organisationId, (tx) => this.notices.unread(tx, reader, countedUpTo));
    return { count };
  }

  @Put(':id/read')
  @HttpCode(204)
  @RequirePermission('influencers:read')
  @ApiOperation({ summary: 'Mark as read' })
  @ApiNoContentResponse()
  read(@CurrentIdentity() identity: Identity, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.#mark(identity, id, (tx, { userId }) => this.notices.markRead(tx, userId, id));
  }

  @Delete(':id/read')
  @HttpCode(204)
  @RequirePermission('influencers:read')
  @ApiOperation({ summary: 'Mark as not read' })
  @ApiNoContentResponse()
  unreadAgain(@CurrentIdentity() identity: Identity, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.#mark(identity, id, (tx, { userId }) => this.notices.markUnread(tx, userId, id));
  }

  @Post('read')
  @HttpCode(204)
  @RequirePermission('influencers:read')
  @ApiOperation({ summary: 'Mark all up to one as read; what came later stays unread' })
  @ApiNoContentResponse()
  readAll(@CurrentIdentity() identity: Identity, @Body() { upTo }: ReadAllRequest): Promise<void> {
    return this.#mark(identity, upTo, (tx, reader) => this.notices.markAllRead(tx, reader, upTo));
  }

  #mark(identity: Identity, id: string, mark: (tx: Tx, reader: Reader) => Promise<void>): Promise<void> {
    const { organisationId, ...reader } = memberOf(identity);
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      if (!(await this.notices.exists(tx, id))) throw new AppError(notificationsErrors.noticeNotFound);
      await mark(tx, reader);
    });
  }
}
