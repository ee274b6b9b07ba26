import { Injectable } from '@nestjs/common';
import { FeedRepository } from '../../feeds/persistence/feed.repository';
import { GapRepository } from '../../feeds/persistence/gap.repository';
import { AccountMetricRepository } from '../../metrics/persistence/account-metric.repository';
import { PostRepository } from '../../posts/persistence/post.repository';
import { ProfileRepository } from '../../profiles/persistence/profile.repository';

/** The stores a run writes to, together: they always change in one transaction. */
@Injectable()
export class CollectionStores {
  constructor(
    readonly feeds: FeedRepository,
    readonly profiles: ProfileRepository,
    readonly posts: PostRepository,
    readonly metrics: AccountMetricRepository,
    readonly gaps: GapRepository,
  ) {}
}
