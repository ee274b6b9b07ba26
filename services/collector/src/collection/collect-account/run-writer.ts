import { Injectable } from '@nestjs/common';
import { PostCollected, ProfileCollected } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import { UnitOfWork, type Tx } from '@creator-connect/persistence';
import type { Feed, FeedLease } from '../../feeds/domain/feed';
import type { CollectedPost, CollectedProfile, Reading } from '../sources/collection-source';
import { hashtagsOf } from '../sources/metrics';
import { CollectionStores } from './collection-stores';
import { RunOver } from './run-over';

/** What a run stores and publishes, always together, and only while it has the right to. */
@Injectable()
export class RunWriter {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    readonly stores: CollectionStores,
  ) {}

  /** One transaction that may write `versions` events about the account; throws RunOver where the right has ended. */
  async write(
    lease: FeedLease,
    versions: number,
    work: (tx: Tx, firstVersion: number) => Promise<void>,
  ): Promise<void> {
    await this.unitOfWork.tenant(lease.organisationId, async (tx) => {
      const version = await this.stores.feeds.advance(tx, lease, versions);
      if (version === undefined) throw new RunOver();
      await work(tx, version);
    });
  }

  async tellProfile(
    tx: Tx,
    feed: Feed,
    reading: Reading,
    profile: Pick<CollectedProfile, 'handle' | 'displayName' | 'metrics'>,
    aggregateVersion: number,
  ): Promise<void> {
    const { handle, displayName, metrics } = profile;
    const { platformAccountId } = reading;
    const data = { ...originOf(feed, reading), platformAccountId, handle, displayName, metrics };
    await this.outbox.add(tx, ProfileCollected, data, { aggregateVersion });
  }

  async tellPosts(
    tx: Tx,
    feed: Feed,
    reading: Reading,
    posts: readonly CollectedPost[],
    firstVersion: number,
  ): Promise<void> {
    const events = posts.map((post, index) => ({
      data: {
        ...originOf(feed, reading),
        platformPostId: post.platformPostId,
        kind: post.kind,
        postedAt: post.postedAt.toISOString(),
        permalink: post.permalink,
        caption: post.caption,
        hashtags: hashtagsOf(post.caption),
        metrics: post.metrics,
      },
      aggregateVersion: firstVersion + index,
    }));
    if (events.length > 0) await this.outbox.addMany(tx, PostCollected, events);
  }
}

/** Whose it is, where it comes from and of when. */
export const originOf = (feed: Feed, { source, grantVersion }: Reading) => ({
  organisationId: feed.organisationId,
  influencerId: feed.influencerId,
  accountId: feed.accountId,
  platform: feed.platform,
  source,
  grantVersion,
  collectedAt: new Date().toISOString(),
});
