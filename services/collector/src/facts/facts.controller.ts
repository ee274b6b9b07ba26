import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { AppError, collectorErrors } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { ServiceRoute } from '@creator-connect/security';
import { FeedRepository } from '../feeds/persistence/feed.repository';
import { PostRepository } from '../posts/persistence/post.repository';
import { ProfileRepository } from '../profiles/persistence/profile.repository';

class FactsQuery {
  @IsUUID()
  organisationId!: string;
}

/** What is known of an account for the marketplace's rules. An unknown figure is null, never guessed. */
export interface AccountFacts {
  followers: number | null;
  postsLast30Days: number | null;
  viewsLast30Days: number | null;
  /** When the figures were collected; null when there are none. */
  asOf: string | null;
}

@ApiExcludeController()
@Controller('internal/social-accounts/:id/facts')
export class FactsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly feeds: FeedRepository,
    private readonly profiles: ProfileRepository,
    private readonly posts: PostRepository,
  ) {}

  @Get()
  @ServiceRoute('ttcm')
  show(@Param('id', ParseUUIDPipe) id: string, @Query() { organisationId }: FactsQuery): Promise<AccountFacts> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const feed = await this.feeds.find(tx, id);
      if (!feed) throw new AppError(collectorErrors.notFound);
      const profile = feed.hiddenAt ? null : await this.profiles.find(tx, id);
      if (!profile || !feed.collectedAt) {
        return { followers: null, postsLast30Days: null, viewsLast30Days: null, asOf: null };
      }
      const recent = await this.posts.recent(tx, id);
      return {
        followers: profile.metrics.find((metric) => metric.name === 'followers')?.value ?? null,
        postsLast30Days: recent.posts,
        viewsLast30Days: recent.posts === 0 ? 0 : recent.views,
        asOf: feed.collectedAt.toISOString(),
      };
    });
  }
}
