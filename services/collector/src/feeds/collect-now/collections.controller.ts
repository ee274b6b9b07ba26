import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AppError, collectorErrors } from '@creator-connect/contracts';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { VisibleFeeds } from '../visible-feeds';
import { CollectionResponse } from './collections.dto';
import { FeedRepository } from '../persistence/feed.repository';

@ApiTags('collections')
@Controller('v1/social-accounts/:id/collections')
export class CollectionsController {
  constructor(
    private readonly visible: VisibleFeeds,
    private readonly feeds: FeedRepository,
  ) {}

  @Get()
  @RequirePermission('posts:read')
  @ApiOperation({ summary: 'How far the collection of an account is, by counts' })
  @ApiOkResponse({ type: CollectionResponse })
  async show(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<CollectionResponse> {
    return this.visible.read(identity, id, async (_tx, feed) => CollectionResponse.of(feed));
  }

  @Post()
  @HttpCode(202)
  @RequirePermission('posts:read')
  @ApiOperation({ summary: 'Collect an account now instead of at its next turn' })
  @ApiAcceptedResponse({ type: CollectionResponse })
  async collectNow(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<CollectionResponse> {
    return this.visible.read(identity, id, async (tx, feed) => {
      if (!(await this.feeds.collectNow(tx, id))) throw new AppError(collectorErrors.notTracked);
      return CollectionResponse.of({ ...feed, dueAt: new Date() });
    });
  }
}
