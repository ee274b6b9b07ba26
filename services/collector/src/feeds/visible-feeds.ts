import { Injectable } from '@nestjs/common';
import { AppError, collectorErrors } from '@creator-connect/contracts';
import { UnitOfWork, type Tx } from '@creator-connect/persistence';
import type { Identity } from '@creator-connect/security';
import type { Feed } from './domain/feed';
import { FeedRepository } from './persistence/feed.repository';

/** Reads about accounts that the caller may see. Everything else looks as if it did not exist (security TE-06). */
@Injectable()
export class VisibleFeeds {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly feeds: FeedRepository,
  ) {}

  async read<T>(identity: Identity, accountId: string, work: (tx: Tx, feed: Feed) => Promise<T>): Promise<T> {
    if (!identity.org) throw new AppError(collectorErrors.notFound);
    return this.unitOfWork.tenant(identity.org, async (tx) => {
      const feed = await this.feeds.find(tx, accountId);
      const foreign = identity.kind === 'influencer' && feed?.influencerId !== identity.influencer;
      if (!feed || foreign) throw new AppError(collectorErrors.notFound);
      return work(tx, feed);
    });
  }
}
