import { Injectable } from '@nestjs/common';
import { FeedRepository } from '../../feeds/persistence/feed.repository';
import { PostRepository } from '../../posts/persistence/post.repository';
import { ProfileRepository } from '../../profiles/persistence/profile.repository';

/** The three stores a run writes to, together: they always change in one transaction. */
@Injectable()
export class CollectionStores {
  constructor(
    readonly feeds: FeedRepository,
    readonly profiles: ProfileRepository,
    readonly posts: PostRepository,
  ) {}
}
