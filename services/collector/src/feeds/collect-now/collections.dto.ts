import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
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

  @ApiProperty({ type: String, nullable: true, description: 'Why nothing is collected' })
  closedCause!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastCollectedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  nextAt!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Rule of the last failure, e.g. instagram:80002' })
  lastError!: string | null;

  @ApiProperty({ description: 'Stages with counts', type: ProgressResponse })
  progress!: ProgressResponse;

  static of(feed: Feed): CollectionResponse {
    return {
      status: feed.status,
      closedCause: feed.closedCause,
      lastCollectedAt: feed.collectedAt?.toISOString() ?? null,
      nextAt: feed.status === 'open' ? (feed.dueAt?.toISOString() ?? null) : null,
      lastError: feed.lastError,
      progress: feed.progress,
    };
  }
}
