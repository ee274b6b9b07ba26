import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { DataSource } from '@creator-connect/contracts';
import { dataSourceOf, dataSources } from '../domain/data-source';
import type { Feed, Progress, Stage } from '../domain/feed';

const stages: readonly Stage[] = ['waiting', 'running', 'done'];

class PostsProgress {
  @ApiProperty({ enum: stages })
  stage!: Stage;

  @ApiProperty()
  done!: number;

  @ApiProperty({ type: Number, nullable: true, description: 'null: the platform does not say' })
  total!: number | null;
}

class ProgressResponse implements Progress {
  @ApiPropertyOptional({ enum: stages })
  profile?: Stage;

  @ApiPropertyOptional({ type: PostsProgress })
  posts?: PostsProgress;

  @ApiPropertyOptional({ enum: stages })
  audience?: Stage;
}

export class CollectionResponse {
  @ApiProperty({ enum: ['open', 'closed'] })
  status!: 'open' | 'closed';

  @ApiProperty({ enum: dataSources, description: 'Where the figures come from' })
  source!: DataSource;

  @ApiProperty({ type: String, nullable: true, description: 'Why nothing is collected' })
  closedCause!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastCollectedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  nextAt!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Rule of the last failure, e.g. instagram:80002' })
  lastError!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Why the Creator Marketplace told nothing the last time, where the owner’s permission did: `ttcm.…`',
  })
  marketplaceError!: string | null;

  @ApiProperty({ description: 'Stages with counts', type: ProgressResponse })
  progress!: ProgressResponse;

  static of(feed: Feed): CollectionResponse {
    return {
      status: feed.status,
      source: dataSourceOf(feed),
      closedCause: feed.closedCause,
      lastCollectedAt: feed.collectedAt?.toISOString() ?? null,
      nextAt: feed.status === 'open' ? (feed.dueAt?.toISOString() ?? null) : null,
      lastError: feed.lastError,
      marketplaceError: feed.marketplaceError,
      progress: feed.progress,
    };
  }
}
