import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PageQuery } from '@creator-connect/observability';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { VisibleFeeds } from '../../feeds/visible-feeds';
import { PostRepository } from '../persistence/post.repository';
import { ListMetricsRequest, ListMetricsResponse, ListPostsRequest, ListPostsResponse } from './posts.dto';

@ApiTags('posts')
@Controller('v1')
export class PostsController {
  constructor(
    private readonly visible: VisibleFeeds,
    private readonly posts: PostRepository,
  ) {}

  @Get('posts')
  @RequirePermission('posts:read')
  @ApiOperation({ summary: 'Posts of an account with their latest figures, newest first' })
  @ApiOkResponse({ type: ListPostsResponse })
  list(@CurrentIdentity() identity: Identity, @Query() query: ListPostsRequest): Promise<ListPostsResponse> {
    return this.#list(identity, query.socialAccountId, query);
  }

  @Get('social-accounts/:id/posts')
  @RequirePermission('posts:read')
  @ApiOperation({ summary: 'The same, below the account' })
  @ApiOkResponse({ type: ListPostsResponse })
  listOfAccount(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: PageQuery,
  ): Promise<ListPostsResponse> {
    return this.#list(identity, id, query);
  }

  @Get('metrics')
  @RequirePermission('posts:read')
  @ApiOperation({ summary: 'History of figures of an account or one of its posts, newest first' })
  @ApiOkResponse({ type: ListMetricsResponse })
  metrics(@CurrentIdentity() identity: Identity, @Query() query: ListMetricsRequest): Promise<ListMetricsResponse> {
    return this.visible.read(identity, query.socialAccountId, async (tx, feed) => {
      if (feed.hiddenAt) return { items: [] };
      const { platformPostId = '', name, limit } = query;
      return { items: await this.posts.metricHistory(tx, feed.accountId, { platformPostId, name, limit }) };
    });
  }

  /** Data of a revoked account is hidden at once, long before it is deleted. */
  #list(identity: Identity, accountId: string, { limit, cursor }: PageQuery): Promise<ListPostsResponse> {
    return this.visible.read(identity, accountId, async (tx, feed) => {
      if (feed.hiddenAt) return { items: [], nextCursor: null };
      return this.posts.list(tx, accountId, { limit, cursor });
    });
  }
}
